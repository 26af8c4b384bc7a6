package dev.vigie.formats.events.query;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A node of a parsed query; {@code toString()} is its canonical text. */
sealed interface Expression permits Expression.AnyOf, Expression.AllOf, Expression.Comparison, Operand {
    /**
     * {@code a or b or c}.
     *
     * @param terms two or more, none an {@code AnyOf}
     */
    record AnyOf(List<Expression> terms) implements Expression {
        public AnyOf {
            terms = List.copyOf(terms);
        }

        @Override
        public String toString() {
            return terms.stream().map(Expression::toString).collect(Collectors.joining(" or "));
        }
    }

    /**
     * {@code a and b and c}.
     *
     * @param terms two or more, none an {@code AllOf}
     */
    record AllOf(List<Expression> terms) implements Expression {
        public AllOf {
            terms = List.copyOf(terms);
        }

        @Override
        public String toString() {
            return terms.stream().map(term -> term instanceof AnyOf ? "(" + term + ")" : term.toString())
                    .collect(Collectors.joining(" and "));
        }
    }

    /**
     * {@code left operator right}; between sets of nodes true when it holds for any pair.
     *
     * @param left the left side
     * @param operator the operator
     * @param right the right side
     */
    record Comparison(Operand left, Operator operator, Operand right) implements Expression {
        @Override
        public String toString() {
            return left + operator.sign() + right;
        }
    }

    /**
     * {@code band(x,y)}: whether the two bit fields share a bit.
     *
     * @param left one bit field
     * @param right the other
     */
    record Band(Operand left, Operand right) implements Operand {
        @Override
        public String toString() {
            return "band(" + left + "," + right + ")";
        }
    }

    /**
     * {@code timediff(t)}, now minus t, or {@code timediff(t,u)}, u minus t; in milliseconds.
     *
     * @param first the first time
     * @param second the second, or null for now
     */
    record TimeDiff(Operand first, @Nullable Operand second) implements Operand {
        @Override
        public String toString() {
            return second == null ? "timediff(" + first + ")" : "timediff(" + first + "," + second + ")";
        }
    }

    /** {@code position()}: the place of the context node among its like, from 1. */
    record Position() implements Operand {
        @Override
        public String toString() {
            return "position()";
        }
    }
}
