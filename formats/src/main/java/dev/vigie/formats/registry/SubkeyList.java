package dev.vigie.formats.registry;

import dev.vigie.formats.registry.HiveCells.Cell;
import java.util.Arrays;

/**
 * The list of the keys below a key: one leaf, or a root of leaves, which are never nested further (Index root). Names'
 * hints and hashes in it are not used: real hives hold wrong ones.
 */
final class SubkeyList {
    private static final int ENTRIES = 4;
    private static final int PLAIN_ENTRY = 4;
    private static final int HASHED_ENTRY = 8;

    private final HiveCells cells;
    private int[] offsets = new int[8];
    private int size;
    private boolean complete = true;

    private SubkeyList(HiveCells cells) {
        this.cells = cells;
    }

    /** Reads the list in a cell. */
    static SubkeyList read(HiveCells cells, int offset) {
        SubkeyList list = new SubkeyList(cells);
        list.read(offset);
        return list;
    }

    int size() {
        return size;
    }

    /** Where the cell of a key lies. */
    int key(int index) {
        return offsets[index];
    }

    boolean isComplete() {
        return complete;
    }

    private void read(int offset) {
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
        // Leaves that are named again and again could otherwise make a small file a huge list.
        if (count > cells.mostKeys() - size) {
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
