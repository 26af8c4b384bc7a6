package dev.vigie.formats.events.merge;

import dev.vigie.formats.events.EventSink;
import java.io.IOException;

/**
 * A part of a source that can give its events in the order of their time. Until it is opened it costs a few bytes.
 *
 * <p>Runs are in the order of the event they stand on: by time, then as the sources were named, then as the parts follow
 * in their source.
 */
abstract sealed class Run implements Comparable<Run> permits ChunkRun, SpooledRun {
    private final int source;
    private final long number;
    private long first;
    private boolean open;
    private Moments moments = Moments.NONE;
    private int at;

    /**
     * A run that is not open.
     *
     * @param source the number of its source
     * @param number its number in the source
     * @param first the earliest of its {@linkplain Moments#key keys}
     */
    Run(int source, long number, long first) {
        this.source = source;
        this.number = number;
        this.first = first;
    }

    /** The moments of its events, sorted, with what finds each again. */
    abstract Moments load() throws IOException;

    /** Gives the event of a position. */
    abstract void give(long position, EventSink sink) throws IOException;

    final boolean isOpen() {
        return open;
    }

    /** Makes the events ready; stands on the first. False when there is none any more. */
    final boolean open() throws IOException {
        moments = load();
        open = true;
        at = 0;
        return hasEvent();
    }

    final boolean hasEvent() {
        return at < moments.count();
    }

    /** The moment of the event it stands on, or of the first. */
    final long key() {
        return open ? moments.key(at) : first;
    }

    /** Whether the event behind the one it stands on has the same moment. */
    final boolean isFollowedAtOnce() {
        return at + 1 < moments.count() && moments.key(at + 1) == moments.key(at);
    }

    final void give(EventSink sink) throws IOException {
        give(moments.position(at), sink);
    }

    /** Goes on to the next event; false at the end. */
    final boolean advance() {
        at++;
        if (!hasEvent()) {
            moments = Moments.NONE;
            return false;
        }
        return true;
    }

    @Override
    public final int compareTo(Run other) {
        int byTime = Long.compare(key(), other.key());
        int bySource = byTime == 0 ? Integer.compare(source, other.source) : byTime;
        return bySource == 0 ? Long.compare(number, other.number) : bySource;
    }

    @Override
    public final boolean equals(Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }
}
