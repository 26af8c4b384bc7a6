package dev.vigie.formats.registry;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.windows.OpaqueData;
import dev.vigie.formats.windows.SecurityDescriptor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** Cells are so aligned (Hive bin). */
    private static final int ALIGNMENT = 8;
    /** What a key takes in a hive: its size, its node and its place in a list. */
    private static final int SMALLEST_KEY = SIZE_BYTES + 76 + Integer.BYTES;
    private static final int SMALLEST_VALUE = SIZE_BYTES + 20 + Integer.BYTES;
    /** Security descriptors (Key security). */
    private static final int SECURITY_SIZE = 16;
    private static final int SECURITY_DATA = 20;

    private final String source;
    private final ByteBuffer bytes;
    private final BaseBlock baseBlock;
    private final Set<Problem> problems = ConcurrentHashMap.newKeySet();
    /** Many keys share few descriptors. */
    private final Map<Integer, Optional<SecurityDescriptor>> descriptors = new ConcurrentHashMap<>();

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

    /** How many keys there can be at most in a file of this size. */
    int mostKeys() {
        return bytes.capacity() / SMALLEST_KEY;
    }

    /** How many values a key can have at most in a file of this size. */
    int mostValues() {
        return bytes.capacity() / SMALLEST_VALUE;
    }

    /** The security descriptor in a cell, empty when it cannot be read. */
    Optional<SecurityDescriptor> security(int offset) {
        return descriptors.computeIfAbsent(offset, this::readSecurity);
    }

    Collection<Problem> problems() {
        return problems;
    }

    /** The bytes of an allocated cell, without its size. */
    Cell cell(int offset, int atLeast) throws DamagedCellException {
        long start = (long) BaseBlock.SIZE + offset;
        if (offset < 0 || offset % ALIGNMENT != 0 || start + SIZE_BYTES > bytes.capacity()) {
            throw damaged(HiveProblem.BAD_CELL, offset, Integer.toUnsignedLong(offset));
        }
        // Allocated cells have a negative size (Cell).
        long size = -(long) bytes.getInt((int) start);
        if (size < SIZE_BYTES + atLeast || start + size > bytes.capacity()) {
            throw damaged(HiveProblem.BAD_CELL, offset, Integer.toUnsignedLong(offset));
        }
        return new Cell(offset, (int) start + SIZE_BYTES, (int) size - SIZE_BYTES);
    }

    /** The cell of a key or value. */
    Cell cell(int offset, NamedCell kind) throws DamagedCellException {
        return cell(offset, kind.nameStart()).require(kind.signature());
    }

    /** Whether a readable cell has a name, without case; makes no object of what has another. */
    boolean isNamed(int offset, NamedCell kind, String wanted) {
        int start = BaseBlock.SIZE + SIZE_BYTES + offset;
        if (offset < 0 || start < 0 || start > bytes.capacity() - kind.nameStart()) {
            return false;
        }
        int room = -bytes.getInt(start - SIZE_BYTES) - SIZE_BYTES - kind.nameStart();
        int size = Math.min(room, bytes.getShort(start + kind.nameSize()) & 0xFFFF);
        int unit = (bytes.getShort(start + kind.flags()) & kind.compressed()) == 0 ? Character.BYTES : 1;
        int name = start + kind.nameStart();
        if (size < 0 || size / unit != wanted.length() || size > bytes.capacity() - name) {
            return false;
        }
        for (int i = 0; i < wanted.length(); i++) {
            char found = unit == 1 ? (char) (bytes.get(name + i) & 0xFF) : bytes.getChar(name + i * unit);
            if (!isSameLetter(found, wanted.charAt(i))) {
                return false;
            }
        }
        return isReadable(offset, kind);
    }

    /** As {@link String#equalsIgnoreCase}, which compares characters one by one as well. */
    private static boolean isSameLetter(char one, char other) {
        return one == other || folded(one) == folded(other);
    }

    private static char folded(char letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }

    private boolean isReadable(int offset, NamedCell kind) {
        try {
            cell(offset, kind);
            return true;
        } catch (DamagedCellException e) {
            return false;
        }
    }

    private Optional<SecurityDescriptor> readSecurity(int offset) {
        try {
            Cell cell = cell(offset, SECURITY_DATA).require("sk");
            int size = cell.i32(SECURITY_SIZE);
            if (size < 0 || size > cell.size() - SECURITY_DATA) {
                throw damaged(HiveProblem.BAD_SECURITY, offset, Integer.toUnsignedLong(offset));
            }
            SecurityDescriptor.Reading reading = SecurityDescriptor.read(bytes.array(), cell.start + SECURITY_DATA,
                    size, Place.at(source, cell.start + (long) SECURITY_DATA));
            if (!reading.problems().isEmpty()) {
                report(HiveProblem.BAD_SECURITY, offset, Integer.toUnsignedLong(offset));
            }
            return Optional.of(reading.descriptor());
        } catch (DamagedCellException e) {
            return Optional.empty();
        }
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

        /** The name of a key or value. */
        String name(NamedCell kind) {
            return text(kind.nameStart(), u16(kind.nameSize()), (u16(kind.flags()) & kind.compressed()) != 0);
        }

        /** Bytes of the cell as text: Latin-1 when it is compressed, else UTF-16LE. */
        String text(int at, int length, boolean compressed) {
            int present = Math.clamp(length, 0, size - at);
            if (present < length) {
                report(HiveProblem.BAD_NAME, offset, Integer.toUnsignedLong(offset));
            }
            return compressed
                    ? new String(bytes.array(), start + at, present, StandardCharsets.ISO_8859_1)
                    : Utf16.decode(bytes.array(), start + at, present);
        }

        OpaqueData data(int at, int length) {
            return OpaqueData.of(bytes.array(), start + at, length);
        }

        void copy(int at, int length, ByteBuffer target) {
            target.put(bytes.array(), start + at, length);
        }
    }
}
