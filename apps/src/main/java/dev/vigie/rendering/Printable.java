package dev.vigie.rendering;

import java.util.HexFormat;

/** Text from a log made safe to show: a control character in event data must not reach a terminal as one. */
public final class Printable {
    private Printable() {
    }

    /**
     * The text with every control, format and line separator character and every lone surrogate replaced by a backslash,
     * {@code u} and its code in four hexadecimal digits; line ends and tabs become blanks.
     */
    public static String of(String text) {
        StringBuilder safe = null;
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (!isHarmless(c)) {
                safe = safe == null ? new StringBuilder(text.length() + 16).append(text, 0, i) : safe;
                safe.append(inPlaceOf(c));
            } else if (safe != null) {
                safe.appendCodePoint(c);
            }
        }
        return safe == null ? text : safe.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private static String inPlaceOf(int c) {
        if (c == '\n' || c == '\r' || c == '\t') {
            return " ";
        }
        StringBuilder escape = new StringBuilder();
        for (char unit : Character.toChars(c)) {
            escape.append("\\u").append(HexFormat.of().toHexDigits(unit));
        }
        return escape.toString();
    }
}
