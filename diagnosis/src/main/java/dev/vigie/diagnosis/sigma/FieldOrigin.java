package dev.vigie.diagnosis.sigma;

import java.util.List;
import java.util.Map;

/**
 * Where in an event a field of a rule comes from.
 *
 * @param names the names in the event; several are joined with a backslash
 * @param prefixes how its beginning is written in rules, by how the event writes it
 * @param values what its values are called in rules, by what the event writes; the value as written holds too
 */
record FieldOrigin(List<String> names, Map<String, String> prefixes, Map<String, String> values) {
    FieldOrigin {
        names = names.stream().map(FieldOrigin::key).toList();
        prefixes = Map.copyOf(prefixes);
        values = Map.copyOf(values);
    }

    /** A name as both sides are compared: some providers put blanks into names, which rules leave out. */
    static String key(String name) {
        return name.indexOf(' ') < 0 ? name : name.replace(" ", "");
    }

    /** A field that the event calls like the rule. */
    static FieldOrigin same(String name) {
        return new FieldOrigin(List.of(name), Map.of(), Map.of());
    }

    /** Whether the event's value is the rule's value as it is. */
    boolean isPlain() {
        return names.size() == 1 && prefixes.isEmpty() && values.isEmpty();
    }

    /** The value as rules write its beginning. */
    String written(String value) {
        for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
            if (value.regionMatches(true, 0, prefix.getKey(), 0, prefix.getKey().length())) {
                return prefix.getValue() + value.substring(prefix.getKey().length());
            }
        }
        return value;
    }
}
