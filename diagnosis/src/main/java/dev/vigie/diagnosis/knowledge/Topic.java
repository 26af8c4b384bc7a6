package dev.vigie.diagnosis.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One question with competing answers. Every map keeps the order in which the file was written.
 *
 * @param id {@code area.object}
 * @param area the area
 * @param sources where the knowledge comes from, by short name
 * @param events the event sets
 * @param facts what events cannot tell
 * @param signals the signals
 * @param groups the group of each signal that is in one
 * @param causes the competing causes
 * @param noise events to be listed as ignored
 * @param fixes the fixes
 * @param symptom a signal: the trouble is visible, whatever its cause
 * @param askFirst the fact to ask for when the symptom is there and no cause stands out
 */
public record Topic(String id, Area area, Map<String, String> sources, Map<String, EventSet> events,
        Map<String, FactDefinition> facts, Map<String, Signal> signals, Map<String, String> groups,
        Map<String, Cause> causes, Map<String, Noise> noise, Map<String, Fix> fixes, Optional<String> symptom,
        Optional<String> askFirst) {
    /** Copies the maps. */
    public Topic {
        sources = ordered(sources);
        events = ordered(events);
        facts = ordered(facts);
        signals = ordered(signals);
        groups = ordered(groups);
        causes = ordered(causes);
        noise = ordered(noise);
        fixes = ordered(fixes);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
