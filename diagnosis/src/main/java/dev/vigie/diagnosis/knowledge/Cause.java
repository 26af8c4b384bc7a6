package dev.vigie.diagnosis.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A named reason for a failure.
 *
 * @param id {@code area.object.fault}
 * @param aliases other spellings a user may have met
 * @param prior how often it is met
 * @param supports the signals that speak for it, in the order written
 * @param opposes the signals that speak against it, in the order written
 * @param requires proven false, any of these rules it out
 * @param excludes true, any of these rules it out
 * @param clearedBy true, any of these makes it past
 * @param fixes the fixes that remove it, the best first
 * @param sources where the knowledge comes from
 */
public record Cause(String id, List<String> aliases, Prior prior, Map<String, Weight> supports,
        Map<String, Weight> opposes, List<String> requires, List<String> excludes, List<String> clearedBy,
        List<String> fixes, List<String> sources) {
    /** Copies the collections. */
    public Cause {
        aliases = List.copyOf(aliases);
        supports = Collections.unmodifiableMap(new LinkedHashMap<>(supports));
        opposes = Collections.unmodifiableMap(new LinkedHashMap<>(opposes));
        requires = List.copyOf(requires);
        excludes = List.copyOf(excludes);
        clearedBy = List.copyOf(clearedBy);
        fixes = List.copyOf(fixes);
        sources = List.copyOf(sources);
    }
}
