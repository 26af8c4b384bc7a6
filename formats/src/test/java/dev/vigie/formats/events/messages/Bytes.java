package dev.vigie.formats.events.messages;

import java.nio.charset.StandardCharsets;

/** Little-endian structures of tests, with places that are filled in later. */
final class Bytes {
    private final IndexWriter out = new IndexWriter();
    private byte[] patched = new byte[0];

    int size() {
        return out.size();
    }

    Bytes u8(int... values) {
        for (int value : values) {
            out.u8(value);
        }
        return this;
    }

    Bytes u16(int... values) {
        for (int value : values) {
            out.u16(value);
        }
        return this;
    }

    Bytes u32(long... values) {
        for (long value : values) {
            out.u32((int) value);
        }
        return this;
    }

    Bytes u64(long value) {
        return u32(value, value >>> 32);
    }

    Bytes ascii(String text) {
        out.raw(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    Bytes utf16(String text) {
        out.raw(text.getBytes(StandardCharsets.UTF_16LE));
        return this;
    }

    Bytes raw(byte[] bytes) {
        out.raw(bytes);
        return this;
    }

    Bytes pad(int alignment) {
        while (size() % alignment != 0) {
            out.u8(0);
        }
        return this;
    }

    /** Text behind its size in bytes, as manifests have it. */
    Bytes sized(String text) {
        int size = 4 + 2 * (text.length() + 1);
        u32((size + 3) & ~3).utf16(text).u16(0);
        return pad(4);
    }

    byte[] toBytes() {
        return patched.length == 0 ? out.toBytes() : patched.clone();
    }

    /** Sets a number that was written before; nothing may be added afterwards. */
    Bytes set(int at, long value) {
        if (patched.length == 0) {
            patched = out.toBytes();
        }
        for (int i = 0; i < 4; i++) {
            patched[at + i] = (byte) (value >>> 8 * i);
        }
        return this;
    }
}
