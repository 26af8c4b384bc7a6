package dev.vigie.formats.events.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set of unsigned 64-bit numbers, as ranges: event ids, levels, times in ticks.
 *
 * @param ranges disjoint, not adjacent, ascending
 */
public record NumberSet(List<Range> ranges) {
    private static final long MAX = -1;
    private static final NumberSet EMPTY = new NumberSet(List.of());

    /** Copies the list. */
    public NumberSet {
        ranges = List.copyOf(ranges);
    }

    /**
     * A range.
     *
     * @param first its lowest number, unsigned
     * @param last its highest number, unsigned, not below {@code first}
     */
    public record Range(long first, long last) {
        boolean contains(long number) {
            return Long.compareUnsigned(first, number) <= 0 && Long.compareUnsigned(number, last) <= 0;
        }
    }

    static NumberSet of(Operator operator, long bound) {
        return switch (operator) {
            case EQ -> range(bound, bound);
            case LE -> range(0, bound);
            case GE -> range(bound, MAX);
            case LT -> bound == 0 ? EMPTY : range(0, bound - 1);
            case GT -> bound == MAX ? EMPTY : range(bound + 1, MAX);
            case NE -> of(Operator.LT, bound).or(of(Operator.GT, bound));
        };
    }

    private static NumberSet range(long first, long last) {
        return new NumberSet(List.of(new Range(first, last)));
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether a number, taken as unsigned, is in it. */
    public boolean contains(long number) {
        return ranges.stream().anyMatch(range -> range.contains(number));
    }

    NumberSet and(NumberSet other) {
        List<Range> both = new ArrayList<>();
        for (Range a : ranges) {
            for (Range b : other.ranges) {
                long first = Long.compareUnsigned(a.first, b.first) > 0 ? a.first : b.first;
                long last = Long.compareUnsigned(a.last, b.last) < 0 ? a.last : b.last;
                if (Long.compareUnsigned(first, last) <= 0) {
                    both.add(new Range(first, last));
                }
            }
        }
        both.sort(Comparator.comparing(Range::first, Long::compareUnsigned));
        return new NumberSet(both);
    }

    NumberSet or(NumberSet other) {
        List<Range> all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        all.sort(Comparator.comparing(Range::first, Long::compareUnsigned));
        List<Range> merged = new ArrayList<>();
        for (Range range : all) {
            Range previous = merged.isEmpty() ? null : merged.getLast();
            if (previous == null || previous.last != MAX && Long.compareUnsigned(range.first, previous.last + 1) > 0) {
                merged.add(range);
            } else if (Long.compareUnsigned(range.last, previous.last) > 0) {
                merged.set(merged.size() - 1, new Range(previous.first, range.last));
            }
        }
        return new NumberSet(merged);
    }

    /** {@code 1 4624-4634}. */
    @Override
    public String toString() {
        return ranges.stream()
                .map(range -> Long.toUnsignedString(range.first)
                        + (range.first == range.last ? "" : "-" + Long.toUnsignedString(range.last)))
                .collect(Collectors.joining(" "));
    }
}
