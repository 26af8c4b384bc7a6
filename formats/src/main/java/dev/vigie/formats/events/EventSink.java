package dev.vigie.formats.events;

import dev.vigie.formats.Problem;

/** Receives what a source holds, in order: events, and the problems between them. */
public interface EventSink {
    /**
     * An event.
     *
     * @param event borrowed; valid until this method returns
     */
    void event(EventCursor event);

    /** Damage or an oddity found at this point of the source. */
    void problem(Problem problem);

    /** Whether the sink has enough; a source asks between events and may stop. */
    default boolean isFull() {
        return false;
    }
}
