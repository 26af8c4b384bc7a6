package dev.vigie.diagnosis.facts;

import java.util.Optional;
import java.util.Set;

/**
 * Which events are wanted, and under which name they are kept: one selector for one event set of the knowledge.
 *
 * @param name the name the events are kept under; unique among the selectors of a gatherer
 * @param provider the provider's name, compared without case
 * @param sourceName the classic source name that counts as the provider too, if it has one
 * @param channel the channel, compared without case; empty for every channel
 * @param ids the event ids; empty for every id
 */
public record EventSelector(String name, String provider, Optional<String> sourceName, Optional<String> channel,
        Set<Integer> ids) {
    /** Copies the ids. */
    public EventSelector {
        ids = Set.copyOf(ids);
    }
}
