package dev.vigie.diagnosis.sigma;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * Finds all of thousands of literals in a value in one pass.
 *
 * <p>Each literal is filed under four characters of it (fewer when it is shorter), those that the fewest other literals
 * have; the pass looks up every four characters of the value and compares only what is filed there. An automaton over
 * all literals would be no faster on values of some hundred characters, and takes a second to build. Immutable.
 */
final class LiteralIndex {
    private static final int GRAM = 4;
    private static final int COUNTERS = 1 << 14;
    private final Literal[] literals;
    private final int[] numbers;
    private final int[] gramEnd;
    private final int[] next;
    private final GramTable[] tables = new GramTable[GRAM + 1];
    private final boolean hasShort;

    /** An index that names literals by the numbers they have in their program. */
    LiteralIndex(List<Node.Found> found) {
        literals = found.stream().map(Node.Found::literal).toArray(Literal[]::new);
        numbers = found.stream().mapToInt(Node.Found::number).toArray();
        gramEnd = new int[literals.length];
        next = new int[literals.length];
        short[] commonness = commonness();
        int[] sizes = new int[GRAM + 1];
        for (Literal literal : literals) {
            sizes[gramLength(literal)]++;
        }
        for (int length = 1; length <= GRAM; length++) {
            tables[length] = new GramTable(sizes[length]);
        }
        hasShort = sizes[1] + sizes[2] + sizes[3] > 0;
        for (int i = 0; i < literals.length; i++) {
            file(i, commonness);
        }
    }

    /** First of the literals of a key, in a table of open addressing; an empty place has head 0. */
    private static final class GramTable {
        private final long[] keys;
        private final int[] heads;
        private final int mask;

        GramTable(int literals) {
            int capacity = literals == 0 ? 1 : Integer.highestOneBit(literals) << 3;
            keys = new long[capacity];
            heads = new int[capacity];
            mask = capacity - 1;
        }

        int place(long gram) {
            int place = hash(gram) & mask;
            while (heads[place] != 0 && keys[place] != gram) {
                place = place + 1 & mask;
            }
            return place;
        }

        /** The first literal of a gram, counted from 1; 0 when there is none. */
        int head(long gram) {
            return mask == 0 ? 0 : heads[place(gram)];
        }
    }

    private static int gramLength(Literal literal) {
        return Math.min(GRAM, literal.folded().length());
    }

    private static int hash(long gram) {
        return (int) (gram * 0x9E37_79B9_7F4A_7C15L >>> 32);
    }

    private short[] commonness() {
        short[] counters = new short[COUNTERS];
        for (Literal literal : literals) {
            String text = literal.folded();
            for (int end = GRAM; end <= text.length(); end++) {
                int counter = hash(gram(text, end, GRAM)) & COUNTERS - 1;
                counters[counter] += counters[counter] < Short.MAX_VALUE ? (short) 1 : 0;
            }
        }
        return counters;
    }

    private static long gram(String text, int end, int length) {
        long gram = 0;
        for (int i = end - length; i < end; i++) {
            gram = gram << Character.SIZE | text.charAt(i);
        }
        return gram;
    }

    private void file(int number, short[] commonness) {
        String text = literals[number].folded();
        int length = gramLength(literals[number]);
        int best = length;
        int fewest = Integer.MAX_VALUE;
        for (int end = GRAM; end <= text.length(); end++) {
            int common = commonness[hash(gram(text, end, GRAM)) & COUNTERS - 1];
            if (common < fewest) {
                fewest = common;
                best = end;
            }
        }
        gramEnd[number] = best;
        GramTable table = tables[length];
        long gram = gram(text, best, length);
        int place = table.place(gram);
        next[number] = table.heads[place];
        table.keys[place] = gram;
        table.heads[place] = number + 1;
    }

    /** How many literals there are. */
    int size() {
        return literals.length;
    }

    /** Gives the number of every literal that is found in folded text, some perhaps several times. */
    void find(char[] text, int length, IntConsumer found) {
        long gram = 0;
        for (int at = 0; at < length; at++) {
            gram = gram << Character.SIZE | text[at];
            if (at >= GRAM - 1) {
                check(tables[GRAM].head(gram), text, at + 1, length, found);
            }
            if (hasShort) {
                checkShort(gram, text, at + 1, length, found);
            }
        }
    }

    private void checkShort(long gram, char[] text, int end, int length, IntConsumer found) {
        for (int size = 1; size < GRAM && size <= end; size++) {
            check(tables[size].head(gram & (1L << size * Character.SIZE) - 1), text, end, length, found);
        }
    }

    private void check(int first, char[] text, int end, int length, IntConsumer found) {
        for (int number = first; number != 0; number = next[number - 1]) {
            Literal literal = literals[number - 1];
            int start = end - gramEnd[number - 1];
            if (start >= 0 && start + literal.folded().length() <= length && literal.fits(start, length)
                    && isAt(literal.folded(), text, start)) {
                found.accept(numbers[number - 1]);
            }
        }
    }

    private static boolean isAt(String literal, char[] text, int start) {
        for (int i = 0; i < literal.length(); i++) {
            if (literal.charAt(i) != text[start + i]) {
                return false;
            }
        }
        return true;
    }
}
