package dev.vigie.formats.registry;

import dev.vigie.formats.registry.HiveCells.Cell;
import dev.vigie.formats.windows.OpaqueData;
import java.nio.ByteBuffer;
import java.util.List;

/** Reads values of a hive with their data, wherever those lie (Key value, Big data). */
final class HiveValues {
    private static final int DATA_SIZE = 4;
    private static final int DATA = 8;
    private static final int TYPE = 12;
    /** Set in the size when the data are in the place of their offset. */
    private static final int INLINE = 0x8000_0000;
    private static final int MOST_INLINE = 4;
    /** The most that one cell of data holds before they are cut into segments. */
    private static final int SEGMENT = 16_344;
    private static final int SEGMENT_COUNT = 2;
    private static final int SEGMENTS = 4;
    private static final int BIG_DATA_SIZE = 8;

    private final HiveCells cells;

    HiveValues(HiveCells cells) {
        this.cells = cells;
    }

    /** Adds the value in a cell; tells whether it could be read in full. */
    boolean read(int offset, List<RegistryValue> values) {
        try {
            Cell value = cells.cell(offset, NamedCell.VALUE);
            String name = value.name(NamedCell.VALUE);
            OpaqueData data = data(value, name);
            values.add(new RegistryValue(name, value.i32(TYPE), data));
            return data.size() == size(value);
        } catch (DamagedCellException e) {
            return false;
        }
    }

    private static int size(Cell value) {
        return value.i32(DATA_SIZE) & ~INLINE;
    }

    private OpaqueData data(Cell value, String name) {
        int size = size(value);
        OpaqueData data = OpaqueData.EMPTY;
        if ((value.i32(DATA_SIZE) & INLINE) != 0) {
            data = value.data(DATA, Math.min(size, MOST_INLINE));
        } else if (size > 0) {
            try {
                data = data(cells.cell(value.i32(DATA), 0), size);
            } catch (DamagedCellException e) {
                // What is missing is told below, with the name of the value.
            }
        }
        if (data.size() < size) {
            cells.report(HiveProblem.BAD_DATA, value.offset(), name, size, data.size());
        }
        return data;
    }

    private OpaqueData data(Cell cell, int size) {
        // Some writers put large data into one cell; Windows never does in formats that have segments.
        if (size > SEGMENT && cells.baseBlock().hasBigData() && cell.is("db") && cell.size() >= BIG_DATA_SIZE) {
            return segments(cell, size);
        }
        return cell.data(0, Math.min(size, cell.size()));
    }

    private OpaqueData segments(Cell bigData, int size) {
        int count = bigData.u16(SEGMENT_COUNT);
        ByteBuffer data = ByteBuffer.allocate((int) Math.min(Math.min(size, cells.size()), (long) count * SEGMENT));
        try {
            Cell list = cells.cell(bigData.i32(SEGMENTS), count * Integer.BYTES);
            for (int i = 0; i < count && data.hasRemaining(); i++) {
                Cell segment = cells.cell(list.i32(i * Integer.BYTES), 0);
                segment.copy(0, Math.min(data.remaining(), Math.min(SEGMENT, segment.size())), data);
            }
        } catch (DamagedCellException e) {
            // The segments before the damaged one are kept.
        }
        return OpaqueData.of(data.array(), 0, data.position());
    }
}
