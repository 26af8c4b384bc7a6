package dev.vigie.formats.events.messages;

import java.util.ArrayList;
import java.util.List;

/**
 * A message as it stands in a table, taken apart: literal text, inserts {@code %1} to {@code %99} with their formats,
 * parameters {@code %%1234} (Win32 FormatMessage, Message Text Files).
 */
final class MessageText {
    /** A piece of a message. */
    sealed interface Part {
    }

    /**
     * Text as it is.
     *
     * @param text with {@code \n} for the ends of lines
     */
    record Literal(String text) implements Part {
    }

    /**
     * The place of a value.
     *
     * @param number from 1
     * @param format how, as after the percent sign of C's {@code printf}; {@code s} by default
     */
    record Insert(int number, String format) implements Part {
    }

    /**
     * The place of a text of the parameter file.
     *
     * @param id its message id
     * @param written as it stands in the message, for want of the text
     */
    record Parameter(long id, String written) implements Part {
    }

    private final String source;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;

    private MessageText(String source) {
        this.source = source;
    }

    static List<Part> parse(String source) {
        MessageText text = new MessageText(source);
        text.parse();
        return List.copyOf(text.parts);
    }

    private void parse() {
        boolean more = true;
        while (more && at < source.length()) {
            char c = source.charAt(at);
            at++;
            if (c == '%' && at < source.length()) {
                more = escape();
            } else if (c != '\r' || at == source.length() || source.charAt(at) != '\n') {
                literal.append(c);
            }
        }
        endLiteral();
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    /** What follows a percent sign; false when the message ends here. */
    private boolean escape() {
        char c = source.charAt(at);
        at++;
        switch (c) {
            case '0' -> {
                return false;
            }
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> insert();
            case '%' -> percent();
            case 'n' -> literal.append('\n');
            case 't' -> literal.append('\t');
            case 'b' -> literal.append(' ');
            case 'r' -> carriageReturn();
            default -> literal.append(c);
        }
        return true;
    }

    /** A carriage return shows as the end of a line, once together with a line feed. */
    private void carriageReturn() {
        if (!source.startsWith("%n", at)) {
            literal.append('\n');
        }
    }

    private void insert() {
        int number = source.charAt(at - 1) - '0';
        if (isDigit(at)) {
            number = 10 * number + source.charAt(at) - '0';
            at++;
        }
        String format = "s";
        if (at < source.length() && source.charAt(at) == '!') {
            int end = source.indexOf('!', at + 1);
            if (end > 0) {
                format = source.substring(at + 1, end);
                at = end + 1;
            }
        }
        endLiteral();
        parts.add(new Insert(number, format));
    }

    private void percent() {
        int end = at;
        while (isDigit(end) && end - at < 10) {
            end++;
        }
        if (end == at) {
            literal.append('%');
            return;
        }
        endLiteral();
        parts.add(new Parameter(Long.parseLong(source, at, end, 10), "%" + source.substring(at, end)));
        at = end;
    }

    private boolean isDigit(int position) {
        return position < source.length() && source.charAt(position) >= '0' && source.charAt(position) <= '9';
    }
}
