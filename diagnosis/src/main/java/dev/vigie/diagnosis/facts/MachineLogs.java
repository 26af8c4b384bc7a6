package dev.vigie.diagnosis.facts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the logs of one machine hold: the kept events of each selector, and how much of each channel was read.
 *
 * @param names every name the machine's logs write, the one of the newest record first
 * @param kept the kept events by the name of their selector
 * @param coverage the coverage by channel, keys in lower case
 * @param clockSteps the steps by which the machine's clock was set while it logged
 */
public record MachineLogs(List<String> names, Map<String, KeptEvents> kept, Map<String, Coverage> coverage,
        List<ClockStep> clockSteps) {
    /** Copies the collections. */
    public MachineLogs {
        names = List.copyOf(names);
        kept = Map.copyOf(kept);
        coverage = Map.copyOf(coverage);
        clockSteps = List.copyOf(clockSteps);
    }

    /**
     * The events of one selector.
     *
     * @param events oldest first, each record once
     * @param dropped how many older ones were not kept because there are too many; when any were dropped, the first of
     *        {@code events} is the oldest of all and the next one the oldest of those kept without a break
     */
    public record KeptEvents(List<LogEvent> events, long dropped) {
        /** No events at all. */
        public static final KeptEvents NONE = new KeptEvents(List.of(), 0);

        /** Copies the list. */
        public KeptEvents {
            events = List.copyOf(events);
        }
    }

    /**
     * A moment at which the clock was set back: a later record of the same log bears an earlier time.
     *
     * @param channel the log in which it is seen
     * @param before the time of the record before the step
     * @param after the time of the next record
     */
    public record ClockStep(String channel, Instant before, Instant after) {
    }

    /** The name of the newest record. */
    public String name() {
        return names.getFirst();
    }

    /** The events of a selector. */
    public KeptEvents kept(String selector) {
        return kept.getOrDefault(selector, KeptEvents.NONE);
    }

    /** How much of a channel was read, if anything was. */
    public Optional<Coverage> coverage(String channel) {
        return Optional.ofNullable(coverage.get(channel.toLowerCase(Locale.ROOT)));
    }

    /** The time of the newest record of any channel. */
    public Optional<Instant> newest() {
        return coverage.values().stream().map(Coverage::last).max(Instant::compareTo);
    }
}
