package dev.vigie.diagnosis.knowledge;

/** Expressions for tests of other packages. */
public final class Expressions {
    private Expressions() {
    }

    /** A signal that is known to be right. */
    public static Expression signal(String text) {
        try {
            return ExpressionParser.signal(text);
        } catch (ExpressionException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
