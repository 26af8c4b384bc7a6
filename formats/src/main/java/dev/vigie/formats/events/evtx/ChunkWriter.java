package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.evtx.WriterNode.Tag;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.Guid;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A chunk in the making: 64 KiB of records that share names and template definitions.
 *
 * <p>Names and definitions stand where they are first needed; two tables of hash chains in the header lead to them. A
 * chain's head is its newest entry, so that taking a record back only moves heads.
 */
final class ChunkWriter {
    static final int SIZE = 0x10000;
    static final int HEADER_SIZE = 512;
    private static final int RECORD_ALIGNMENT = 8;
    /**
     * The largest record, and what all records of a chunk can take. The last eight bytes stay free, as in every log of
     * Windows that was looked at; libevtx loses a record that ends with its chunk.
     */
    static final int CAPACITY = SIZE - HEADER_SIZE - RECORD_ALIGNMENT;
    private static final byte[] MAGIC = "ElfChnk\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_STRUCTURE_SIZE = 128;
    private static final int CHECKED_HEADER = 120;
    private static final int NAME_BUCKETS = 128;
    private static final int NAME_BUCKET_COUNT = 64;
    private static final int TEMPLATE_BUCKETS = 384;
    private static final int TEMPLATE_BUCKET_COUNT = 32;
    private static final int HASH_FACTOR = 65599;
    private static final int RECORD_MAGIC = 0x00002A2A;
    private final WriterBuffer out = new WriterBuffer(SIZE);
    private final Map<String, Integer> names = new HashMap<>();
    private final IdentityHashMap<WriterDefinition, Integer> templates = new IdentityHashMap<>();
    private final BinXmlWriter binXml;
    private int records;
    private long firstId;
    private long lastId;
    private int lastOffset;

    ChunkWriter(Charset ansi, WriterDefinitions definitions) {
        binXml = new BinXmlWriter(this, ansi, definitions);
        out.skip(HEADER_SIZE);
    }

    WriterBuffer buffer() {
        return out;
    }

    boolean isEmpty() {
        return records == 0;
    }

    int records() {
        return records;
    }

    /**
     * Adds a record; leaves no trace when it does not fit or cannot be written.
     *
     * @return whether it fits
     * @throws EventTooLargeException when it would not fit into any chunk
     */
    boolean append(long id, FileTime written, WriterFragment fragment) {
        int start = out.position();
        boolean kept = false;
        try {
            int size = record(id, written, fragment);
            kept = out.position() <= HEADER_SIZE + CAPACITY;
            if (!kept && isEmpty()) {
                throw new EventTooLargeException(size, CAPACITY);
            }
        } finally {
            if (!kept) {
                takeBack(start);
            }
        }
        if (kept) {
            firstId = isEmpty() ? id : firstId;
            lastId = id;
            lastOffset = start;
            records++;
        }
        return kept;
    }

    private int record(long id, FileTime written, WriterFragment fragment) {
        int start = out.position();
        out.u32(RECORD_MAGIC);
        out.u32(0);
        out.u64(id);
        out.u64(written.ticks());
        binXml.record(fragment);
        out.skip(-(out.position() + 4) & RECORD_ALIGNMENT - 1);
        int size = out.position() + 4 - start;
        out.u32(size);
        out.u32At(start + 4, size);
        return size;
    }

    private void takeBack(int start) {
        names.values().removeIf(offset -> offset >= start);
        templates.values().removeIf(offset -> offset >= start);
        for (int i = 0; i < NAME_BUCKET_COUNT + TEMPLATE_BUCKET_COUNT; i++) {
            int bucket = NAME_BUCKETS + 4 * i;
            while (out.u32At(bucket) >= start) {
                out.u32At(bucket, out.u32At(out.u32At(bucket)));
            }
        }
        out.rewind(start);
    }

    /** Writes a reference to a name, and the name itself when it is the first. */
    void name(String name) {
        Integer known = names.get(name);
        if (known != null) {
            out.u32(known);
            return;
        }
        int at = out.position() + 4;
        out.u32(at);
        names.put(name, at);
        int hash = hash(name);
        link(NAME_BUCKETS + 4 * Math.floorMod(hash, NAME_BUCKET_COUNT), at);
        out.u16(hash);
        out.u16(name.length());
        out.utf16(name);
        out.u16(0);
    }

    /** Writes a reference to a template definition, and the definition itself when it is the first. */
    void template(WriterDefinition definition, BinXmlWriter writer) {
        Integer known = templates.get(definition);
        if (known != null) {
            out.u32(out.u32At(known + 4));
            out.u32(known);
            return;
        }
        Guid guid = definition.guid();
        out.u32((int) (guid.high() >>> 32));
        int at = out.position() + 4;
        out.u32(at);
        templates.put(definition, at);
        link(TEMPLATE_BUCKETS + 4 * Math.floorMod(hash(guid), TEMPLATE_BUCKET_COUNT), at);
        WriterValues.guid(guid, out);
        int size = out.position();
        out.u32(0);
        writer.definition(definition.root());
        out.u32At(size, out.position() - size - 4);
    }

    private void link(int bucket, int at) {
        out.u32(out.u32At(bucket));
        out.u32At(bucket, at);
    }

    /** A name's hash, of which 16 bits are stored. */
    private static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = hash * HASH_FACTOR + name.charAt(i);
        }
        return hash;
    }

    /** A template's hash: that of a name made of the GUID's eight 16-bit units, as real logs show. */
    private static int hash(Guid guid) {
        byte[] bytes = new byte[Guid.SIZE];
        guid.write(bytes, 0);
        int hash = 0;
        for (int i = 0; i < Guid.SIZE; i += 2) {
            hash = hash * HASH_FACTOR + (bytes[i] & 0xFF | (bytes[i + 1] & 0xFF) << 8);
        }
        return hash;
    }

    /** The GUID of a template: a digest of its definition as it stands alone, so that equal ones have equal GUIDs. */
    static Guid identity(Tag root) {
        ChunkWriter alone = new ChunkWriter(StandardCharsets.US_ASCII, new WriterDefinitions());
        alone.binXml.definition(root);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Guid.read(digest.digest(alone.out.copy(HEADER_SIZE, alone.out.position())), 0);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The finished chunk.
     *
     * @param firstNumber the number of its first record, counted from 1 over the file
     */
    byte[] finish(long firstNumber) {
        int free = out.position();
        out.bytesAt(0, MAGIC);
        out.u64At(8, firstNumber);
        out.u64At(16, firstNumber + records - 1);
        out.u64At(24, firstId);
        out.u64At(32, lastId);
        out.u32At(40, HEADER_STRUCTURE_SIZE);
        out.u32At(44, lastOffset);
        out.u32At(48, free);
        CRC32 data = new CRC32();
        out.update(data, HEADER_SIZE, free);
        out.u32At(52, (int) data.getValue());
        out.u32At(120, 1);
        CRC32 header = new CRC32();
        out.update(header, 0, CHECKED_HEADER);
        out.update(header, NAME_BUCKETS, HEADER_SIZE);
        out.u32At(124, (int) header.getValue());
        return out.copy(SIZE);
    }
}
