package dev.vigie.formats.events.text;

import dev.vigie.formats.events.EventCursor;

/** A way to write events as text, one after the other. Safe for use by several threads, each with its own buffer. */
public interface EventFormat {
    /** Appends what stands before the first event. */
    default void start(Utf8Buffer out) {
    }

    /** Whether {@link #lead} appends anything. */
    default boolean hasLead() {
        return false;
    }

    /**
     * Appends what stands before an event and depends on its place in the output, such as its number. Apart from
     * {@link #append}, since events are rendered in parallel, before their number is known.
     *
     * @param written how many events were written before
     */
    default void lead(long written, Utf8Buffer out) {
    }

    /** Appends one event with what separates it from the next. */
    void append(EventCursor event, Utf8Buffer out);

    /** Appends what stands after the last event. */
    default void end(Utf8Buffer out) {
    }
}
