package dev.vigie.formats.events.evtx;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;

/** The bytes of one chunk, the unit of an event log: everything a record refers to lies in its own chunk. Reusable. */
final class Chunk {
    static final int SIZE = 0x10000;
    static final int HEADER_SIZE = 512;
    /** {@code ElfChnk} and a NUL. */
    static final long MAGIC = 0x006B_6E68_4366_6C45L;
    static final int FIRST_RECORD_ID = 24;
    private static final int LAST_RECORD_ID = 32;
    static final int RECORD_IDS_END = LAST_RECORD_ID + Long.BYTES;
    private static final int FREE_SPACE = 48;
    private static final int DATA_CRC = 52;
    private static final int HEADER_CRC_END = 120;
    private static final int HEADER_CRC = 124;
    private static final int TABLES = 128;

    final byte[] bytes = new byte[SIZE];
    private long number;
    private long offset;
    private int length;

    /** Reads a chunk; one that the file cuts short is filled with zeros. */
    void load(PositionalInput input, long chunkNumber, long chunkOffset) throws IOException {
        number = chunkNumber;
        offset = chunkOffset;
        length = input.read(chunkOffset, bytes, SIZE);
        Arrays.fill(bytes, length, SIZE, (byte) 0);
    }

    long number() {
        return number;
    }

    /** Where it starts in the file. */
    long offset() {
        return offset;
    }

    /** The bytes the file has of it. */
    int length() {
        return length;
    }

    boolean isWhole() {
        return length == SIZE;
    }

    boolean hasMagic() {
        return LittleEndian.i64(bytes, 0) == MAGIC;
    }

    /** Whether it is space that was reserved and never written. */
    boolean isBlank() {
        return isBlank(0, SIZE);
    }

    boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** The id of the last record, by the header. */
    long lastRecordId() {
        return LittleEndian.i64(bytes, LAST_RECORD_ID);
    }

    /** Where the header says that the records end; may be anything. */
    int freeSpaceOffset() {
        return LittleEndian.i32(bytes, FREE_SPACE);
    }

    boolean hasPlausibleFreeSpace() {
        int free = freeSpaceOffset();
        return free >= HEADER_SIZE && free <= SIZE;
    }

    int statedHeaderCrc() {
        return LittleEndian.i32(bytes, HEADER_CRC);
    }

    int computedHeaderCrc() {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, HEADER_CRC_END);
        crc.update(bytes, TABLES, HEADER_SIZE - TABLES);
        return (int) crc.getValue();
    }

    int statedDataCrc() {
        return LittleEndian.i32(bytes, DATA_CRC);
    }

    /** The checksum of the records; call only with a plausible free-space offset. */
    int computedDataCrc() {
        CRC32 crc = new CRC32();
        crc.update(bytes, HEADER_SIZE, freeSpaceOffset() - HEADER_SIZE);
        return (int) crc.getValue();
    }
}
