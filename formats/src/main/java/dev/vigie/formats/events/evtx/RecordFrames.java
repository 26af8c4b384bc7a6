package dev.vigie.formats.events.evtx;

import java.util.Arrays;

/** Where the records of a chunk lie, in the order of the chunk. Reusable. */
final class RecordFrames {
    private int[] offsets = new int[256];
    private int[] bodyEnds = new int[256];
    private long[] ids = new long[256];
    private int count;

    void clear() {
        count = 0;
    }

    void add(RecordScanner scanner) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * count);
            bodyEnds = Arrays.copyOf(bodyEnds, 2 * count);
            ids = Arrays.copyOf(ids, 2 * count);
        }
        offsets[count] = scanner.offset();
        bodyEnds[count] = scanner.bodyEnd();
        ids[count++] = scanner.id();
    }

    /** The record at an offset of the chunk; negative when there is none. */
    int indexOf(int offset) {
        return Arrays.binarySearch(offsets, 0, count, offset);
    }

    int offset(int index) {
        return offsets[index];
    }

    int bodyStart(int index) {
        return offsets[index] + RecordScanner.HEADER_SIZE;
    }

    int bodyEnd(int index) {
        return bodyEnds[index];
    }

    long id(int index) {
        return ids[index];
    }
}
