package dev.vigie.formats.events.evtx;

import java.util.Arrays;

/** The records met so far, by id and time of writing: two records that agree in both are one. Eight to 32 bytes each. */
final class RecordKeys {
    private static final int INITIAL_CAPACITY = 1024;
    private static final long ID_FACTOR = 0x9E37_79B9_7F4A_7C15L;
    private static final long TIME_FACTOR = 0xC2B2_AE3D_27D4_EB4FL;
    private long[] keys = new long[INITIAL_CAPACITY];
    private int size;

    /** Adds a record; false when it was there. */
    boolean add(long id, long time) {
        if (2 * size >= keys.length) {
            grow();
        }
        return insert(key(id, time));
    }

    private boolean insert(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key >>> Integer.SIZE) & mask;
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        size++;
        return true;
    }

    private void grow() {
        long[] old = keys;
        keys = new long[2 * old.length];
        size = 0;
        Arrays.stream(old).filter(key -> key != 0).forEach(this::insert);
    }

    private static long key(long id, long time) {
        long mixed = id * ID_FACTOR ^ Long.rotateLeft(time * TIME_FACTOR, 31);
        mixed = (mixed ^ mixed >>> 29) * ID_FACTOR;
        return mixed == 0 ? 1 : mixed;
    }
}
