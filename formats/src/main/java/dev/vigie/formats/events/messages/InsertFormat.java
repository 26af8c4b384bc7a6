package dev.vigie.formats.events.messages;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Applies the format of an insert, such as {@code 08lx} in {@code %1!08lx!}, to a value's text. */
final class InsertFormat {
    private static final int MAX_WIDTH = 256;
    private static final Pattern FORMAT = Pattern
            .compile("([-+ #0]*)(\\d{0,4})(?:\\.(\\d{0,4}))?(?:h|l|ll|w|I|I32|I64)?([sSdiuoxXcCp])");

    private InsertFormat() {
    }

    static String apply(String format, String text) {
        if (format.equals("s") || format.equals("S")) {
            return text;
        }
        Matcher parts = FORMAT.matcher(format);
        if (!parts.matches()) {
            return text;
        }
        String flags = parts.group(1);
        String precision = parts.group(3);
        char conversion = parts.group(4).charAt(0);
        String body = switch (conversion) {
            case 's', 'S' -> precision == null ? text : text.substring(0, Math.min(text.length(), number(precision)));
            case 'c', 'C' -> text;
            default -> numeric(conversion, flags, precision, text);
        };
        return padded(body, flags, number(parts.group(2)), conversion != 's' && conversion != 'S');
    }

    private static int number(String digits) {
        return digits.isEmpty() ? 0 : Math.min(MAX_WIDTH, Integer.parseInt(digits));
    }

    /** Values come as text; one that is no number stays as it is. */
    private static String numeric(char conversion, String flags, @Nullable String precision, String text) {
        long value;
        try {
            value = text.startsWith("0x")
                    ? Long.parseUnsignedLong(text, 2, text.length(), 16)
                    : text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            return text;
        }
        String digits = switch (conversion) {
            case 'd', 'i' -> Long.toString(Math.abs(value));
            case 'u' -> Long.toUnsignedString(value);
            case 'o' -> Long.toOctalString(value);
            case 'X', 'p' -> Long.toHexString(value).toUpperCase(Locale.ROOT);
            default -> Long.toHexString(value);
        };
        if (precision != null) {
            digits = "0".repeat(Math.max(0, number(precision) - digits.length())) + digits;
        }
        boolean signed = conversion == 'd' || conversion == 'i';
        if (signed && value < 0) {
            return "-" + digits;
        }
        if (signed && flags.contains("+")) {
            return "+" + digits;
        }
        return flags.contains("#") && (conversion == 'x' || conversion == 'X') && value != 0
                ? "0" + conversion + digits
                : digits;
    }

    private static String padded(String body, String flags, int width, boolean number) {
        int missing = width - body.length();
        if (missing <= 0) {
            return body;
        }
        if (flags.contains("-")) {
            return body + " ".repeat(missing);
        }
        if (number && flags.contains("0")) {
            int sign = body.startsWith("-") || body.startsWith("+") ? 1 : 0;
            return body.substring(0, sign) + "0".repeat(missing) + body.substring(sign);
        }
        return " ".repeat(missing) + body;
    }
}
