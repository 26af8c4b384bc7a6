package dev.vigie.formats.events.query;

import java.util.regex.Pattern;

/**
 * A text read as a number (MS-EVEN6 2.2.15.2, Double and UINT64).
 *
 * @param exact whether it is a whole number of 64 bits without sign, then {@code bits} holds it
 * @param bits the whole number, unsigned
 * @param number the nearest floating-point number, NaN when the text is no number
 */
record Numeric(boolean exact, long bits, double number) {
    private static final Numeric NONE = new Numeric(false, 0, Double.NaN);
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,20}");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,16}");
    private static final Pattern DOUBLE = Pattern
            .compile("[+-]?(?:[0-9]++(?:\\.[0-9]++)?|\\.[0-9]++)(?:[dDeE][+-]?[0-9]{1,9})?");

    static Numeric of(String text) {
        if (text.isEmpty() || text.charAt(0) > '9') {
            return NONE;
        }
        if (DECIMAL.matcher(text).matches() && (text.length() < 20 || text.compareTo("18446744073709551615") <= 0)) {
            return of(Long.parseUnsignedLong(text));
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return of(Long.parseUnsignedLong(text, 2, text.length(), 16));
        }
        if (DOUBLE.matcher(text).matches()) {
            return new Numeric(false, 0, Double.parseDouble(text.replace('d', 'e').replace('D', 'e')));
        }
        return NONE;
    }

    static Numeric of(long bits) {
        return new Numeric(true, bits, unsignedToDouble(bits));
    }

    static double unsignedToDouble(long bits) {
        return bits >= 0 ? bits : (bits >>> 1 | bits & 1) * 2.0;
    }

    boolean isNumber() {
        return !Double.isNaN(number);
    }

    /** Compares unsigned where both are whole numbers, else as floating-point numbers. */
    static boolean holds(Numeric left, Operator operator, Numeric right) {
        return left.exact && right.exact
                ? operator.holds(Long.compareUnsigned(left.bits, right.bits))
                : operator.holds(left.number, right.number);
    }
}
