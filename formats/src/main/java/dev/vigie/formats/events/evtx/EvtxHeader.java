package dev.vigie.formats.events.evtx;

import java.util.zip.CRC32;

/**
 * What the header of an event log states. None of it is needed to read the records, and much of it is old in a log
 * that was not closed.
 *
 * @param hasMagic whether the header starts as it must; if not, the other numbers mean little
 * @param majorVersion 3
 * @param minorVersion 1, or 2 since Windows 10 version 2004
 * @param firstChunk the number of the oldest chunk
 * @param currentChunk the number of the chunk written last
 * @param nextRecordId the id the next record would get
 * @param chunkCount the number of chunks in use, cut to 16 bits
 * @param flags the bits behind {@link #isDirty()}, {@link #isFull()} and {@link #hasChecksums()}
 * @param statedCrc the checksum it states
 * @param computedCrc the checksum it has
 */
public record EvtxHeader(boolean hasMagic, int majorVersion, int minorVersion, long firstChunk, long currentChunk,
        long nextRecordId, int chunkCount, int flags, int statedCrc, int computedCrc) {
    /** The bytes before the first chunk. */
    public static final int SIZE = 4096;
    /** {@code ElfFile} and a NUL. */
    static final long MAGIC = 0x0065_6C69_4666_6C45L;
    private static final int CRC_END = 120;
    private static final int DIRTY = 1;
    private static final int FULL = 2;
    private static final int NO_CHECKSUMS = 4;

    static EvtxHeader read(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, CRC_END);
        return new EvtxHeader(LittleEndian.i64(bytes, 0) == MAGIC, LittleEndian.u16(bytes, 38),
                LittleEndian.u16(bytes, 36), LittleEndian.i64(bytes, 8), LittleEndian.i64(bytes, 16),
                LittleEndian.i64(bytes, 24), LittleEndian.u16(bytes, 42), LittleEndian.i32(bytes, CRC_END),
                LittleEndian.i32(bytes, CRC_END + Integer.BYTES), (int) crc.getValue());
    }

    /** Whether the log was not closed properly, as in any copy of a log in use. */
    public boolean isDirty() {
        return (flags & DIRTY) != 0;
    }

    /** Whether the log reached its greatest size. */
    public boolean isFull() {
        return (flags & FULL) != 0;
    }

    /** Whether the checksums of the log mean anything. */
    public boolean hasChecksums() {
        return (flags & NO_CHECKSUMS) == 0;
    }

    /** Whether the version is one that is known. */
    public boolean isKnownVersion() {
        return majorVersion == 3 && (minorVersion == 1 || minorVersion == 2);
    }

    /** Whether the header is what its checksum says. */
    public boolean isIntact() {
        return hasMagic && (!hasChecksums() || statedCrc == computedCrc);
    }
}
