package dev.vigie.diagnosis.sigma;

/** Text without wildcards that is looked for without case, and where in a value it must stand. */
record Literal(String folded, ValueTest.Part part) {
    /** Whether it stands right at these places of a value. */
    boolean fits(int start, int length) {
        return switch (part) {
            case WHOLE -> start == 0 && length == folded.length();
            case START -> start == 0;
            case END -> start + folded.length() == length;
            case ANYWHERE -> true;
        };
    }
}
