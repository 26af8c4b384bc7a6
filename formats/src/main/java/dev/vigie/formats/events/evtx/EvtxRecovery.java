package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The events in a file that reading it as a log does not give: old records in the slack of its chunks, records among
 * damage, chunks that are not where a log has them, and records without a chunk.
 *
 * <p>Of a file that is no event log (unallocated space of a disk, memory, a page file) it gives every record there is.
 * Each event says by {@link dev.vigie.formats.events.EventCursor#recovery()} where it lay and where the names of its
 * values come from; a record whose names are lost comes with its id, its time and its values in order. No record comes
 * that ordinary reading gives, and none twice: records are the same when their ids and times of writing are. There are
 * no problems in the stream.
 *
 * <p>The file is read twice. Memory: 256 KiB, the templates, and 8 to 32 bytes for each record. Safe for use by several
 * threads.
 */
public final class EvtxRecovery implements EventSource {
    private final PositionalInput input;
    private final String name;
    private final EvtxReadOptions options;
    private final long gridStart;
    private final boolean owned;

    EvtxRecovery(PositionalInput input, String name, EvtxReadOptions options, long gridStart, boolean owned) {
        this.input = input;
        this.name = name;
        this.options = options;
        this.gridStart = gridStart;
        this.owned = owned;
    }

    /**
     * Every record of a file that is no event log.
     *
     * @throws IOException when it cannot be opened
     */
    public static EvtxRecovery open(Path path, EvtxReadOptions options) throws IOException {
        return anywhere(path.toString(), PositionalInput.File.open(path), options);
    }

    /** Every record of an open file that is no event log; the file is closed with this. */
    public static EvtxRecovery of(String name, FileChannel channel, EvtxReadOptions options) {
        return anywhere(name, new PositionalInput.File(channel), options);
    }

    /** Every record of bytes that are no event log; they are not copied. */
    public static EvtxRecovery of(String name, byte[] bytes, EvtxReadOptions options) {
        return anywhere(name, new PositionalInput.Memory(bytes), options);
    }

    /**
     * All there is in a file: an {@link EvtxLogAndRecovery} when it is a log; otherwise every record.
     *
     * @throws IOException when it cannot be opened
     */
    public static EventSource openWithLog(Path path, EvtxReadOptions options) throws IOException {
        return withLog(path.toString(), PositionalInput.File.open(path), options);
    }

    /** As {@link #openWithLog}, of an open file, which is closed with the source and when this fails. */
    public static EventSource withLog(String name, FileChannel channel, EvtxReadOptions options) throws IOException {
        return withLog(name, new PositionalInput.File(channel), options);
    }

    /** As {@link #openWithLog}, of a part of an open file, which is closed with the source and when this fails. */
    public static EventSource withLog(String name, FileChannel channel, long start, long length,
            EvtxReadOptions options) throws IOException {
        return withLog(name, new PositionalInput.Part(new PositionalInput.File(channel), start, length), options);
    }

    /** As {@link #openWithLog}, of bytes in memory, which are not copied. */
    public static EventSource withLog(String name, byte[] bytes, EvtxReadOptions options) {
        try {
            return withLog(name, new PositionalInput.Memory(bytes), options);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static EventSource withLog(String name, PositionalInput input, EvtxReadOptions options)
            throws IOException {
        try {
            EvtxFile file = new EvtxFile(input, name, options);
            return file.isLog() ? new EvtxLogAndRecovery(file) : anywhere(name, input, options);
        } catch (EvtxFormatException _) {
            return anywhere(name, input, options);
        } catch (IOException | RuntimeException failure) {
            input.close();
            throw failure;
        }
    }

    private static EvtxRecovery anywhere(String name, PositionalInput input, EvtxReadOptions options) {
        return new EvtxRecovery(input, name, options, RecordCarver.NO_GRID, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void read(EventSink sink) throws IOException {
        new RecordCarver(input, name, options, gridStart).run(sink);
    }

    /** Closes the file, unless it belongs to an {@link EvtxFile}. */
    @Override
    public void close() throws IOException {
        if (owned) {
            input.close();
        }
    }
}
