package dev.vigie.diagnosis.knowledge;

import dev.vigie.diagnosis.facts.Role;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Events that belong together: one provider, one channel, some ids.
 *
 * @param name the name within its topic
 * @param provider the provider
 * @param channel the channel
 * @param ids the ids, at least one
 * @param where narrows the set, if given
 * @param role whose log it is
 */
public record EventSet(String name, String provider, String channel, SortedSet<Integer> ids,
        Optional<Condition> where, Role role) {
    /** Copies the ids. */
    public EventSet {
        ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
    }
}
