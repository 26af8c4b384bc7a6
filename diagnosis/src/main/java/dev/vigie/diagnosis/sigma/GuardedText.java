package dev.vigie.diagnosis.sigma;

import java.util.regex.Pattern;

/** Text that counts how often it is looked at, so that no regular expression can run for ever on it. */
final class GuardedText implements CharSequence {
    /** About 20 ms of the slowest expressions. */
    private static final int MAX_STEPS = 5_000_000;
    private final CharSequence text;
    private final int[] steps;

    private GuardedText(CharSequence text, int[] steps) {
        this.text = text;
        this.steps = steps;
    }

    /** A search that took too many steps, or too deep a stack. */
    static final class LimitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LimitException() {
            super(null, null, false, false);
        }
    }

    /**
     * Whether an expression is found in a text.
     *
     * @throws LimitException when that is not known after the steps allowed
     */
    static boolean finds(Pattern expression, String text) {
        try {
            return expression.matcher(new GuardedText(text, new int[1])).find();
        } catch (StackOverflowError _) {
            // The engine recurses once for each repetition of a group.
            throw new LimitException();
        }
    }

    @Override
    public char charAt(int index) {
        if (++steps[0] > MAX_STEPS) {
            throw new LimitException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new GuardedText(text.subSequence(start, end), steps);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
