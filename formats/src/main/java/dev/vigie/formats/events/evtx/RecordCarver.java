package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.Recovery;
import dev.vigie.formats.events.Recovery.TemplateSource;
import java.io.IOException;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds the records of a file that ordinary reading does not give: in the slack of chunks, in damaged chunks, in chunks
 * off the grid of the file, and loose ones; in any file when there is no grid.
 *
 * <p>Two passes in windows of 64 KiB, each with as much again behind it so that what starts in a window lies whole in
 * the buffer. The first learns what ordinary reading gives, and the templates; the second carves between.
 */
final class RecordCarver {
    /** The file is no log: nothing of it is read ordinarily. */
    static final long NO_GRID = -1;
    private static final int STRUCTURE_SIZE_AT = 40;
    private static final int STRUCTURE_SIZE = 128;

    private final PositionalInput input;
    private final long gridStart;
    private final ChunkReader ordinary;
    private final RecoveryDecoder decoder;
    private final RecordKeys met = new RecordKeys();
    private final byte[] window = new byte[2 * Chunk.SIZE];
    private final BitSet taken = new BitSet(Chunk.SIZE);
    private int length;
    private long windowStart;
    private long resumeAt;
    /** The last two chunks found off the grid, and the one a record's own definition told of. */
    private long lastChunk = RecordCandidate.UNKNOWN;
    private long chunkBefore = RecordCandidate.UNKNOWN;
    private long inferredChunk = RecordCandidate.UNKNOWN;

    RecordCarver(PositionalInput input, String source, EvtxReadOptions options, long gridStart) {
        this.input = input;
        this.gridStart = gridStart;
        ordinary = new ChunkReader(input, source, options, null);
        decoder = new RecoveryDecoder(input, source, options);
    }

    private interface Pass {
        void window() throws IOException;
    }

    void run(EventSink sink) throws IOException {
        forEachWindow(sink, this::learn);
        lastChunk = RecordCandidate.UNKNOWN;
        forEachWindow(sink, () -> carve(sink));
    }

    private void forEachWindow(EventSink sink, Pass pass) throws IOException {
        windowStart = hasGrid() ? gridStart : 0;
        while (!sink.isFull()) {
            length = input.read(windowStart, window, window.length);
            if (length == 0) {
                return;
            }
            pass.window();
            windowStart += Chunk.SIZE;
        }
    }

    private boolean hasGrid() {
        return gridStart != NO_GRID;
    }

    private void learn() throws IOException {
        markOrdinary(true);
        int end = Math.min(length, Chunk.SIZE);
        for (int at = 0; at < end; at++) {
            if (hasChunkMagic(at)) {
                decoder.learn(windowStart + at);
            }
        }
    }

    /** Marks the bytes of the records that ordinary reading gives; they are remembered only in the first pass. */
    private void markOrdinary(boolean remember) throws IOException {
        taken.clear();
        if (!hasGrid()) {
            return;
        }
        ordinary.read(0, windowStart, false, new EventSink() {
            @Override
            public void event(EventCursor event) {
                Place place = event.place();
                int at = (int) (place.offset() - windowStart);
                if (remember) {
                    met.add(place.record(), LittleEndian.i64(window, at + RecordCandidate.TIME));
                }
                int size = LittleEndian.i32(window, at + RecordCandidate.SIZE);
                boolean plausible = size >= RecordScanner.HEADER_SIZE && size <= Chunk.SIZE - at;
                taken.set(at, at + (plausible ? size : RecordScanner.HEADER_SIZE));
            }

            @Override
            public void problem(Problem problem) {
                // Ordinary reading has told.
            }
        });
    }

    private void carve(EventSink sink) throws IOException {
        markOrdinary(false);
        int end = Math.min(length, Chunk.SIZE);
        int at = (int) Math.max(0, resumeAt - windowStart);
        while (at < end && !sink.isFull()) {
            if (taken.get(at)) {
                at = taken.nextClearBit(at);
            } else if (RecordCandidate.isAt(window, at, length)) {
                RecordCandidate record = RecordCandidate.read(window, at, windowStart);
                recover(record, sink);
                at += record.size();
            } else {
                if (isOffGridChunk(at)) {
                    chunkBefore = lastChunk;
                    lastChunk = windowStart + at;
                }
                at++;
            }
        }
        resumeAt = windowStart + at;
    }

    private boolean hasChunkMagic(int at) {
        return at <= length - Chunk.HEADER_SIZE && LittleEndian.i64(window, at) == Chunk.MAGIC;
    }

    private boolean isOffGridChunk(int at) {
        return !(hasGrid() && at == 0) && hasChunkMagic(at)
                && LittleEndian.i32(window, at + STRUCTURE_SIZE_AT) == STRUCTURE_SIZE;
    }

    private void recover(RecordCandidate record, EventSink sink) throws IOException {
        if (met.add(record.id(), record.time())) {
            sink.event(best(record));
        }
    }

    /** The record as part of the chunk in which its templates are still there, or of the likeliest. */
    private Event best(RecordCandidate record) throws IOException {
        if (record.chunkStart() != RecordCandidate.UNKNOWN) {
            inferredChunk = record.chunkStart();
            return decoder.decode(record, inferredChunk, isOnGrid(inferredChunk));
        }
        Event best = null;
        for (long chunk : chunks()) {
            long offset = record.offset() - chunk;
            if (chunk >= 0 && offset >= Chunk.HEADER_SIZE && offset <= Chunk.SIZE - record.size()) {
                Event event = decoder.decode(record, chunk, isOnGrid(chunk));
                if (best == null || source(event).compareTo(source(best)) < 0) {
                    best = event;
                }
                if (source(event) == TemplateSource.OWN) {
                    return event;
                }
            }
        }
        return best == null ? decoder.decodeAlone(record) : best;
    }

    private Set<Long> chunks() {
        Set<Long> chunks = new LinkedHashSet<>();
        chunks.add(lastChunk);
        if (hasGrid()) {
            chunks.add(windowStart);
        }
        chunks.add(inferredChunk);
        chunks.add(chunkBefore);
        return chunks;
    }

    private boolean isOnGrid(long chunk) {
        return hasGrid() && (chunk - gridStart) % Chunk.SIZE == 0;
    }

    private static TemplateSource source(Event event) {
        Recovery recovery = event.recovery();
        return recovery == null ? TemplateSource.OWN : recovery.template();
    }
}
