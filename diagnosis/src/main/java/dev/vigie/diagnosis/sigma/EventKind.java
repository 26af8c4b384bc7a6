package dev.vigie.diagnosis.sigma;

import java.util.Map;
import java.util.Set;

/**
 * Events that a log source of rules stands for.
 *
 * @param channels the channels without case; empty for any
 * @param ids the event ids; empty for any
 * @param fields fields that the event calls otherwise, by the rule's name
 * @param absent fields of rules these events never have; what such a field says is unknown, not false
 */
record EventKind(Set<String> channels, Set<Integer> ids, Map<String, FieldOrigin> fields, Set<String> absent) {
    /** Every event. */
    static final EventKind ANY = new EventKind(Set.of(), Set.of(), Map.of(), Set.of());

    EventKind {
        channels = Set.copyOf(channels);
        ids = Set.copyOf(ids);
        fields = Map.copyOf(fields);
        absent = Set.copyOf(absent);
    }

    /** Where a field of a rule comes from. */
    FieldOrigin origin(String field) {
        FieldOrigin renamed = fields.get(field);
        return renamed == null ? FieldOrigin.same(field) : renamed;
    }
}
