package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the records of one chunk after the other. For one thread at a time. */
final class ChunkReader {
    private final PositionalInput input;
    private final String source;
    private final Chunk chunk = new Chunk();
    private final ChunkTemplates templates;
    private final RecordDecoder decoder;
    private final RecordCursor cursor;
    private final @Nullable EventSelection selection;
    private final @Nullable RecordSieve sieve;

    /** A reader of the events of a selection, or without one of all events. */
    ChunkReader(PositionalInput input, String source, EvtxReadOptions options, @Nullable EventSelection selection) {
        this.input = input;
        this.source = source;
        templates = new ChunkTemplates(chunk, options.templates());
        decoder = new RecordDecoder(chunk, templates);
        ValueDecoder values = new ValueDecoder(options.ansiCharset());
        cursor = new RecordCursor(source, chunk, values);
        this.selection = selection;
        sieve = selection == null ? null : new RecordSieve(selection, new RecordProbe(chunk, templates, values));
    }

    /** Gives the records of a chunk, and what is wrong with them, to a sink, until it is full. */
    ChunkState read(long number, long offset, boolean checksums, EventSink sink) throws IOException {
        chunk.load(input, number, offset);
        if (chunk.isBlank()) {
            return ChunkState.BLANK;
        }
        templates.reset();
        if (sieve != null) {
            sieve.reset();
        }
        boolean headerIsGood = checkHeader(checksums, sink);
        boolean dataIsGood = checkData(checksums, sink);
        RecordScanner scanner = new RecordScanner(source, chunk, sink::problem);
        scanner.begin(headerIsGood);
        boolean any = false;
        while (!sink.isFull() && scanner.advance()) {
            any = true;
            if (sieve == null || !sieve.turnsAway(scanner.bodyStart(), scanner.bodyEnd())) {
                record(scanner, sink);
            }
        }
        if (!any && !chunk.hasMagic() && !sink.isFull()) {
            report(EvtxProblem.UNREADABLE_CHUNK, sink, number);
        }
        return headerIsGood && dataIsGood ? ChunkState.GOOD : ChunkState.DAMAGED;
    }

    /**
     * Loads a chunk that was read before, to go back to single records of it: to those whose frames {@code frames}
     * takes. Its problems are known.
     */
    void revisit(long number, long offset, boolean checksums, RecordFrames frames) throws IOException {
        chunk.load(input, number, offset);
        templates.reset();
        EventSink silent = new Silence();
        RecordScanner scanner = new RecordScanner(source, chunk, silent::problem);
        scanner.begin(checkHeader(checksums, silent));
        while (scanner.advance()) {
            frames.add(scanner);
        }
    }

    /** Gives one record of the chunk that was loaded; what cannot be decoded was reported when it was read. */
    void record(RecordFrames frames, int index, EventSink sink) {
        try {
            TemplateInstance instance = decoder.decode(frames.bodyStart(index), frames.bodyEnd(index));
            cursor.moveTo(instance, chunk.offset() + frames.offset(index), frames.id(index));
            sink.event(cursor);
        } catch (MalformedBinXml known) {
            // Nothing was given of it the first time either.
        }
    }

    private static final class Silence implements EventSink {
        @Override
        public void event(EventCursor event) {
            throw new IllegalStateException("no record is read");
        }

        @Override
        public void problem(Problem problem) {
            // It was reported when the chunk was read.
        }
    }

    private boolean checkHeader(boolean checksums, EventSink sink) {
        if (!chunk.hasMagic()) {
            report(EvtxProblem.BAD_CHUNK_MAGIC, sink, chunk.number());
            return false;
        }
        if (checksums && chunk.length() >= Chunk.HEADER_SIZE && chunk.statedHeaderCrc() != chunk.computedHeaderCrc()) {
            report(EvtxProblem.BAD_CHUNK_HEADER_CRC, sink, chunk.number(), hex(chunk.statedHeaderCrc()),
                    hex(chunk.computedHeaderCrc()));
            return false;
        }
        return true;
    }

    private boolean checkData(boolean checksums, EventSink sink) {
        if (!chunk.hasMagic()) {
            return false;
        }
        if (!chunk.hasPlausibleFreeSpace()) {
            report(EvtxProblem.BAD_FREE_SPACE, sink, chunk.number(), Integer.toUnsignedLong(chunk.freeSpaceOffset()));
            return false;
        }
        if (chunk.freeSpaceOffset() > chunk.length()) {
            report(EvtxProblem.TRUNCATED_CHUNK, sink, chunk.number(), chunk.length());
            return false;
        }
        if (checksums && chunk.statedDataCrc() != chunk.computedDataCrc()) {
            report(EvtxProblem.BAD_CHUNK_DATA_CRC, sink, chunk.number(), hex(chunk.statedDataCrc()),
                    hex(chunk.computedDataCrc()));
            return false;
        }
        return true;
    }

    private void record(RecordScanner scanner, EventSink sink) {
        try {
            TemplateInstance instance = decoder.decode(scanner.bodyStart(), scanner.bodyEnd());
            for (MalformedBinXml fault : decoder.faults()) {
                sink.problem(fault.at(scanner.place()));
            }
            cursor.moveTo(instance, chunk.offset() + scanner.offset(), scanner.id());
            if (selection == null || selection.takes(cursor)) {
                sink.event(cursor);
            }
        } catch (MalformedBinXml malformed) {
            sink.problem(malformed.at(scanner.place()));
        }
    }

    private void report(EvtxProblem code, EventSink sink, Object... arguments) {
        sink.problem(Problem.of(code, Place.at(source, chunk.offset()), arguments));
    }

    private static String hex(int crc) {
        return "0x" + Integer.toHexString(crc);
    }
}
