package dev.vigie.formats.registry;

import dev.vigie.formats.windows.FileTime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bins of a hive that is being written: cells are put one behind the other, and never across the end of a bin.
 * Offsets are those hives use, from the first bin; a cell's own begin behind its size.
 */
final class HiveSpace {
    private static final int BIN_HEADER = 32;
    private static final int BIN_UNIT = 4096;
    private static final int CELL_UNIT = 8;
    private static final int SIZE_BYTES = Integer.BYTES;
    private static final int FILE_NAME = 48;
    private static final int MOST_NAME = 31;

    private ByteBuffer bytes = newBuffer(1 << 16);
    /** Where the open bin begins and ends, and where its next cell goes. */
    private int bin;
    private int binEnd;
    private int next;

    private static ByteBuffer newBuffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Room for a cell of so many bytes; returns where the cell is, as other cells refer to it. */
    int allocate(int size) {
        int whole = Math.ceilDiv(Math.addExact(size, SIZE_BYTES), CELL_UNIT) * CELL_UNIT;
        if (whole > binEnd - next) {
            closeBin();
            openBin(whole);
        }
        int cell = next;
        raw(cell, -whole);
        next += whole;
        return cell;
    }

    void ascii(int cell, String signature) {
        bytes(cell, signature.getBytes(StandardCharsets.US_ASCII));
    }

    void u16(int at, int value) {
        bytes.putShort(at + SIZE_BYTES, (short) value);
    }

    void i32(int at, int value) {
        bytes.putInt(at + SIZE_BYTES, value);
    }

    void i64(int at, long value) {
        bytes.putLong(at + SIZE_BYTES, value);
    }

    void bytes(int at, byte[] source) {
        bytes.put(at + SIZE_BYTES, source);
    }

    /** The whole file. */
    byte[] finish(int rootCell, String fileName, FileTime time) {
        closeBin();
        byte[] file = new byte[BaseBlock.SIZE + binEnd];
        ByteBuffer block = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        block.put("regf".getBytes(StandardCharsets.US_ASCII)).putInt(1).putInt(1).putLong(time.ticks()).putInt(1)
                .putInt(5).putInt(BaseBlock.PRIMARY_FILE).putInt(1).putInt(rootCell).putInt(binEnd).putInt(1);
        String shortName = fileName.substring(Math.max(0, fileName.length() - MOST_NAME));
        block.put(FILE_NAME, shortName.getBytes(StandardCharsets.UTF_16LE));
        block.put(BaseBlock.SIZE, bytes.array(), 0, binEnd);
        HiveImage image = new HiveImage(fileName, file);
        image.complete(1, binEnd);
        return image.bytes();
    }

    private void openBin(int atLeast) {
        bin = binEnd;
        int size = Math.ceilDiv(atLeast + BIN_HEADER, BIN_UNIT) * BIN_UNIT;
        binEnd = Math.addExact(bin, size);
        if (binEnd > bytes.capacity()) {
            int larger = (int) Math.min(Integer.MAX_VALUE - BaseBlock.SIZE - 8L,
                    Math.max(2L * bytes.capacity(), binEnd));
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), larger)).order(ByteOrder.LITTLE_ENDIAN);
        }
        bytes.put(bin, "hbin".getBytes(StandardCharsets.US_ASCII));
        raw(bin + 4, bin);
        raw(bin + 8, size);
        next = bin + BIN_HEADER;
    }

    /** What is left of a bin is a free cell, whose size is positive. */
    private void closeBin() {
        if (next < binEnd) {
            raw(next, binEnd - next);
        }
        next = binEnd;
    }

    private void raw(int at, int value) {
        bytes.putInt(at, value);
    }
}
