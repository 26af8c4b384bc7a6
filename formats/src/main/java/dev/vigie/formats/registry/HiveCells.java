package dev.vigie.formats.registry;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.windows.OpaqueData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The cells of a hive: every access is checked, and what fails is kept as a problem. Safe for use by several threads.
 */
final class HiveCells {
    /** An offset that points nowhere. */
    static final int NOWHERE = -1;
    private static final int MOST_PROBLEMS = 1000;
    private static final int SIZE_BYTES = Integer.BYTES;

    private final String source;
    private final ByteBuffer bytes;
    private final BaseBlock baseBlock;
    private final Set<Problem> problems = ConcurrentHashMap.newKeySet();

    HiveCells(String source, byte[] file, BaseBlock baseBlock, List<Problem> found) {
        this.source = source;
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.baseBlock = baseBlock;
        problems.addAll(found);
    }

    BaseBlock baseBlock() {
        return baseBlock;
    }

    /** The bytes of the file, more than any value can have. */
    int size() {
        return bytes.capacity();
    }

    Collection<Problem> problems() {
        return problems;
    }

    /** The bytes of an allocated cell, without its size. */
    Cell cell(int offset, int atLeast) throws DamagedCellException {
        long start = (long) BaseBlock.SIZE + offset;
        if (offset < 0 || start + SIZE_BYTES > bytes.capacity()) {
            throw damaged(HiveProblem.BAD_CELL, offset, Integer.toUnsignedLong(offset));
        }
        // Allocated cells have a negative size (Cell).
        long size = -(long) bytes.getInt((int) start);
        if (size < SIZE_BYTES + atLeast || start + size > bytes.capacity()) {
            throw damaged(HiveProblem.BAD_CELL, offset, Integer.toUnsignedLong(offset));
        }
        return new Cell(offset, (int) start + SIZE_BYTES, (int) size - SIZE_BYTES);
    }

    /** Keeps a problem and gives the exception that leaves what cannot be read. */
    DamagedCellException damaged(HiveProblem code, int offset, Object... arguments) {
        report(code, offset, arguments);
        return new DamagedCellException();
    }

    void report(HiveProblem code, int offset, Object... arguments) {
        if (problems.size() < MOST_PROBLEMS) {
            long place = BaseBlock.SIZE + Integer.toUnsignedLong(offset);
            problems.add(Problem.of(code, Place.at(source, place), arguments));
        }
    }

    /** A cell whose extent was checked; offsets are counted from its first byte behind the size. */
    final class Cell {
        private final int offset;
        private final int start;
        private final int size;

        private Cell(int offset, int start, int size) {
            this.offset = offset;
            this.start = start;
            this.size = size;
        }

        int offset() {
            return offset;
        }

        int size() {
            return size;
        }

        /** Fails unless the cell starts with two letters. */
        Cell require(String signature) throws DamagedCellException {
            if (!is(signature)) {
                throw damaged(HiveProblem.WRONG_CELL, offset, Integer.toUnsignedLong(offset), signature);
            }
            return this;
        }

        boolean is(String signature) {
            return size >= 2 && bytes.get(start) == signature.charAt(0) && bytes.get(start + 1) == signature.charAt(1);
        }

        int u16(int at) {
            return bytes.getShort(start + at) & 0xFFFF;
        }

        int i32(int at) {
            return bytes.getInt(start + at);
        }

        long i64(int at) {
            return bytes.getLong(start + at);
        }

        /** Bytes of the cell as text: Latin-1 when the name is compressed, else UTF-16LE. */
        String name(int at, int length, boolean compressed) {
            int present = Math.clamp(length, 0, size - at);
            if (present < length) {
                report(HiveProblem.BAD_NAME, offset, Integer.toUnsignedLong(offset));
            }
            return compressed
                    ? new String(bytes.array(), start + at, present, StandardCharsets.ISO_8859_1)
                    : new String(bytes.array(), start + at, present & ~1, StandardCharsets.UTF_16LE);
        }

        OpaqueData data(int at, int length) {
            return OpaqueData.of(bytes.array(), start + at, length);
        }

        void copy(int at, int length, ByteBuffer target) {
            target.put(bytes.array(), start + at, length);
        }

        byte[] array() {
            return bytes.array();
        }

        /** Where a byte of the cell lies in the array. */
        int inArray(int at) {
            return start + at;
        }
    }
}
