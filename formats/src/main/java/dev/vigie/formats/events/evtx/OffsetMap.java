package dev.vigie.formats.events.evtx;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A map from offsets in a chunk, never 0, to values; open addressing, since it is asked once or twice for every record
 * and boxed keys would be garbage.
 *
 * @param <V> the values
 */
final class OffsetMap<V> {
    private static final int INITIAL_CAPACITY = 128;
    private static final int SPREAD = 0x9E37_79B9;

    private int[] offsets = new int[INITIAL_CAPACITY];
    private @Nullable Object[] values = new Object[INITIAL_CAPACITY];
    private int size;

    void clear() {
        if (size > 0) {
            Arrays.fill(offsets, 0);
            Arrays.fill(values, null);
            size = 0;
        }
    }

    /** The value of an offset, or null. */
    @SuppressWarnings("unchecked") // Only put() fills the array.
    @Nullable
    V get(int offset) {
        return (V) values[slot(offset)];
    }

    void put(int offset, V value) {
        if (2 * size >= offsets.length) {
            grow();
        }
        int slot = slot(offset);
        if (offsets[slot] == 0) {
            size++;
        }
        offsets[slot] = offset;
        values[slot] = value;
    }

    private int slot(int offset) {
        int mask = offsets.length - 1;
        int slot = offset * SPREAD >>> Integer.numberOfLeadingZeros(mask);
        while (offsets[slot] != offset && offsets[slot] != 0) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldOffsets = offsets;
        @Nullable
        Object[] oldValues = values;
        offsets = new int[2 * oldOffsets.length];
        values = new Object[offsets.length];
        for (int i = 0; i < oldOffsets.length; i++) {
            if (oldOffsets[i] != 0) {
                int slot = slot(oldOffsets[i]);
                offsets[slot] = oldOffsets[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
