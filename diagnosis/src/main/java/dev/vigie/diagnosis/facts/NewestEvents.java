package dev.vigie.diagnosis.facts;

import dev.vigie.diagnosis.facts.MachineLogs.KeptEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The newest events of a selector and the oldest one, however many there are. */
final class NewestEvents {
    private final int limit;
    private final PriorityQueue<LogEvent> newest = new PriorityQueue<>(LogEvent.BY_TIME);
    private @Nullable LogEvent oldest;
    private long dropped;

    NewestEvents(int limit) {
        this.limit = limit;
    }

    /** Whether an event of this time would be kept; otherwise it is counted as dropped. */
    boolean wants(Instant time) {
        LogEvent head = newest.peek();
        boolean wanted = newest.size() < limit || head == null || !time.isBefore(head.time())
                || oldest == null || time.isBefore(oldest.time());
        if (!wanted) {
            dropped++;
        }
        return wanted;
    }

    void add(LogEvent event) {
        if (oldest == null || LogEvent.BY_TIME.compare(event, oldest) < 0) {
            oldest = event;
        }
        newest.add(event);
        if (newest.size() > limit) {
            newest.remove();
            dropped++;
        }
    }

    /** Joins what several sources kept; a record that was read twice counts once. */
    static KeptEvents join(Collection<NewestEvents> parts, int limit) {
        Set<LogEvent> distinct = new HashSet<>();
        long dropped = 0;
        for (NewestEvents part : parts) {
            distinct.addAll(part.newest);
            dropped += part.dropped;
            if (part.oldest != null && part.dropped > 0) {
                dropped -= distinct.add(part.oldest) ? 1 : 0;
            }
        }
        List<LogEvent> events = new ArrayList<>(distinct);
        events.sort(LogEvent.BY_TIME);
        if (events.size() > limit + 1) {
            dropped += events.size() - limit - 1;
            List<LogEvent> kept = new ArrayList<>(events.subList(events.size() - limit, events.size()));
            kept.addFirst(events.getFirst());
            events = kept;
        }
        return new KeptEvents(events, dropped);
    }
}
