package dev.vigie.diagnosis.sigma;

import java.math.BigDecimal;

/** What one value of a field must be like. */
sealed interface ValueTest {
    /** Text that follows a pattern as a whole. */
    record Like(SigmaString pattern, boolean cased) implements ValueTest {
    }

    /** Text in which a regular expression is found. */
    record Matches(String expression, int flags) implements ValueTest {
    }

    /** An address in a network. */
    record InNetwork(Network network) implements ValueTest {
    }

    /** A number in an order to another. */
    record Compared(Order order, BigDecimal number) implements ValueTest {
    }

    /** No value: the field is absent or empty. */
    enum Empty implements ValueTest {
        EMPTY
    }

    /** The field is there, whatever its value. */
    enum Present implements ValueTest {
        PRESENT
    }

    /** The text of another field of the same event. */
    record SameAs(String field, Part part, boolean cased) implements ValueTest {
    }

    /** Which part of the value is meant. */
    enum Part {
        WHOLE, START, END, ANYWHERE
    }

    /** An order between numbers. */
    enum Order {
        LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL;

        boolean holds(int compared) {
            return switch (this) {
                case LESS -> compared < 0;
                case LESS_OR_EQUAL -> compared <= 0;
                case GREATER -> compared > 0;
                case GREATER_OR_EQUAL -> compared >= 0;
            };
        }
    }
}
