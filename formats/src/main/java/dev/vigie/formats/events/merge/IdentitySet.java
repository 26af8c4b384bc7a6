package dev.vigie.formats.events.merge;

/** The events of one moment that were given, by identity; 16 to 64 bytes each. */
final class IdentitySet {
    private static final int INITIAL_CAPACITY = 64;
    private long[] high = new long[INITIAL_CAPACITY];
    private long[] low = new long[INITIAL_CAPACITY];
    private int size;

    /** Adds an event; false when it was there. */
    boolean add(EventIdentity identity) {
        if (2 * size >= high.length) {
            grow();
        }
        // All zeros mark a free slot; that a digest is all zeros has never been seen.
        return insert(identity.high(), identity.low() == 0 ? 1 : identity.low());
    }

    void clear() {
        if (size > 0) {
            high = new long[INITIAL_CAPACITY];
            low = new long[INITIAL_CAPACITY];
            size = 0;
        }
    }

    private boolean insert(long newHigh, long newLow) {
        int mask = high.length - 1;
        int slot = (int) newHigh & mask;
        while (low[slot] != 0) {
            if (high[slot] == newHigh && low[slot] == newLow) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        high[slot] = newHigh;
        low[slot] = newLow;
        size++;
        return true;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        high = new long[2 * oldHigh.length];
        low = new long[2 * oldLow.length];
        size = 0;
        for (int i = 0; i < oldLow.length; i++) {
            if (oldLow[i] != 0) {
                insert(oldHigh[i], oldLow[i]);
            }
        }
    }
}
