package dev.vigie.diagnosis.reasoning;

/** One of three values; unknown is neither true nor false and never becomes either by negation. */
public enum Truth {
    /** True. */
    TRUE,
    /** Proven false. */
    FALSE,
    /** Neither. */
    UNKNOWN;

    /** A definite value. */
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** The opposite. */
    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Both (Kleene). */
    public Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }

    /** Either (Kleene). */
    public Truth or(Truth other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        return this == FALSE && other == FALSE ? FALSE : UNKNOWN;
    }
}
