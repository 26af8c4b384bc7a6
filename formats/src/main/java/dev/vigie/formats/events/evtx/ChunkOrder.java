package dev.vigie.formats.events.evtx;

import java.io.IOException;
import java.util.Arrays;

/**
 * The chunks of a log in the order of their first record ids: a circular log writes its oldest chunk anew. Sixteen bytes
 * a chunk.
 */
final class ChunkOrder {

    private ChunkOrder() {
    }

    /**
     * The numbers of the chunks in their order; a chunk that does not tell its first id stays behind the one before it
     * in the file.
     *
     * @param count how many chunks there are
     * @param firstChunkOffset where the first is
     */
    static long[] of(PositionalInput input, long count, long firstChunkOffset) throws IOException {
        byte[] head = new byte[Chunk.HEADER_SIZE + RecordScanner.HEADER_SIZE];
        record Ordered(long firstId, long number) {
        }
        Ordered[] chunks = new Ordered[Math.toIntExact(count)];
        long before = 0;
        for (int number = 0; number < chunks.length; number++) {
            Arrays.fill(head, (byte) 0);
            int length = input.read(firstChunkOffset + (long) number * Chunk.SIZE, head, head.length);
            if (length == head.length && LittleEndian.i64(head, 0) == Chunk.MAGIC
                    && LittleEndian.i32(head, Chunk.HEADER_SIZE) == RecordCandidate.MAGIC) {
                before = LittleEndian.i64(head, Chunk.HEADER_SIZE + RecordCandidate.ID);
            }
            chunks[number] = new Ordered(before, number);
        }
        Arrays.sort(chunks, (one, other) -> Long.compareUnsigned(one.firstId, other.firstId));
        return Arrays.stream(chunks).mapToLong(Ordered::number).toArray();
    }
}
