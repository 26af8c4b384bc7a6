package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.EventSink;
import java.io.IOException;

/** One chunk of an event log, handed to a worker: borrowed until its work returns, on the worker's thread. */
public final class EvtxChunk {
    private final EvtxFile file;
    private final ChunkReader reader;
    private final long number;

    EvtxChunk(EvtxFile file, ChunkReader reader, long number) {
        this.file = file;
        this.reader = reader;
        this.number = number;
    }

    /** Its number in the file, from 0. */
    public long number() {
        return number;
    }

    /**
     * Gives its events and problems to the sink, in the order of the chunk. A chunk of reserved space has none.
     *
     * @throws IOException when the file cannot be read
     */
    public void read(EventSink sink) throws IOException {
        file.read(reader, number, sink);
    }
}
