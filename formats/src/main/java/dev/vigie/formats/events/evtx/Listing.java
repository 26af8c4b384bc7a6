package dev.vigie.formats.events.evtx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Collects what becomes {@link Listed}. */
final class Listing<T> {
    private final List<T> first = new ArrayList<>();
    private long total;

    void add(T thing) {
        total++;
        if (first.size() < Listed.MAX) {
            first.add(thing);
        }
    }

    /** Replaces each of the last listed things, at most a number of them. */
    void replaceLast(int number, UnaryOperator<T> replacement) {
        List<T> last = first.subList(Math.max(0, first.size() - number), first.size());
        last.replaceAll(replacement);
    }

    long total() {
        return total;
    }

    Listed<T> toListed() {
        return new Listed<>(first, total);
    }
}
