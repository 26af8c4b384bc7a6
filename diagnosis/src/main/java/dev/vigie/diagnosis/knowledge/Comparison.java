package dev.vigie.diagnosis.knowledge;

import java.util.Comparator;

/** A comparison operator. */
public enum Comparison {
    /** {@code =}. */
    EQUAL("="),
    /** {@code !=}. */
    UNEQUAL("!="),
    /** {@code <}. */
    LESS("<"),
    /** {@code <=}. */
    LESS_OR_EQUAL("<="),
    /** {@code >}. */
    GREATER(">"),
    /** {@code >=}. */
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
        return symbol;
    }

    /** Whether the operator needs an order, not only equality. */
    public boolean isOrder() {
        return this != EQUAL && this != UNEQUAL;
    }

    /** Whether it holds between two things that compare like this ({@link Comparator}). */
    public boolean holds(int compared) {
        return switch (this) {
            case EQUAL -> compared == 0;
            case UNEQUAL -> compared != 0;
            case LESS -> compared < 0;
            case LESS_OR_EQUAL -> compared <= 0;
            case GREATER -> compared > 0;
            case GREATER_OR_EQUAL -> compared >= 0;
        };
    }
}
