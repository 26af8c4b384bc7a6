package dev.vigie.formats.events.query;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A location path: steps along the child and attribute axes.
 *
 * @param steps one or more
 */
record Path(List<Step> steps) implements Operand {
    Path {
        steps = List.copyOf(steps);
    }

    Step first() {
        return steps.getFirst();
    }

    Step last() {
        return steps.getLast();
    }

    boolean hasPredicates() {
        return steps.stream().anyMatch(step -> !step.predicates().isEmpty());
    }

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining("/"));
    }

    /** What a step leads to. */
    enum Axis {
        ELEMENT, ATTRIBUTE, TEXT
    }

    /**
     * One step.
     *
     * @param axis what it leads to
     * @param name the local name, or {@code *}; {@code text()} for the text axis
     * @param predicates what the nodes it leads to must fulfil, in order
     */
    record Step(Axis axis, String name, List<Expression> predicates) {
        /** The name of a step that takes any. */
        static final String ANY = "*";

        Step {
            predicates = List.copyOf(predicates);
        }

        boolean takes(String localName) {
            return name.equals(ANY) || name.equals(localName);
        }

        boolean isElement(String localName) {
            return axis == Axis.ELEMENT && name.equals(localName);
        }

        @Override
        public String toString() {
            return (axis == Axis.ATTRIBUTE ? "@" : "") + name
                    + predicates.stream().map(predicate -> "[" + predicate + "]").collect(Collectors.joining());
        }
    }
}
