package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Windows event log file (.evtx), format 3.1 or 3.2 (MS-EVEN6 2.2.12; libyal, Windows XML Event Log).
 *
 * <p>Everything is read that can be: chunks by the size of the file and not by the count in its header, records past
 * damaged ones, logs that were not closed, cut or written while being read. What is wrong is reported among the
 * events; only a file that is no event log at all is refused. Records come in the order of the file, which in a
 * circular log is not that of time.
 *
 * <p>Memory does not grow with the file: one chunk (64 KiB) a thread, and the templates. Safe for use by several
 * threads. As with every {@link java.nio.channels.FileChannel}, interrupting a thread that reads closes the file.
 */
public final class EvtxFile implements EventSource {
    private static final int HEADER_BYTES = 128;
    private static final int SHOWN_BYTES = 16;
    private static final int SCAN_BLOCK = 1 << 20;
    private static final int NOT_FOUND = -1;

    private final PositionalInput input;
    private final String name;
    private final EvtxReadOptions options;
    private final EvtxHeader header;
    private final long firstChunkOffset;
    private final List<Problem> fileProblems;
    private final @Nullable EventSelection selection;

    EvtxFile(PositionalInput input, String name, EvtxReadOptions options) throws IOException {
        this.input = input;
        this.name = name;
        this.options = options;
        byte[] bytes = new byte[HEADER_BYTES];
        int length = input.read(0, bytes, HEADER_BYTES);
        header = EvtxHeader.read(bytes);
        firstChunkOffset = header.hasMagic() ? EvtxHeader.SIZE : gridStart(findChunk());
        if (firstChunkOffset == NOT_FOUND) {
            String start = HexFormat.of().formatHex(bytes, 0, Math.min(length, SHOWN_BYTES));
            throw new EvtxFormatException(
                    Problem.of(EvtxProblem.NOT_AN_EVENT_LOG, Place.at(name, 0), start, input.size()));
        }
        fileProblems = List.copyOf(checkHeader());
        selection = null;
    }

    private EvtxFile(EvtxFile file, EventSelection selection) {
        input = file.input;
        name = file.name;
        options = file.options;
        header = file.header;
        firstChunkOffset = file.firstChunkOffset;
        fileProblems = file.fileProblems;
        this.selection = selection;
    }

    private EvtxFile(EvtxFile file, List<Problem> more) {
        input = file.input;
        name = file.name;
        options = file.options;
        header = file.header;
        firstChunkOffset = file.firstChunkOffset;
        fileProblems = Stream.concat(more.stream(), file.fileProblems.stream()).toList();
        selection = file.selection;
    }

    /**
     * Opens a file with {@linkplain EvtxReadOptions#defaults() default options}.
     *
     * @throws EvtxFormatException when it is no event log: without the magic of one and without a single chunk
     * @throws IOException when it cannot be read
     */
    public static EvtxFile open(Path path) throws IOException {
        return open(path, EvtxReadOptions.defaults());
    }

    /**
     * Opens a file.
     *
     * @throws EvtxFormatException when it is no event log: without the magic of one and without a single chunk
     * @throws IOException when it cannot be read
     */
    public static EvtxFile open(Path path, EvtxReadOptions options) throws IOException {
        return open(PositionalInput.File.open(path), path.toString(), options);
    }

    /**
     * An event log in a file that is open already.
     *
     * @param name what {@link #name()} returns
     * @param channel the open file; closed with the log, and when this fails
     * @throws EvtxFormatException when it is no event log: without the magic of one and without a single chunk
     * @throws IOException when it cannot be read
     */
    public static EvtxFile of(String name, FileChannel channel) throws IOException {
        return open(new PositionalInput.File(channel), name, EvtxReadOptions.defaults());
    }

    /**
     * An event log in a part of a file that is open already.
     *
     * @param name what {@link #name()} returns
     * @param channel the open file; closed with the log, and when this fails
     * @param start where the log starts in it; places count from there
     * @param length how many bytes it takes at most
     * @throws EvtxFormatException when it is no event log: without the magic of one and without a single chunk
     * @throws IOException when it cannot be read
     */
    public static EvtxFile of(String name, FileChannel channel, long start, long length, EvtxReadOptions options)
            throws IOException {
        return open(new PositionalInput.Part(new PositionalInput.File(channel), start, length), name, options);
    }

