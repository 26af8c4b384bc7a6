package dev.vigie.formats.events.evtx;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;

/** In which order the chunks of a file are read. */
@FunctionalInterface
interface ChunkOrder {
    /** As they lie in the file. */
    ChunkOrder OF_FILE = place -> place;

    /** The number of the chunk that is read at a place of the order, both from 0. */
    long chunk(long place);

    /**
     * By the ids of their first records. A chunk whose header says nothing stays behind the one before it.
     *
     * @param firstChunk where the first chunk starts
     * @param count how many there are
     */
    static ChunkOrder byRecord(PositionalInput input, long firstChunk, long count, RecordOrder order)
            throws IOException {
        ChunkOrder oldestFirst = oldestFirst(input, firstChunk, count);
        return order == RecordOrder.OLDEST_FIRST ? oldestFirst : place -> oldestFirst.chunk(count - 1 - place);
    }

    private static ChunkOrder oldestFirst(PositionalInput input, long firstChunk, long count) throws IOException {
        long[] firstRecords = new long[Math.toIntExact(count)];
        byte[] header = new byte[Chunk.RECORD_IDS_END];
        boolean sorted = true;
        for (int i = 0; i < firstRecords.length; i++) {
            int read = input.read(firstChunk + (long) i * Chunk.SIZE, header, header.length);
            long before = i == 0 ? 0 : firstRecords[i - 1];
            boolean stated = read == header.length && LittleEndian.i64(header, 0) == Chunk.MAGIC;
            long id = stated ? LittleEndian.i64(header, Chunk.FIRST_RECORD_ID) : before;
            firstRecords[i] = id < 0 ? before : id;
            sorted &= firstRecords[i] >= before;
        }
        return sorted ? OF_FILE : byId(firstRecords);
    }

    private static ChunkOrder byId(long[] firstRecords) {
        Integer[] order = new Integer[firstRecords.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingLong(chunk -> firstRecords[chunk]));
        return place -> order[(int) place];
    }
}
