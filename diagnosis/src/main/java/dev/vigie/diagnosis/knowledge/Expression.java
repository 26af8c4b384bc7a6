package dev.vigie.diagnosis.knowledge;

import dev.vigie.diagnosis.facts.Role;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A signal's predicate over the facts of a case; true, false or unknown. */
public sealed interface Expression {
    /**
     * True when any term is.
     *
     * @param terms two or more
     */
    record Or(List<Expression> terms) implements Expression {
        /** Copies the terms. */
        public Or {
            terms = List.copyOf(terms);
        }
    }

    /**
     * True when every term is.
     *
     * @param terms two or more
     */
    record And(List<Expression> terms) implements Expression {
        /** Copies the terms. */
        public And {
            terms = List.copyOf(terms);
        }
    }

    /**
     * The opposite.
     *
     * @param term what is negated
     */
    record Not(Expression term) implements Expression {
    }

    /**
     * Some event of the selection is in the period asked for.
     *
     * @param selection which events
     * @param relation how it must lie to others, if asked
     */
    record Exists(Selection selection, Optional<Relation> relation) implements Expression {
    }

    /**
     * How many events of the selection are in the period asked for.
     *
     * @param selection which events
     * @param operator how the number is compared
     * @param number with what
     */
    record Count(Selection selection, Comparison operator, int number) implements Expression {
    }

    /**
     * The first or last event of the selection meets a condition.
     *
     * @param end which
     * @param selection of which events
     * @param condition what it must be like
     */
    record EndIs(End end, Selection selection, Condition condition) implements Expression {
    }

    /**
     * A fact has one of these outcomes.
     *
     * @param fact the fact
     * @param outcomes one or more
     */
    record FactIs(String fact, SortedSet<String> outcomes) implements Expression {
        /** Copies the outcomes. */
        public FactIs {
            outcomes = Collections.unmodifiableSortedSet(new TreeSet<>(outcomes));
        }
    }

    /**
     * Another signal of the topic.
     *
     * @param signal its name
     */
    record SignalIs(String signal) implements Expression {
    }

    /**
     * The machine plays this part.
     *
     * @param role the part
     */
    record MachineIs(Role role) implements Expression {
    }
}
