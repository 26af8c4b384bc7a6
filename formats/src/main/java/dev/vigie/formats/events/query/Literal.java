package dev.vigie.formats.events.query;

import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.Guid;
import dev.vigie.formats.windows.Sid;
import java.time.DateTimeException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A string or number in a query, with a representation for every type its text conforms to (MS-EVEN6 2.2.15.2).
 *
 * @param text the string between the quotes, or the number as written
 * @param quoted whether it is a string
 * @param forms what the text is as other types
 */
record Literal(String text, boolean quoted, Forms forms) implements Operand {
    private static final int LONGEST_SID = 200;
    /* The grammar has one to three fraction digits; events print seven, older Windows nine, and a time copied from an
     * event must select that event. Anything without Z is no time. */
    private static final Pattern TIME = Pattern
            .compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z");

    static Literal string(String text) {
        return new Literal(text, true, Forms.of(text));
    }

    static Literal number(String text) {
        return new Literal(text, false, Forms.of(text));
    }

    /** In single quotes, or in double quotes when it holds a single one; XPath has no escapes. */
    @Override
    public String toString() {
        if (!quoted) {
            return text;
        }
        char quote = text.indexOf('\'') < 0 ? '\'' : '"';
        return quote + text + quote;
    }

    /**
     * The typed representations of a text.
     *
     * @param numeric as a number
     * @param guid as a GUID, or null
     * @param sid as a SID, or null
     * @param time as a time, or null
     */
    record Forms(Numeric numeric, @Nullable Guid guid, @Nullable Sid sid, @Nullable FileTime time) {
        static Forms of(String text) {
            return new Forms(Numeric.of(text), guidOf(text), sidOf(text), timeOf(text));
        }

        /** As a truth value: a number is true unless it is zero; {@code true}; {@code false}; else null. */
        static @Nullable Boolean truth(Literal literal) {
            Numeric numeric = literal.forms.numeric;
            if (numeric.isNumber()) {
                return numeric.number() != 0;
            }
            return switch (literal.text) {
                case "true" -> true;
                case "false" -> false;
                default -> null;
            };
        }
    }

    static @Nullable Guid guidOf(String text) {
        if (text.length() != 36 && text.length() != 38) {
            return null;
        }
        try {
            return Guid.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static @Nullable Sid sidOf(String text) {
        if (text.length() > LONGEST_SID || !text.regionMatches(true, 0, "S-1-", 0, 4)) {
            return null;
        }
        try {
            return Sid.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static @Nullable FileTime timeOf(String text) {
        if (!TIME.matcher(text).matches()) {
            return null;
        }
        try {
            return FileTime.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
