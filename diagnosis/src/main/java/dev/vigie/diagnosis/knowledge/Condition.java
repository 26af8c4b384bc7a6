package dev.vigie.diagnosis.knowledge;

import java.util.List;

/** What an event must be like: a predicate over one event. */
public sealed interface Condition {
    /**
     * True when any term is.
     *
     * @param terms two or more
     */
    record AnyOf(List<Condition> terms) implements Condition {
        /** Copies the terms. */
        public AnyOf {
            terms = List.copyOf(terms);
        }
    }

    /**
     * True when every term is.
     *
     * @param terms two or more
     */
    record AllOf(List<Condition> terms) implements Condition {
        /** Copies the terms. */
        public AllOf {
            terms = List.copyOf(terms);
        }
    }

    /**
     * The opposite.
     *
     * @param term what is negated
     */
    record Negated(Condition term) implements Condition {
    }

    /**
     * A field compared with a literal.
     *
     * @param field the field
     * @param operator how
     * @param literal with what
     */
    record Compare(Field field, Comparison operator, Literal literal) implements Condition {
    }

    /**
     * A field equal to one of several literals.
     *
     * @param field the field
     * @param literals one or more
     */
    record In(Field field, List<Literal> literals) implements Condition {
        /** Copies the literals. */
        public In {
            literals = List.copyOf(literals);
        }
    }

    /**
     * Text that follows a pattern, without case.
     *
     * @param field the field
     * @param pattern {@code *} stands for any text, {@code ?} for one character
     */
    record Like(Field field, String pattern) implements Condition {
    }

    /**
     * Whether the event has the field.
     *
     * @param field the field
     */
    record Has(Field field) implements Condition {
    }
}
