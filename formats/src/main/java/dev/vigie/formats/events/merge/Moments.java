package dev.vigie.formats.events.merge;

import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.windows.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * When some events were created and where each is found again, in the order of their source until they are sorted. An
 * event without a time stands with the one before it.
 */
final class Moments {
    /** No events. */
    static final Moments NONE = new Moments();
    private static final int INITIAL_CAPACITY = 64;
    private long[] keys = {};
    private long[] positions = {};
    private int count;
    private boolean sorted = true;

    /**
     * The moment of an event as a number that is in the order of time.
     *
     * @param before that of the event before it
     */
    static long key(EventCursor event, long before) {
        FileTime time = event.timeCreated();
        return time == null ? before : time.ticks() ^ Long.MIN_VALUE;
    }

    void add(EventCursor event, long position) {
        long before = count == 0 ? Long.MIN_VALUE : keys[count - 1];
        long key = key(event, before);
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, Math.max(INITIAL_CAPACITY, 2 * count));
            positions = Arrays.copyOf(positions, keys.length);
        }
        sorted &= key >= before;
        keys[count] = key;
        positions[count++] = position;
    }

    int count() {
        return count;
    }

    long key(int index) {
        return keys[index];
    }

    long position(int index) {
        return positions[index];
    }

    /** By time; those of one moment stay as they were. Takes no more memory than it needs from here on. */
    Moments sort() {
        if (sorted) {
            keys = Arrays.copyOf(keys, count);
            positions = Arrays.copyOf(positions, count);
            return this;
        }
        int[] order = IntStream.range(0, count).boxed().sorted(Comparator.comparingLong(i -> keys[i]))
                .mapToInt(Integer::intValue).toArray();
        keys = Arrays.stream(order).mapToLong(i -> keys[i]).toArray();
        positions = Arrays.stream(order).mapToLong(i -> positions[i]).toArray();
        sorted = true;
        return this;
    }
}
