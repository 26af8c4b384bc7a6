package dev.vigie.formats.registry;

import dev.vigie.formats.registry.HiveCells.Cell;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.SecurityDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key of a hive (Key node). Its lists are read when they are asked for, each time anew: keys are cheap to hold. */
final class HiveKey implements RegistryKey {
    private static final int LAST_WRITTEN = 4;
    private static final int SUBKEY_COUNT = 20;
    private static final int SUBKEYS = 28;
    private static final int VALUE_COUNT = 36;
    private static final int VALUES = 40;
    private static final int SECURITY = 44;
    private static final int CLASS_NAME = 48;
    private static final int CLASS_NAME_SIZE = 74;
    /** Also the end of every circle. */
    private static final int MOST_LEVELS = EditableKey.MOST_LEVELS;

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
        name = node.name(NamedCell.KEY);
    }

    /** The key in a cell. */
    static HiveKey at(HiveCells cells, int offset, @Nullable HiveKey parent) throws DamagedCellException {
        return new HiveKey(cells, cells.cell(offset, NamedCell.KEY), parent);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<RegistryKey> parent() {
        return Optional.ofNullable(parent);
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
            return Optional.of(cells.cell(offset, 0).text(0, size, false));
        } catch (DamagedCellException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<SecurityDescriptor> security() {
        int offset = node.i32(SECURITY);
        return offset == HiveCells.NOWHERE ? Optional.empty() : cells.security(offset);
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
        readValues(values, null);
        return values;
    }

    @Override
    public Optional<RegistryKey> subkey(String wanted) {
        if (hasNoSubkeys() || isTooDeep()) {
            return Optional.empty();
        }
        SubkeyList list = SubkeyList.read(cells, node.i32(SUBKEYS));
        for (int i = 0; i < list.size(); i++) {
            if (cells.isNamed(list.key(i), NamedCell.KEY, wanted)) {
                return subkey(list.key(i));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<RegistryValue> value(String wanted) {
        List<RegistryValue> found = new ArrayList<>(1);
        readValues(found, wanted);
        return found.stream().findFirst();
    }

    @Override
    public boolean isComplete() {
        return readSubkeys(new ArrayList<>()) && readValues(new ArrayList<>(), null);
    }

    @Override
    public Iterable<RegistryKey> tree() {
        return () -> new HiveTree(this, cells);
    }

    /** Says that more than one list holds this key. */
    void reportShared() {
        cells.report(HiveProblem.SHARED_KEY, node.offset(), Integer.toUnsignedLong(node.offset()));
    }

    private boolean hasNoSubkeys() {
        return node.i32(SUBKEY_COUNT) == 0;
    }

    private boolean isTooDeep() {
        if (level >= MOST_LEVELS) {
            cells.report(HiveProblem.TOO_DEEP, node.offset(), level);
        }
        return level >= MOST_LEVELS;
    }

    private Optional<RegistryKey> subkey(int offset) {
        try {
            return Optional.of(at(cells, offset, this));
        } catch (DamagedCellException e) {
            return Optional.empty();
        }
    }

    /** Adds the keys that can be read; tells whether these are all. */
    private boolean readSubkeys(List<RegistryKey> keys) {
        if (hasNoSubkeys()) {
            return true;
        }
        if (isTooDeep()) {
            return false;
        }
        SubkeyList list = SubkeyList.read(cells, node.i32(SUBKEYS));
        for (int i = 0; i < list.size(); i++) {
            subkey(list.key(i)).ifPresent(keys::add);
        }
        int stated = node.i32(SUBKEY_COUNT);
        if (stated != list.size()) {
            cells.report(HiveProblem.BAD_LIST, node.offset(), Integer.toUnsignedLong(stated), list.size());
        }
        return list.isComplete() && stated == list.size() && keys.size() == list.size();
    }

    /** Adds the values that can be read, or those of one name; tells whether these are all. */
    private boolean readValues(List<RegistryValue> values, @Nullable String wanted) {
        int stated = node.i32(VALUE_COUNT);
        if (stated == 0) {
            return true;
        }
        try {
            Cell list = cells.cell(node.i32(VALUES), 0);
            int room = Math.min(list.size() / Integer.BYTES, cells.mostValues());
            int present = Integer.compareUnsigned(stated, room) > 0 ? room : stated;
            boolean complete = present == stated;
            if (!complete) {
                cells.report(HiveProblem.BAD_LIST, list.offset(), Integer.toUnsignedLong(stated), present);
            }
            HiveValues reader = new HiveValues(cells);
            for (int i = 0; i < present; i++) {
                int value = list.i32(i * Integer.BYTES);
                if (wanted == null || cells.isNamed(value, NamedCell.VALUE, wanted)) {
                    complete &= reader.read(value, values);
                }
            }
            return complete;
        } catch (DamagedCellException e) {
            return false;
        }
    }

    /** Two keys are equal when they are the same cell of the same hive, on whatever way they were reached. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HiveKey key && key.cells == cells && key.node.offset() == node.offset();
    }

    @Override
    public int hashCode() {
        return Integer.hashCode(node.offset());
    }

    /** The path, for logs and tests. */
    @Override
    public String toString() {
        return path();
    }
}
