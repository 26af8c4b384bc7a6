package dev.vigie.formats.events.evtx;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Checksum;

/** A growing little-endian byte buffer; bytes behind the position are zero. */
final class WriterBuffer {
    private static final VarHandle U16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle U32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle U64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private byte[] bytes;
    private int position;

    WriterBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    int position() {
        return position;
    }

    /** Leaves out bytes, which stay zero. */
    void skip(int count) {
        reserve(count);
    }

    /** Goes back to an earlier position and clears what was behind it. */
    void rewind(int earlier) {
        Arrays.fill(bytes, earlier, position, (byte) 0);
        position = earlier;
    }

    void u8(int value) {
        int at = reserve(1);
        bytes[at] = (byte) value;
    }

    void u16(int value) {
        int at = reserve(2);
        U16.set(bytes, at, (short) value);
    }

    void u32(int value) {
        int at = reserve(4);
        U32.set(bytes, at, value);
    }

    void u64(long value) {
        int at = reserve(8);
        U64.set(bytes, at, value);
    }

    void bytes(byte[] source) {
        int at = reserve(source.length);
        System.arraycopy(source, 0, bytes, at, source.length);
    }

    void bytes(byte[] source, int offset, int length) {
        int at = reserve(length);
        System.arraycopy(source, offset, bytes, at, length);
    }

    /** UTF-16LE, unit by unit, so that lone surrogates survive. */
    void utf16(String text) {
        int at = reserve(Math.multiplyExact(2, text.length()));
        for (int i = 0; i < text.length(); i++) {
            U16.set(bytes, at + 2 * i, (short) text.charAt(i));
        }
    }

    int u32At(int offset) {
        return (int) U32.get(bytes, offset);
    }

    void u16At(int offset, int value) {
        U16.set(bytes, offset, (short) value);
    }

    void u32At(int offset, int value) {
        U32.set(bytes, offset, value);
    }

    void u64At(int offset, long value) {
        U64.set(bytes, offset, value);
    }

    void bytesAt(int offset, byte[] source) {
        System.arraycopy(source, 0, bytes, offset, source.length);
    }

    /** A copy of the first bytes, zero-filled behind the end. */
    byte[] copy(int length) {
        return Arrays.copyOf(bytes, length);
    }

    /** A copy of a range. */
    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** Adds a range to a checksum. */
    void update(Checksum checksum, int from, int to) {
        checksum.update(bytes, from, to - from);
    }

    private int reserve(int count) {
        int at = position;
        int end = Math.addExact(at, count);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 16L, Math.max(2L * bytes.length, end)));
        }
        position = end;
        return at;
    }
}