    /**
     * An event log in memory.
     *
     * @param name what {@link #name()} returns
     * @param bytes the log; not copied
     * @throws EvtxFormatException when it is no event log: without the magic of one and without a single chunk
     */
    public static EvtxFile of(String name, byte[] bytes) throws EvtxFormatException {
        return of(name, bytes, EvtxReadOptions.defaults());
    }

    /**
     * An event log in memory.
     *
     * @param name what {@link #name()} returns
     * @param bytes the log; not copied
     * @param options how it is read
     * @throws EvtxFormatException when it is no event log: without the magic of one and without a single chunk
     */
    public static EvtxFile of(String name, byte[] bytes, EvtxReadOptions options) throws EvtxFormatException {
        try {
            return open(new PositionalInput.Memory(bytes), name, options);
        } catch (EvtxFormatException noEventLog) {
            throw noEventLog;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static EvtxFile open(PositionalInput input, String name, EvtxReadOptions options) throws IOException {
        try {
            return new EvtxFile(input, name, options);
        } catch (IOException | RuntimeException failure) {
            input.close();
            throw failure;
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** What the header states. */
    public EvtxHeader header() {
        return header;
    }

    /** What is wrong with the file as a whole; {@link #read} gives these first. */
    public List<Problem> fileProblems() {
        return fileProblems;
    }

    /** The same log with what is wrong with that which it came in; the two are one to be closed. */
    public EvtxFile withProblems(List<Problem> ofContainer) {
        return ofContainer.isEmpty() ? this : new EvtxFile(this, ofContainer);
    }

    /** How many chunks the file has room for now; the last may be cut short. */
    public long chunkCount() throws IOException {
        return Math.max(0, Math.ceilDiv(input.size() - firstChunkOffset, Chunk.SIZE));
    }

    /**
     * The events of this file that a filter selects, and no others: the same as filtering all of its events, at a
     * fraction of the cost, since most records are turned away by a few bytes of them.
     *
     * <p>What is wrong with the file, its chunks and the frames of its records is reported as without a filter. Damage
     * inside a record that surely does not match is not looked for. A filter that was given before does not count any
     * more.
     *
     * @return a view of this file; closing either closes both
     */
    public EvtxFile select(EventFilter filter, QueryContext context) {
        return new EvtxFile(this, new EventSelection(filter, context));
    }

    @Override
    public void read(EventSink sink) throws IOException {
        read(ChunkOrder.OF_FILE, sink);
    }

    /** As {@link #read(EventSink)}, with the chunks in the order of their records. */
    public void read(RecordOrder order, EventSink sink) throws IOException {
        read(ChunkOrder.byRecord(input, firstChunkOffset, chunkCount(), order), sink);
    }

    private void read(ChunkOrder order, EventSink sink) throws IOException {
        fileProblems.forEach(sink::problem);
        long chunks = chunkCount();
        ChunkReader reader = newReader();
        for (long place = 0; place < chunks && !sink.isFull(); place++) {
            read(reader, order.chunk(place), sink);
        }
    }

    /**
     * Reads the chunks with several threads. Each chunk's events go to {@code work} on a worker thread; its results
     * come to the calling thread. {@link #fileProblems()} are not among them.
     *
     * <p>Returns when all results were taken or {@code results} is full. What the work or the results throw ends the
     * run and is thrown here; no thread is left behind.
     *
     * @throws IOException when the file cannot be read, or the calling thread is interrupted
     */
    public <T> void process(EvtxChunkWork<T> work, ChunkResults<? super T> results, ParallelPlan plan)
            throws IOException {
        new ParallelRun<>(this, work, plan, ChunkOrder.OF_FILE).run(results);
    }

    /**
     * As {@link #process}, with the chunks in the order of their records: a circular log goes round in its file, so that
     * its oldest records may lie anywhere.
     *
     * @throws IOException when the file cannot be read, or the calling thread is interrupted
     */
    public <T> void process(RecordOrder order, EvtxChunkWork<T> work, ChunkResults<? super T> results,
            ParallelPlan plan) throws IOException {
        ChunkOrder chunks = ChunkOrder.byRecord(input, firstChunkOffset, chunkCount(), order);
        new ParallelRun<>(this, work, plan, chunks).run(results);
    }

    /** Reads everything, whatever was {@linkplain #select selected}, and sums up what is there. */
    public EvtxSummary check() throws IOException {
        SummaryBuilder summary = new SummaryBuilder(header);
        fileProblems.forEach(summary::problem);
        ChunkReader reader = new ChunkReader(input, name, options, null);
        long chunks = chunkCount();
        ChunkOrder order = ChunkOrder.byRecord(input, firstChunkOffset, chunks, RecordOrder.OLDEST_FIRST);
        for (long place = 0; place < chunks; place++) {
            long number = order.chunk(place);
            summary.beginChunk(number);
            summary.endChunk(read(reader, number, summary));
        }
        return summary.build();
    }

    /**
     * The events that {@link #read} does not give although they are in the file; valid until the log is closed.
     * Ordinary reading and this together give each record once.
     */
    public EvtxRecovery recovery() {
        return new EvtxRecovery(input, name, options, firstChunkOffset, false);
    }

    /**
     * Whether the file is laid out as a log: it starts as one, or has its chunks where a log has them. Otherwise chunks
     * were found somewhere in it, and {@link EvtxRecovery#open} finds more than reading it as a log.
     */
    public boolean isLog() {
        return header.hasMagic() || firstChunkOffset == EvtxHeader.SIZE;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    void revisit(ChunkReader reader, long number, RecordFrames frames) throws IOException {
        boolean checksums = options.checksums() && header.hasChecksums();
        reader.revisit(number, firstChunkOffset + number * Chunk.SIZE, checksums, frames);
    }

    /** The chunk that an offset of the file lies in. */
    long chunkOf(long offset) {
        return (offset - firstChunkOffset) / Chunk.SIZE;
    }

    /** The offset of a chunk. */
    long offsetOf(long chunk) {
        return firstChunkOffset + chunk * Chunk.SIZE;
    }

    ChunkReader newReader() {
        return new ChunkReader(input, name, options, selection);
    }

    ChunkState read(ChunkReader reader, long number, EventSink sink) throws IOException {
        boolean checksums = options.checksums() && header.hasChecksums();
        return reader.read(number, firstChunkOffset + number * Chunk.SIZE, checksums, sink);
    }

    private List<Problem> checkHeader() throws IOException {
        List<Problem> problems = new ArrayList<>();
        Place place = Place.at(name, 0);
        if (!header.hasMagic()) {
            return List.of(Problem.of(EvtxProblem.BAD_FILE_MAGIC, place, firstChunkOffset));
        }
        if (options.checksums() && !header.isIntact()) {
            problems.add(Problem.of(EvtxProblem.BAD_FILE_CRC, place, "0x" + Integer.toHexString(header.statedCrc()),
                    "0x" + Integer.toHexString(header.computedCrc())));
        }
        if (!header.isKnownVersion()) {
            problems.add(
                    Problem.of(EvtxProblem.UNKNOWN_VERSION, place, header.majorVersion(), header.minorVersion()));
        }
        if (header.isDirty()) {
            problems.add(Problem.of(EvtxProblem.DIRTY, place));
        }
        if (header.chunkCount() != chunkCount()) {
            problems.add(Problem.of(EvtxProblem.CHUNK_COUNT, place, header.chunkCount(), chunkCount()));
        }
        return problems;
    }

    /** Where chunks start, when one was found: the first may be damaged too, so its own magic does not decide. */
    private static long gridStart(long foundChunk) {
        return foundChunk >= EvtxHeader.SIZE && (foundChunk - EvtxHeader.SIZE) % Chunk.SIZE == 0
                ? EvtxHeader.SIZE
                : foundChunk;
    }

    /** The offset of the first chunk that has its magic. */
    private long findChunk() throws IOException {
        byte[] block = new byte[SCAN_BLOCK];
        long position = 0;
        while (true) {
            int length = input.read(position, block, SCAN_BLOCK);
            for (int at = 0; at <= length - Long.BYTES; at++) {
                if (LittleEndian.i64(block, at) == Chunk.MAGIC) {
                    return position + at;
                }
            }
            if (length < SCAN_BLOCK) {
                return NOT_FOUND;
            }
            position += SCAN_BLOCK - Long.BYTES + 1;
        }
    }
}
