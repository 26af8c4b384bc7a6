package dev.vigie.formats.events.query;

import dev.vigie.formats.events.SystemField;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the System fields of every event that a query selects fulfil: necessary, not sufficient. A reader may skip
 * records, chunks or files that cannot hold such an event.
 *
 * @param numbers for a field, the numbers it can have; times are FILETIME ticks
 * @param texts for a field, the texts it can have
 */
public record SystemConstraints(Map<SystemField, NumberSet> numbers, Map<SystemField, Set<String>> texts) {
    /** Nothing is known. */
    public static final SystemConstraints NONE = new SystemConstraints(Map.of(), Map.of());

    /** Copies the maps. */
    public SystemConstraints {
        numbers = Map.copyOf(numbers);
        texts = Map.copyOf(texts);
    }

    static SystemConstraints of(SystemField field, NumberSet numbers) {
        return new SystemConstraints(Map.of(field, numbers), Map.of());
    }

    static SystemConstraints of(SystemField field, String text) {
        return new SystemConstraints(Map.of(), Map.of(field, Set.of(text)));
    }

    /** The event ids, or nothing when any is possible. */
    public Optional<NumberSet> eventIds() {
        return Optional.ofNullable(numbers.get(SystemField.EVENT_ID));
    }

    /** The levels, or nothing when any is possible. */
    public Optional<NumberSet> levels() {
        return Optional.ofNullable(numbers.get(SystemField.LEVEL));
    }

    /** The providers' names, or nothing when any is possible. */
    public Optional<Set<String>> providers() {
        return Optional.ofNullable(texts.get(SystemField.PROVIDER_NAME));
    }

    /** The times of creation in FILETIME ticks, or nothing when any is possible. */
    public Optional<NumberSet> times() {
        return Optional.ofNullable(numbers.get(SystemField.TIME_CREATED));
    }

    /** Whether no event can fulfil them. */
    public boolean areImpossible() {
        return impossibleField().isPresent();
    }

    /** A field that can have no value at all. */
    Optional<SystemField> impossibleField() {
        Stream<SystemField> withoutNumber = numbers.keySet().stream().filter(field -> isEmpty(numbers.get(field)));
        Stream<SystemField> withoutText = texts.keySet().stream().filter(field -> isEmpty(texts.get(field)));
        return Stream.concat(withoutNumber, withoutText).min(Comparator.naturalOrder());
    }

    private static boolean isEmpty(@Nullable NumberSet numbers) {
        return numbers != null && numbers.isEmpty();
    }

    private static boolean isEmpty(@Nullable Set<String> texts) {
        return texts != null && texts.isEmpty();
    }

    SystemConstraints and(SystemConstraints other) {
        return new SystemConstraints(union(numbers, other.numbers, NumberSet::and),
                union(texts, other.texts, SystemConstraints::common));
    }

    SystemConstraints or(SystemConstraints other) {
        if (areImpossible()) {
            return other;
        }
        return other.areImpossible()
                ? this
                : new SystemConstraints(shared(numbers, other.numbers, NumberSet::or),
                        shared(texts, other.texts, SystemConstraints::together));
    }

    private static <V> Map<SystemField, V> union(Map<SystemField, V> a, Map<SystemField, V> b, BinaryOperator<V> both) {
        Map<SystemField, V> all = new HashMap<>(a);
        b.forEach((field, values) -> all.merge(field, values, both));
        return all;
    }

    private static <V> Map<SystemField, V> shared(Map<SystemField, V> a, Map<SystemField, V> b,
            BinaryOperator<V> either) {
        Map<SystemField, V> shared = new HashMap<>();
        a.forEach((field, values) -> {
            V others = b.get(field);
            if (others != null) {
                shared.put(field, either.apply(values, others));
            }
        });
        return shared;
    }

    private static Set<String> common(Set<String> a, Set<String> b) {
        Set<String> common = new TreeSet<>(a);
        common.retainAll(b);
        return common;
    }

    private static Set<String> together(Set<String> a, Set<String> b) {
        Set<String> all = new TreeSet<>(a);
        all.addAll(b);
        return all;
    }
}
