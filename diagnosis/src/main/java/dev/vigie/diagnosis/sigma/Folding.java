package dev.vigie.diagnosis.sigma;

/** Letters without case, character by character, so that lengths and places stay the same in every language. */
final class Folding {
    private static final int ASCII = 128;
    private static final char[] FOLDED = new char[ASCII];

    static {
        for (char unit = 0; unit < ASCII; unit++) {
            FOLDED[unit] = Character.toLowerCase(unit);
        }
    }

    private Folding() {
    }

    static char fold(char unit) {
        return unit < ASCII ? FOLDED[unit] : Character.toLowerCase(Character.toUpperCase(unit));
    }

    static String fold(String text) {
        char[] folded = new char[text.length()];
        fold(text, folded);
        return new String(folded);
    }

    /** Folds a text into a buffer that is long enough. */
    static void fold(String text, char[] into) {
        for (int i = 0; i < text.length(); i++) {
            into[i] = fold(text.charAt(i));
        }
    }
}
