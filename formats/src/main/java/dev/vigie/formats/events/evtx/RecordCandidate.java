package dev.vigie.formats.events.evtx;

/**
 * What looks like a whole record somewhere in a file: the magic, the same size at both ends, and the start of binary
 * XML between.
 *
 * @param offset where it starts in the file
 * @param size its bytes
 * @param id the id in its header
 * @param time when it was written, in ticks
 * @param chunkStart where its chunk started, as its own template definition tells; {@link #UNKNOWN} when it has none
 */
record RecordCandidate(long offset, int size, long id, long time, long chunkStart) {
    /** No chunk start. */
    static final long UNKNOWN = Long.MIN_VALUE;
    static final int MAGIC = 0x0000_2A2A;
    /** The bytes of a header, the shortest fragment and the second size. */
    static final int MIN_SIZE = RecordScanner.HEADER_SIZE + 5 + Integer.BYTES;
    static final int MAX_SIZE = Chunk.SIZE - Chunk.HEADER_SIZE;
    static final int SIZE = 4;
    static final int ID = 8;
    static final int TIME = 16;
    private static final int FRAGMENT_HEADER = 0x0001_010F;
    private static final int FRAGMENT_HEADER_SIZE = 4;
    private static final int TEMPLATE_INSTANCE = 0x0C;
    private static final int TEMPLATE_ID = 2;
    private static final int DEFINITION = 6;
    private static final int INSTANCE_SIZE = 10;
    private static final int GUID = 4;

    /** Whether a whole record starts at a place of a buffer. */
    static boolean isAt(byte[] bytes, int at, int length) {
        if (at > length - MIN_SIZE || LittleEndian.i32(bytes, at) != MAGIC) {
            return false;
        }
        int size = LittleEndian.i32(bytes, at + SIZE);
        return size >= MIN_SIZE && size <= Math.min(MAX_SIZE, length - at)
                && LittleEndian.i32(bytes, at + size - Integer.BYTES) == size
                && LittleEndian.i32(bytes, at + RecordScanner.HEADER_SIZE) == FRAGMENT_HEADER;
    }

    /**
     * The record at a place where {@link #isAt} found one.
     *
     * @param bufferOffset where the buffer starts in the file
     */
    static RecordCandidate read(byte[] bytes, int at, long bufferOffset) {
        long offset = bufferOffset + at;
        int size = LittleEndian.i32(bytes, at + SIZE);
        return new RecordCandidate(offset, size, LittleEndian.i64(bytes, at + ID), LittleEndian.i64(bytes, at + TIME),
                chunkStart(bytes, at, size, offset));
    }

    /** A definition that follows its reference tells by the reference how far from the chunk's start it is. */
    private static long chunkStart(byte[] bytes, int at, int size, long offset) {
        int instance = RecordScanner.HEADER_SIZE + FRAGMENT_HEADER_SIZE;
        int definition = instance + INSTANCE_SIZE;
        if (size < definition + ChunkTemplates.DEFINITION_HEADER_SIZE || bytes[at + instance] != TEMPLATE_INSTANCE
                || LittleEndian.i32(bytes, at + instance + TEMPLATE_ID) != LittleEndian.i32(bytes,
                        at + definition + GUID)) {
            return UNKNOWN;
        }
        int distance = LittleEndian.i32(bytes, at + instance + DEFINITION);
        long start = offset + definition - distance;
        boolean fits = start >= 0 && offset - start >= Chunk.HEADER_SIZE && offset - start <= Chunk.SIZE - size;
        return fits ? start : UNKNOWN;
    }
}
