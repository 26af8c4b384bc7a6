package dev.vigie.formats.events.query;

/** A comparison operator. */
enum Operator {
    EQ("="), NE("!="), LT("<"), LE("<="), GT(">"), GE(">=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    boolean isEquality() {
        return this == EQ || this == NE;
    }

    /** Whether it holds for the outcome of a comparator. */
    boolean holds(int comparison) {
        return switch (this) {
            case EQ -> comparison == 0;
            case NE -> comparison != 0;
            case LT -> comparison < 0;
            case LE -> comparison <= 0;
            case GT -> comparison > 0;
            case GE -> comparison >= 0;
        };
    }

    /** Whether it holds between floating-point numbers; NaN differs from everything (XPath 1.0, 3.4). */
    boolean holds(double left, double right) {
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return this == NE;
        }
        return holds(left < right ? -1 : left > right ? 1 : 0);
    }

    /** The operator with its sides exchanged. */
    Operator flipped() {
        return switch (this) {
            case EQ, NE -> this;
            case LT -> GT;
            case LE -> GE;
            case GT -> LT;
            case GE -> LE;
        };
    }

    /** The operator that holds where this one does not. */
    Operator negated() {
        return switch (this) {
            case EQ -> NE;
            case NE -> EQ;
            case LT -> GE;
            case LE -> GT;
            case GT -> LE;
            case GE -> LT;
        };
    }
}
