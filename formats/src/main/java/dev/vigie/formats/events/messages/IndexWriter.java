package dev.vigie.formats.events.messages;

import dev.vigie.formats.windows.Guid;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of a catalogue as they are written: little-endian numbers, whole numbers of variable length, UTF-8 text. */
final class IndexWriter {
    private byte[] bytes = new byte[1 << 12];
    private int size;

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int count) {
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + count));
        }
    }

    IndexWriter u8(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    IndexWriter u16(int value) {
        return u8(value).u8(value >>> 8);
    }

    IndexWriter u32(int value) {
        return u16(value).u16(value >>> 16);
    }

    /** Seven bits a byte, the low ones first; the top bit says that more follow. */
    IndexWriter number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            u8((int) rest | 0x80);
            rest >>>= 7;
        }
        return u8((int) rest);
    }

    IndexWriter text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return number(utf8.length).raw(utf8);
    }

    IndexWriter raw(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    IndexWriter guid(Guid guid) {
        reserve(Guid.SIZE);
        guid.write(bytes, size);
        size += Guid.SIZE;
        return this;
    }
}
