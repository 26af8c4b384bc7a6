package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.messages.ByteReader.Malformed;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The texts of a catalogue; a block is read and inflated when one of its texts is asked for and kept while memory
 * allows. Safe for use by several threads.
 */
final class TextPool {
    /** Bytes of a block's entry in the directory. */
    static final int ENTRY = 12;
    /** No text is longer than a message table entry can be, of which each UTF-16 unit takes three bytes at most. */
    private static final int MAX_BLOCK = TextPoolWriter.BLOCK + 3 * (1 << 16);
    private final PositionalBytes file;
    private final ByteReader directory;
    private final long start;
    private final long end;
    private final int count;
    private final AtomicReferenceArray<SoftReference<byte[]>> inflated;

    /**
     * A pool.
     *
     * @param directory an entry for each block, in the order of their offsets
     * @param start where the first block lies in the file
     * @param end where the last one ends
     */
    TextPool(PositionalBytes file, byte[] directory, long start, long end) {
        this.file = file;
        this.directory = new ByteReader(directory);
        this.start = start;
        this.end = end;
        this.count = directory.length / ENTRY;
        this.inflated = new AtomicReferenceArray<>(count);
    }

    String text(int reference) throws Malformed, IOException {
        long offset = reference & 0xFFFF_FFFFL;
        int block = find(offset);
        byte[] plain = block(block);
        long at = offset - directory.u32((long) block * ENTRY);
        return new IndexReader(plain, at, plain.length - at).text();
    }

    private int find(long offset) throws Malformed {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (directory.u32((long) middle * ENTRY) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private byte[] block(int number) throws Malformed, IOException {
        if (number >= count) {
            throw new Malformed(start);
        }
        SoftReference<byte[]> kept = inflated.get(number);
        byte[] plain = kept == null ? null : kept.get();
        if (plain == null) {
            plain = inflate(number);
            inflated.set(number, new SoftReference<>(plain));
        }
        return plain;
    }

    private byte[] inflate(int number) throws Malformed, IOException {
        long at = (long) number * ENTRY;
        long size = directory.u32(at + 4);
        long from = start + directory.u32(at + 8);
        long to = number + 1 < count ? start + directory.u32(at + ENTRY + 8) : end;
        if (size > MAX_BLOCK || to < from || to - from > 2L * MAX_BLOCK) {
            throw new Malformed(from);
        }
        byte[] plain = new byte[(int) size];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file.read(from, (int) (to - from)));
            int length = 0;
            while (length < plain.length && !inflater.finished()) {
                int more = inflater.inflate(plain, length, plain.length - length);
                if (more == 0) {
                    throw new Malformed(from);
                }
                length += more;
            }
            // The checksum stands behind the last byte and is looked at on the way to the end.
            if (length != plain.length || inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
                throw new Malformed(from);
            }
            return plain;
        } catch (DataFormatException e) {
            throw new Malformed(from);
        } finally {
            inflater.end();
        }
    }
}
