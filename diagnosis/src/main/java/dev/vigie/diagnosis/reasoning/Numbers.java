package dev.vigie.diagnosis.reasoning;

import java.util.OptionalLong;

/** Numbers that were written as text. */
final class Numbers {
    private static final int MAX_DIGITS = 20;

    private Numbers() {
    }

    /** A decimal or {@code 0x} number that is the whole text. */
    static OptionalLong parse(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
            return OptionalLong.empty();
        }
        char first = digits.charAt(0);
        if (first != '-' && !Character.isDigit(first)) {
            return OptionalLong.empty();
        }
        try {
            if (digits.regionMatches(true, 0, "0x", 0, 2)) {
                return OptionalLong.of(Long.parseUnsignedLong(digits, 2, digits.length(), 16));
            }
            return OptionalLong.of(first == '-' ? Long.parseLong(digits) : Long.parseUnsignedLong(digits));
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }
}
