package dev.vigie.formats.events.text;

/** Text without lone surrogates, which logs can hold and many readers of JSON refuse. */
final class WellFormedText {
    private WellFormedText() {
    }

    /** The text with each lone surrogate replaced by U+FFFD. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return repaired(text);
            }
        }
        return text;
    }

    private static String repaired(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        text.codePoints().map(point -> isLone(point) ? '\uFFFD' : point).forEach(repaired::appendCodePoint);
        return repaired.toString();
    }

    private static boolean isLone(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
