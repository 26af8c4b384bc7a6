package dev.vigie.formats.events.query;

import dev.vigie.formats.windows.FileTime;

/**
 * What a query may ask of the world beside the event.
 *
 * @param now the time {@code timediff()} counts from; for an offline file usually that of its newest event
 * @param position the place of the event in the stream that is filtered, from 1, for {@code position()} on the event
 *        itself
 */
public record QueryContext(FileTime now, long position) {
    /** A context for events whose position does not matter: each is the first. */
    public static QueryContext of(FileTime now) {
        return new QueryContext(now, 1);
    }

    /** The same for an event at another place. */
    public QueryContext at(long newPosition) {
        return new QueryContext(now, newPosition);
    }
}
