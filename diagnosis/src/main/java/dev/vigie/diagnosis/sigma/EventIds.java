package dev.vigie.diagnosis.sigma;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The event ids a detection can match, as far as it says so itself. */
final class EventIds {
    private EventIds() {
    }

    /** The ids; empty when any is possible. */
    static Optional<Set<Integer>> of(Detection detection) {
        return switch (detection) {
            case Detection.AllOf(List<Detection> terms) -> common(terms);
            case Detection.AtLeast(int _, List<Detection> terms) -> together(terms);
            case Detection.FieldTest(String field, ValueTest.Like(SigmaString pattern, boolean _)) when field
                    .equals("EventID") && !pattern.hasWildcards() ->
                id(pattern.text(0, pattern.length()));
            default -> Optional.empty();
        };
    }

    private static Optional<Set<Integer>> id(String text) {
        // The hexadecimal form of a number is only another way to write the decimal one beside it.
        return Optional.of(text.matches("[0-9]{1,5}") ? Set.of(Integer.valueOf(text)) : Set.of());
    }

    private static Optional<Set<Integer>> common(List<Detection> terms) {
        Optional<Set<Integer>> common = Optional.empty();
        for (Detection term : terms) {
            Optional<Set<Integer>> ids = of(term);
            if (ids.isPresent()) {
                common = both(common, ids.get());
            }
        }
        return common;
    }

    /** What is in both; an empty set given for ids of a kind means any. */
    static Optional<Set<Integer>> both(Optional<Set<Integer>> ids, Set<Integer> others) {
        if (ids.isEmpty()) {
            return others.isEmpty() ? Optional.empty() : Optional.of(others);
        }
        if (others.isEmpty()) {
            return ids;
        }
        Set<Integer> both = new HashSet<>(ids.get());
        both.retainAll(others);
        return Optional.of(both);
    }

    private static Optional<Set<Integer>> together(List<Detection> terms) {
        Set<Integer> all = new HashSet<>();
        for (Detection term : terms) {
            Optional<Set<Integer>> ids = of(term);
            if (ids.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(ids.get());
        }
        return Optional.of(all);
    }
}
