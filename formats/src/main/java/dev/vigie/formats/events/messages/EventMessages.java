package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.EventCursor;
import java.util.List;
import java.util.Optional;

/** Something that knows the words of events. Safe for use by several threads. */
@FunctionalInterface
public interface EventMessages {
    /** Knows none. */
    EventMessages NONE = event -> Optional.empty();

    /** What is known of an event; empty when nothing is. */
    Optional<RenderingInfo> render(EventCursor event);

    /** The first of several that knows anything of an event. */
    static EventMessages firstOf(EventMessages... sources) {
        List<EventMessages> all = List.of(sources);
        return event -> {
            for (EventMessages source : all) {
                Optional<RenderingInfo> info = source.render(event);
                if (info.isPresent()) {
                    return info;
                }
            }
            return Optional.empty();
        };
    }
}
