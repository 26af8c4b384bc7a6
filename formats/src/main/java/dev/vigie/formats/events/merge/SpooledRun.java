package dev.vigie.formats.events.merge;

import dev.vigie.formats.events.EventSink;
import java.io.IOException;

/** Some events of a source that is read once, such as a stream of XML: their moments in memory, themselves in a spool. */
final class SpooledRun extends Run {
    private final EventSpool spool;
    private final Moments moments;

    /** A run of sorted moments, one at least. */
    SpooledRun(int source, long number, Moments moments, EventSpool spool) {
        super(source, number, moments.key(0));
        this.moments = moments;
        this.spool = spool;
    }

    @Override
    Moments load() {
        return moments;
    }

    @Override
    void give(long position, EventSink sink) throws IOException {
        spool.give(position, sink);
    }
}
