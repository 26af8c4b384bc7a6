package dev.vigie.formats.events.messages;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Little-endian numbers and text of a hostile structure: what lies outside it is a {@link Malformed}. */
final class ByteReader {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class,
            ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A structure that points outside itself or contradicts itself; caught inside this package. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final long offset;

        Malformed(long offset) {
            // Hostile files make many of these; a stack trace would cost more than the reading.
            super("", null, false, false);
            this.offset = offset;
        }

        long offset() {
            return offset;
        }
    }

    /** The bytes themselves. */
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return bytes.length;
    }

    /** Checks that a stretch lies inside. */
    int check(long at, long length) throws Malformed {
        if (at < 0 || length < 0 || at + length > bytes.length) {
            throw new Malformed(at);
        }
        return (int) at;
    }

    int u8(long at) throws Malformed {
        return bytes[check(at, 1)] & 0xFF;
    }

    int u16(long at) throws Malformed {
        return (short) SHORT.get(bytes, check(at, 2)) & 0xFFFF;
    }

    int i32(long at) throws Malformed {
        return (int) INT.get(bytes, check(at, 4));
    }

    long u32(long at) throws Malformed {
        return i32(at) & 0xFFFF_FFFFL;
    }

    long i64(long at) throws Malformed {
        return (long) LONG.get(bytes, check(at, 8));
    }

    /** UTF-16 of a length in bytes; lone surrogates stay as they are. */
    String utf16(long at, long length) throws Malformed {
        int start = check(at, length);
        char[] chars = new char[(int) (length / 2)];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) ((bytes[start + 2 * i] & 0xFF) | bytes[start + 2 * i + 1] << 8);
        }
        return new String(chars);
    }

    /** UTF-16 up to a NUL, which must come. */
    String utf16z(long at) throws Malformed {
        long end = at;
        while (u16(end) != 0) {
            end += 2;
        }
        return utf16(at, end - at);
    }

    /** Four letters that say what follows. */
    String signature(long at) throws Malformed {
        return new String(bytes, check(at, 4), 4, StandardCharsets.ISO_8859_1);
    }
}
