package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.windows.FileTime;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A writer of event log files, which Windows and other readers open.
 *
 * <p>Reading the file again gives events equal to those written, but for what the format does not have: attributes
 * with an empty value, absent values as content, and trailing NULs of text (MS-EVEN6 2.2.12.2). Without templates types
 * are lost: what comes back is the text of every value.
 *
 * <p>Closing the writer finishes the log. Not safe for use by several threads.
 */
public final class EvtxWriter implements Closeable {
    /** The size of the file's header block. */
    private static final int HEADER_SIZE = 4096;
    private static final byte[] MAGIC = "ElfFile\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKED_HEADER = 120;
    private static final int HEADER_STRUCTURE_SIZE = 128;
    private static final int MAJOR_VERSION = 3;
    private static final int DIRTY = 1;
    /** What the 16 bits of the header count: logs of 4 GiB. */
    private static final int MOST_CHUNKS = 0xFFFF;
    private static final FileTime NO_TIME = new FileTime(0);
    private final WriterTarget target;
    private final EvtxWriterOptions options;
    private final int mostChunks;
    private final WriterDefinitions definitions = new WriterDefinitions();
    private ChunkWriter chunk;
    private int chunks;
    private long records;
    private long nextId;
    private boolean broken;
    private boolean closed;

    private EvtxWriter(WriterTarget target, EvtxWriterOptions options, int mostChunks) {
        this.target = target;
        this.options = options;
        this.mostChunks = mostChunks;
        this.chunk = newChunk();
        this.nextId = options.firstRecordId().orElse(1);
    }

    /**
     * A writer to a file. The log appears under its name when the writer is closed, and never half; until then it lies
     * beside it under another name. Where files have permissions, only its owner can read it.
     *
     * @throws java.nio.file.FileAlreadyExistsException when the file exists and the options do not allow to replace it
     */
    public static EvtxWriter create(Path path, EvtxWriterOptions options) throws IOException {
        return new EvtxWriter(new WriterTarget.File(path, options.overwrite(), HEADER_SIZE), options, MOST_CHUNKS);
    }

    /** A writer to a stream, which it does not close; the log is held in memory until the writer is closed. */
    public static EvtxWriter create(OutputStream stream, EvtxWriterOptions options) {
        return create(stream, options, MOST_CHUNKS);
    }

    static EvtxWriter create(OutputStream stream, EvtxWriterOptions options, int mostChunks) {
        return new EvtxWriter(new WriterTarget.Stream(stream), options, mostChunks);
    }

    /**
     * Adds an event. One that cannot be written leaves no trace, and the writer stays usable.
     *
     * <p>A record of a log that is being read is copied, value by value as it lies there, with its template and the id
     * and time of its header; any other event is written from its tree.
     *
     * @return the id of its record
     * @throws LogFullException when the log has as many chunks as its header can count; what was written stays good
     * @throws EventTooLargeException when its record is larger than a chunk can hold
     * @throws IllegalArgumentException when a value does not fit its type, when an array has items of another type or
     *     of a type of which the format has no arrays (bytes and {@link dev.vigie.formats.events.ValueType#SIZE_T}),
     *     or when elements are nested too deep to be read
     */
    public long write(EventCursor event) throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        StoredRecord stored = stored(event);
        return stored == null
                ? append(id(own(event)), written(event), fragment(event))
                : append(id(stored.id()), stored.written(), new WriterFragment.Stored(stored));
    }

    /** A record whose values can be copied as they lie; null when the event must be written from its tree. */
    private @Nullable StoredRecord stored(EventCursor event) {
        if (!options.templates() || !(event instanceof RecordCursor cursor)) {
            return null;
        }
        StoredRecord stored = cursor.stored();
        return stored.isTemplated() ? stored : null;
    }

    private static FileTime written(EventCursor event) {
        FileTime created = event.timeCreated();
        return created == null ? NO_TIME : created;
    }

    private long append(long id, FileTime written, WriterFragment fragment) throws IOException {
        if (!chunk.append(id, written, fragment)) {
            if (chunks == mostChunks - 1) {
                throw new LogFullException(mostChunks);
            }
            ChunkWriter next = newChunk();
            next.append(id, written, fragment);
            flush();
            chunk = next;
        }
        nextId = id + 1;
        return id;
    }

    private ChunkWriter newChunk() {
        return new ChunkWriter(options.ansiCharset(), definitions);
    }

    private WriterFragment fragment(EventCursor event) {
        Element root = event.toEvent().root();
        requireDepth(root, Limits.DEPTH);
        return options.templates()
                ? EventTemplateBuilder.instance(root)
                : new WriterFragment.Bare(WriterText.tag(root));
    }

    private static void requireDepth(Element element, int depth) {
        if (depth == 0) {
            throw new IllegalArgumentException("more than " + Limits.DEPTH + " elements inside each other");
        }
        element.elements().forEach(child -> requireDepth(child, depth - 1));
    }

    /** The record id an event states; a record of a log is known by that of its header. */
    private static long own(EventCursor event) {
        return event instanceof RecordCursor
                ? event.place().record()
                : event.number(SystemField.EVENT_RECORD_ID, EventCursor.ABSENT);
    }

    private long id(long own) {
        boolean keep = options.firstRecordId().isEmpty() && own >= nextId;
        return keep ? own : nextId;
    }

    private void flush() throws IOException {
        append(chunk.finish(records + 1));
        records += chunk.records();
        chunks++;
    }

    private void append(byte[] block) throws IOException {
        boolean done = false;
        try {
            target.append(block);
            done = true;
        } finally {
            broken |= !done;
        }
    }

    /** Finishes the log; after an I/O error it is discarded instead. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        boolean finished = false;
        try {
            if (!broken) {
                finish();
                finished = true;
            }
        } finally {
            if (!finished) {
                target.discard();
            }
        }
    }

    private void finish() throws IOException {
        if (!chunk.isEmpty()) {
            flush();
        }
        for (int i = 0; i < options.emptyChunks(); i++) {
            append(new byte[ChunkWriter.SIZE]);
        }
        target.finish(header());
    }

    private byte[] header() {
        WriterBuffer header = new WriterBuffer(HEADER_SIZE);
        header.bytes(MAGIC);
        header.u64(0);
        header.u64(Math.max(0, chunks - 1));
        header.u64(nextId);
        header.u32(HEADER_STRUCTURE_SIZE);
        header.u16(options.minorVersion());
        header.u16(MAJOR_VERSION);
        header.u16(HEADER_SIZE);
        header.u16(chunks);
        CRC32 checksum = new CRC32();
        header.update(checksum, 0, CHECKED_HEADER);
        header.u32At(CHECKED_HEADER, options.dirty() ? DIRTY : 0);
        header.u32At(CHECKED_HEADER + 4, (int) checksum.getValue());
        return header.copy(HEADER_SIZE);
    }
}
