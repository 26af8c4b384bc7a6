package dev.vigie.formats.registry;

import dev.vigie.formats.Place;
import dev.vigie.formats.registry.HiveCells.Cell;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.SecurityDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key of a hive (Key node). Its lists are read when they are asked for, each time anew: keys are cheap to hold. */
final class HiveKey implements RegistryKey {
    private static final String SIGNATURE = "nk";
    private static final int FLAGS = 2;
    private static final int LAST_WRITTEN = 4;
    private static final int SUBKEY_COUNT = 20;
    private static final int SUBKEYS = 28;
    private static final int VALUE_COUNT = 36;
    private static final int VALUES = 40;
    private static final int SECURITY = 44;
    private static final int CLASS_NAME = 48;
    private static final int NAME_SIZE = 72;
    private static final int CLASS_NAME_SIZE = 74;
    private static final int NAME = 76;
    private static final int COMPRESSED_NAME = 0x20;
    private static final int SECURITY_SIZE = 16;
    private static final int SECURITY_DATA = 20;
    /** What Windows allows; also the end of every circle. */
    private static final int MOST_LEVELS = 512;

    private final HiveCells cells;
    private final Cell node;
    private final @Nullable HiveKey parent;
    private final int level;
    private final String name;

    private HiveKey(HiveCells cells, Cell node, @Nullable HiveKey parent) {
        this.cells = cells;
        this.node = node;
        this.parent = parent;
        level = parent == null ? 0 : parent.level + 1;
        name = node.name(NAME, node.u16(NAME_SIZE), (node.u16(FLAGS) & COMPRESSED_NAME) != 0);
    }

    /** The key in a cell. */
    static HiveKey at(HiveCells cells, int offset, @Nullable HiveKey parent) throws DamagedCellException {
        return new HiveKey(cells, cells.cell(offset, NAME).require(SIGNATURE), parent);
    }

    /** Where its cell lies, in bytes from the first bin. */
    int offset() {
        return node.offset();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String path() {
        if (parent == null) {
            return "";
        }
        String above = parent.path();
        return above.isEmpty() ? name : above + '\\' + name;
    }

    @Override
    public Optional<FileTime> lastWritten() {
        long ticks = node.i64(LAST_WRITTEN);
        return ticks == 0 ? Optional.empty() : Optional.of(new FileTime(ticks));
    }

    @Override
    public Optional<String> className() {
        int size = node.u16(CLASS_NAME_SIZE);
        int offset = node.i32(CLASS_NAME);
        if (size == 0 || offset == HiveCells.NOWHERE) {
            return Optional.empty();
        }
        try {
            return Optional.of(cells.cell(offset, 0).name(0, size, false));
        } catch (DamagedCellException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<SecurityDescriptor> security() {
        int offset = node.i32(SECURITY);
        if (offset == HiveCells.NOWHERE) {
            return Optional.empty();
        }
        try {
            Cell cell = cells.cell(offset, SECURITY_DATA).require("sk");
            int size = cell.i32(SECURITY_SIZE);
            if (size < 0 || size > cell.size() - SECURITY_DATA) {
                throw cells.damaged(HiveProblem.BAD_SECURITY, offset, Integer.toUnsignedLong(offset));
            }
            return Optional.of(read(cell, size));
        } catch (DamagedCellException e) {
            return Optional.empty();
        }
    }

    private SecurityDescriptor read(Cell cell, int size) {
        SecurityDescriptor.Reading reading = SecurityDescriptor.read(cell.array(), cell.inArray(SECURITY_DATA), size,
                Place.at(path(), SECURITY_DATA));
        if (!reading.problems().isEmpty()) {
            cells.report(HiveProblem.BAD_SECURITY, cell.offset(), Integer.toUnsignedLong(cell.offset()));
        }
        return reading.descriptor();
    }

    @Override
    public List<RegistryKey> subkeys() {
        List<RegistryKey> keys = new ArrayList<>();
        readSubkeys(keys);
        return keys;
    }

    @Override
    public List<RegistryValue> values() {
        List<RegistryValue> values = new ArrayList<>();
        readValues(values);
        return values;
    }

    @Override
    public boolean isComplete() {
        return readSubkeys(new ArrayList<>()) && readValues(new ArrayList<>());
    }

    /** Adds the keys that can be read; tells whether these are all. */
    private boolean readSubkeys(List<RegistryKey> keys) {
        int stated = node.i32(SUBKEY_COUNT);
        int offset = node.i32(SUBKEYS);
        if (stated == 0) {
            return true;
        }
        if (level >= MOST_LEVELS) {
            cells.report(HiveProblem.TOO_DEEP, node.offset(), level);
            return false;
        }
        SubkeyList list = new SubkeyList(cells);
        list.read(offset);
        boolean complete = list.isComplete();
        for (int key : list.offsets()) {
            try {
                keys.add(at(cells, key, this));
            } catch (DamagedCellException e) {
                complete = false;
            }
        }
        if (stated != list.offsets().size()) {
            cells.report(HiveProblem.BAD_LIST, node.offset(), Integer.toUnsignedLong(stated), list.offsets().size());
            complete = false;
        }
        return complete;
    }

    /** Adds the values that can be read; tells whether these are all. */
    private boolean readValues(List<RegistryValue> values) {
        int stated = node.i32(VALUE_COUNT);
        if (stated == 0) {
            return true;
        }
        try {
            Cell list = cells.cell(node.i32(VALUES), 0);
            int present = Integer.compareUnsigned(stated, list.size() / Integer.BYTES) > 0
                    ? list.size() / Integer.BYTES
                    : stated;
            boolean complete = present == stated;
            if (!complete) {
                cells.report(HiveProblem.BAD_LIST, list.offset(), Integer.toUnsignedLong(stated), present);
            }
            HiveValues reader = new HiveValues(cells);
            for (int i = 0; i < present; i++) {
                complete &= reader.read(list.i32(i * Integer.BYTES), values);
            }
            return complete;
        } catch (DamagedCellException e) {
            return false;
        }
    }

    /** The path, for logs and tests. */
    @Override
    public String toString() {
        return path();
    }
}
