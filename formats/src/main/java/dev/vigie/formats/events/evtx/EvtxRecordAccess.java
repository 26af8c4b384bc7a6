package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.EventSink;
import java.io.IOException;

/**
 * Goes back to single events of a log that was read, in any order; cheap as long as they lie in the same chunk. Memory:
 * one chunk. For one thread at a time; valid until the log is closed.
 */
public final class EvtxRecordAccess {
    private static final long NONE = -1;
    private final EvtxFile file;
    private final ChunkReader reader;
    private final RecordFrames frames = new RecordFrames();
    private long chunk = NONE;

    /** Access to the events of a log. */
    public EvtxRecordAccess(EvtxFile file) {
        this.file = file;
        this.reader = file.newReader();
    }

    /**
     * Gives the events and problems of a chunk, as {@link EvtxFile#read} does in its turn.
     *
     * @param number from 0
     * @throws IOException when the file cannot be read
     */
    public void readChunk(long number, EventSink sink) throws IOException {
        chunk = NONE;
        file.read(reader, number, sink);
    }

    /**
     * Gives an event again; nothing when it is not there any more. Problems are not given again.
     *
     * @param offset where it lies, as its {@link dev.vigie.formats.Place#offset()} said
     * @throws IOException when the file cannot be read
     */
    public void read(long offset, EventSink sink) throws IOException {
        long wanted = file.chunkOf(offset);
        if (wanted != chunk) {
            chunk = NONE;
            frames.clear();
            file.revisit(reader, wanted, frames);
            chunk = wanted;
        }
        int index = frames.indexOf((int) (offset - file.offsetOf(chunk)));
        if (index >= 0) {
            reader.record(frames, index, sink);
        }
    }
}
