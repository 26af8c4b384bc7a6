package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.EventCursor;
import java.util.Optional;

/** Something that knows the words of events. Safe for use by several threads. */
@FunctionalInterface
public interface EventMessages {
    /** Knows none. */
    EventMessages NONE = event -> Optional.empty();

    /** What is known of an event; empty when nothing is. */
    Optional<RenderingInfo> render(EventCursor event);
}
