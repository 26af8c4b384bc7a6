package dev.vigie.formats.events.evtx;

import java.util.List;

/**
 * The first of many things, and how many there are: what a summary of bounded size says of a log of any size.
 *
 * @param <T> the things
 * @param first the first of them, at most {@link #MAX}
 * @param total how many there are
 */
public record Listed<T>(List<T> first, long total) {
    /** The most that are listed. */
    public static final int MAX = 1000;

    /** Copies the list. */
    public Listed {
        first = List.copyOf(first);
    }

    /** How many are not listed. */
    public long more() {
        return total - first.size();
    }
}
