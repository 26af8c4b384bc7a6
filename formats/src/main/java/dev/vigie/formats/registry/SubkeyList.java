package dev.vigie.formats.registry;

import dev.vigie.formats.registry.HiveCells.Cell;
import java.util.Arrays;
import java.util.List;

/**
 * The list of the keys below a key: one leaf, or a root of leaves, which are never nested further (Index root). Names'
 * hints and hashes in it are not used: real hives hold wrong ones.
 */
final class SubkeyList {
    private static final int ENTRIES = 4;
    private static final int PLAIN_ENTRY = 4;
    private static final int HASHED_ENTRY = 8;
    /** More keys below one key than any registry has. */
    private static final int MOST_KEYS = 1 << 22;

    private final HiveCells cells;
    private int[] offsets = new int[8];
    private int size;
    private boolean complete = true;

    SubkeyList(HiveCells cells) {
        this.cells = cells;
    }

    /** The offsets of the keys' cells. */
    List<Integer> offsets() {
        return Arrays.stream(offsets, 0, size).boxed().toList();
    }

    boolean isComplete() {
        return complete;
    }

    void read(int offset) {
        try {
            Cell list = cells.cell(offset, ENTRIES);
            if (list.is("ri")) {
                int leaves = entries(list, PLAIN_ENTRY);
                for (int i = 0; i < leaves; i++) {
                    readLeaf(list.i32(ENTRIES + i * PLAIN_ENTRY));
                }
            } else {
                add(list);
            }
        } catch (DamagedCellException e) {
            complete = false;
        }
    }

    private void readLeaf(int offset) {
        try {
            add(cells.cell(offset, ENTRIES));
        } catch (DamagedCellException e) {
            complete = false;
        }
    }

    private void add(Cell leaf) throws DamagedCellException {
        int entrySize = leaf.is("lf") || leaf.is("lh") ? HASHED_ENTRY : PLAIN_ENTRY;
        if (entrySize == PLAIN_ENTRY) {
            leaf.require("li");
        }
        int count = entries(leaf, entrySize);
        if (size + count > MOST_KEYS) {
            throw cells.damaged(HiveProblem.BAD_LIST, leaf.offset(), size + count, size);
        }
        if (size + count > offsets.length) {
            offsets = Arrays.copyOf(offsets, Math.max(2 * offsets.length, size + count));
        }
        for (int i = 0; i < count; i++) {
            offsets[size++] = leaf.i32(ENTRIES + i * entrySize);
        }
    }

    private int entries(Cell list, int entrySize) {
        int stated = list.u16(2);
        int room = (list.size() - ENTRIES) / entrySize;
        if (stated > room) {
            cells.report(HiveProblem.BAD_LIST, list.offset(), stated, room);
            complete = false;
        }
        return Math.min(stated, room);
    }
}
