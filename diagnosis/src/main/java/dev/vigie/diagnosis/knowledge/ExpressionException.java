package dev.vigie.diagnosis.knowledge;

/** A signal or condition that does not follow the grammar or its types. */
final class ExpressionException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int position;

    /**
     * What is wrong.
     *
     * @param position the character of the expression, from 0
     */
    ExpressionException(int position, String message) {
        super(message);
        this.position = position;
    }

    int position() {
        return position;
    }
}
