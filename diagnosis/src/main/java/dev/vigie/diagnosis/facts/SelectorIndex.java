package dev.vigie.diagnosis.facts;

import dev.vigie.formats.events.EventCursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the selectors of an event; most events are turned away by their id alone. */
final class SelectorIndex {
    private static final int IDS = 1 << 16;
    private final @Nullable List<EventSelector>[] byId;
    private final List<EventSelector> anyId = new ArrayList<>();

    @SuppressWarnings({"unchecked", "rawtypes"})
    SelectorIndex(List<EventSelector> selectors) {
        byId = new List[IDS];
        for (EventSelector selector : selectors) {
            if (selector.ids().isEmpty()) {
                anyId.add(selector);
            }
            for (int id : selector.ids()) {
                List<EventSelector> known = byId[id & IDS - 1];
                if (known == null) {
                    known = new ArrayList<>();
                    byId[id & IDS - 1] = known;
                }
                known.add(selector);
            }
        }
    }

    /** The selectors that want this event; empty for nearly all events. */
    List<EventSelector> find(EventCursor event) {
        int id = event.eventId();
        List<EventSelector> candidates = id >= 0 && id < IDS ? byId[id] : null;
        if (candidates == null && anyId.isEmpty()) {
            return List.of();
        }
        List<EventSelector> found = new ArrayList<>(2);
        String provider = event.provider();
        String channel = event.channel();
        if (candidates != null) {
            addMatching(candidates, provider, channel, found);
        }
        addMatching(anyId, provider, channel, found);
        return found;
    }

    private static void addMatching(List<EventSelector> candidates, String provider, String channel,
            List<EventSelector> found) {
        for (EventSelector selector : candidates) {
            if (isProvider(selector, provider)
                    && selector.channel().map(wanted -> wanted.equalsIgnoreCase(channel)).orElse(true)) {
                found.add(selector);
            }
        }
    }

    private static boolean isProvider(EventSelector selector, String provider) {
        return selector.provider().equalsIgnoreCase(provider)
                || selector.sourceName().map(provider::equalsIgnoreCase).orElse(false);
    }
}
