package dev.vigie.formats.events.text;

import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.Guid;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * A growing buffer of UTF-8 text, made to be filled and cleared many times.
 *
 * <p>Text is escaped while it is written, from a {@link String} or straight from the UTF-16LE bytes of an event log; no
 * intermediate object is made. A buffer holds up to 2 GiB; one thread at a time.
 */
public final class Utf8Buffer {
    private static final int INITIAL_CAPACITY = 8192;
    private static final int MAX_CAPACITY = Integer.MAX_VALUE - 16;
    /** Code units for which room is made at once. */
    private static final int BLOCK = 512;
    private static final long NOT_ASCII = 0xFF80FF80FF80FF80L;
    private static final long WIDE_SPACES = 0x0020002000200020L;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MAX_DECIMAL_DIGITS = 20;
    /** Bytes that are copied as two numbers. */
    private static final int SHORT_RANGE = 2 * Long.BYTES;

    private byte[] bytes;
    private int size;

    /** An empty buffer. */
    public Utf8Buffer() {
        this(INITIAL_CAPACITY);
    }

    /** An empty buffer with room for so many bytes; it grows when that is not enough. */
    public Utf8Buffer(int capacity) {
        bytes = new byte[capacity];
    }

    /** How many bytes it holds. */
    public int size() {
        return size;
    }

    /** Whether its last byte is this ASCII character. */
    public boolean endsWith(char ascii) {
        return size > 0 && bytes[size - 1] == ascii;
    }

    /** Empties it and keeps its memory. */
    public void clear() {
        size = 0;
    }

    /**
     * Drops everything after the first bytes.
     *
     * @throws IndexOutOfBoundsException when the buffer holds fewer
     */
    public void truncate(int newSize) {
        size = Objects.checkIndex(newSize, size + 1);
    }

    /** Writes the content to a stream. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    /**
     * Writes a part of the content to a stream.
     *
     * @throws IndexOutOfBoundsException when the buffer holds less
     */
    public void writeTo(OutputStream out, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, /* size= */ length, /* length= */ size);
        out.write(bytes, offset, length);
    }

    /** A copy of the content. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /**
     * A copy of a part of the content.
     *
     * @throws IndexOutOfBoundsException when the buffer holds less
     */
    public byte[] toByteArray(int offset, int length) {
        Objects.checkFromIndexSize(offset, /* size= */ length, /* length= */ size);
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    /** The content as text. */
    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    /** Appends one ASCII character, unescaped. */
    public Utf8Buffer append(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    /** Appends bytes that are UTF-8 and escaped already. */
    public Utf8Buffer append(byte[] utf8) {
        return append(utf8, 0, utf8.length);
    }

    /** Appends a range of bytes that are UTF-8 and escaped already, such as a literal part of a template. */
    public Utf8Buffer append(byte[] utf8, int offset, int length) {
        if (length >= 0 && length <= SHORT_RANGE && offset <= utf8.length - SHORT_RANGE) {
            // Two moves of eight bytes, some of them too much: 2.3 ns where a call took 3.3 (C2) to 3.9 (C1).
            reserve(SHORT_RANGE);
            LONG.set(bytes, size, (long) LONG.get(utf8, offset));
            LONG.set(bytes, size + Long.BYTES, (long) LONG.get(utf8, offset + Long.BYTES));
        } else {
            reserve(length);
            System.arraycopy(utf8, offset, bytes, size, length);
        }
        size += length;
        return this;
    }

    /** Appends text that needs no escape. */
    public Utf8Buffer append(String text) {
        return append(text, Escaping.NONE);
    }

    /** Appends escaped text. */
    public Utf8Buffer append(String text, Escaping escaping) {
        int length = text.length();
        int at = 0;
        while (at < length) {
            int end = Math.min(length, at + BLOCK);
            reserveUnits(end - at);
            while (at < end) {
                char unit = text.charAt(at++);
                if (unit < 0x80) {
                    putAscii(unit, escaping);
                } else {
                    at += putWide(unit, at < length ? text.charAt(at) : 0, escaping);
                }
            }
        }
        return this;
    }

    /**
     * Appends escaped text from UTF-16LE bytes.
     *
     * @param offset where the text begins in {@code source}
     * @param length its length in bytes; an odd last byte is ignored
     */
    public Utf8Buffer appendUtf16(byte[] source, int offset, int length, Escaping escaping) {
        int limit = offset + (length & ~1);
        int at = offset;
        while (at < limit) {
            int end = Math.min(limit, at + 2 * BLOCK);
            reserveUnits((end - at) / 2);
            while (at < end) {
                at = putPlain(source, at, end, escaping);
                if (at < end) {
                    at = putOthers(source, at, end, limit, escaping);
                }
            }
        }
        return this;
    }

    /**
     * Copies plain ASCII characters, eight at a time while eight can be read; returns where the first other one is.
     *
     * <p>Eight bytes are written even where fewer characters are plain: there is room, and the rest is overwritten.
     */
    private int putPlain(byte[] source, int from, int end, Escaping escaping) {
        byte[] target = bytes;
        int written = size;
        int at = from;
        int readable = Math.min(end - 1, source.length - 2 * Long.BYTES);
        while (at <= readable) {
            long low = (long) LONG.get(source, at);
            long high = (long) LONG.get(source, at + Long.BYTES);
            int units = (end - at) / 2;
            if (units < 8) {
                // What lies behind the text becomes plain.
                low = units < 4 ? cut(low, units) : low;
                high = units < 4 ? WIDE_SPACES : cut(high, units - 4);
            } else {
                units = 8;
            }
            long eight = narrow(low) | narrow(high) << 32;
            LONG.set(target, written, eight);
            long stops = escaping.replaced(eight);
            if (((low | high) & NOT_ASCII) != 0) {
                stops |= 0x80L << 8 * wideUnit(low, high);
            }
            if (stops != 0) {
                units = Long.numberOfTrailingZeros(stops) / 8;
                size = written + units;
                return at + 2 * units;
            }
            written += units;
            at += 2 * units;
        }
        size = written;
        return at;
    }

    /** The first of four code units, and spaces. */
    private static long cut(long units, int count) {
        long rest = -1L << 16 * count;
        return units & ~rest | WIDE_SPACES & rest;
    }

    /** Which of eight code units is the first that is not ASCII. */
    private static int wideUnit(long low, long high) {
        long wide = low & NOT_ASCII;
        return wide != 0
                ? Long.numberOfTrailingZeros(wide) / 16
                : 4 + Long.numberOfTrailingZeros(high & NOT_ASCII) / 16;
    }

    /** Writes a character that is not plain, and those behind it that are not ASCII, since such text comes in runs. */
    private int putOthers(byte[] source, int from, int end, int limit, Escaping escaping) {
        int at = putUnit(source, from, limit, escaping);
        while (at < end && unit(source, at) >= 0x80) {
            at = putUnit(source, at, limit, escaping);
        }
        return at;
    }

    /** Four 16-bit units below 256 as four bytes; three steps in place of {@link Long#compress}, which C1 has not. */
    private static long narrow(long units) {
        long pairs = (units | units >>> 8) & 0x0000_FFFF_0000_FFFFL;
        return (pairs | pairs >>> 16) & 0xFFFF_FFFFL;
    }

    private int putUnit(byte[] source, int at, int limit, Escaping escaping) {
        char unit = unit(source, at);
        int next = at + 2;
        if (unit < 0x80) {
            putAscii(unit, escaping);
            return next;
        }
        return next + 2 * putWide(unit, next < limit ? unit(source, next) : 0, escaping);
    }

    private static char unit(byte[] source, int at) {
        return (char) (source[at] & 0xFF | source[at + 1] << 8);
    }

    private void putAscii(int character, Escaping escaping) {
        byte[] replacement = escaping.replacementBytes(character);
        if (replacement == null) {
            bytes[size++] = (byte) character;
        } else {
            System.arraycopy(replacement, 0, bytes, size, replacement.length);
            size += replacement.length;
        }
    }

    /** Writes a code unit above 0x7F; returns 1 when it took the next one with it, else 0. */
    private int putWide(char unit, char next, Escaping escaping) {
        if (Character.isHighSurrogate(unit) && Character.isLowSurrogate(next)) {
            int point = Character.toCodePoint(unit, next);
            bytes[size++] = (byte) (0xF0 | point >> 18);
            bytes[size++] = (byte) (0x80 | point >> 12 & 0x3F);
            bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
            bytes[size++] = (byte) (0x80 | point & 0x3F);
            return 1;
        }
        if (unit < 0x800) {
            bytes[size++] = (byte) (0xC0 | unit >> 6);
            bytes[size++] = (byte) (0x80 | unit & 0x3F);
        } else if (Character.isSurrogate(unit) && escaping == Escaping.JSON) {
            bytes[size++] = '\\';
            bytes[size++] = 'u';
            size = DigitPairs.putLowerHex(unit, 4, bytes, size);
        } else {
            putThreeBytes(holds(escaping, unit) ? unit : '\uFFFD');
        }
        return 0;
    }

    private static boolean holds(Escaping escaping, char unit) {
        boolean noncharacter = unit >= '\uFFFE'
                && (escaping == Escaping.XML_TEXT || escaping == Escaping.XML_ATTRIBUTE);
        return !noncharacter && !Character.isSurrogate(unit);
    }

    private void putThreeBytes(char unit) {
        bytes[size++] = (byte) (0xE0 | unit >> 12);
        bytes[size++] = (byte) (0x80 | unit >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | unit & 0x3F);
    }

    /** Appends a signed number in decimal. */
    public Utf8Buffer append(long number) {
        if (number >= 0) {
            return appendUnsigned(number);
        }
        append('-');
        return appendUnsigned(-number);
    }

    /** Appends an unsigned number in decimal. */
    public Utf8Buffer appendUnsigned(long number) {
        reserve(MAX_DECIMAL_DIGITS);
        if (number < 0) {
            long quotient = Long.divideUnsigned(number, 10);
            size = DigitPairs.putDecimal(quotient, bytes, size);
            bytes[size++] = (byte) ('0' + (number - 10 * quotient));
        } else {
            size = DigitPairs.putDecimal(number, bytes, size);
        }
        return this;
    }

    /** Appends an unsigned number in lower-case hexadecimal after {@code 0x}, without leading zeros. */
    public Utf8Buffer appendHex(long number) {
        reserve(2 + 16);
        bytes[size++] = '0';
        bytes[size++] = 'x';
        size = DigitPairs.putLowerHex(number, Math.max(1, (67 - Long.numberOfLeadingZeros(number)) / 4), bytes, size);
        return this;
    }

    /** Appends bytes in upper-case hexadecimal, without separators. */
    public Utf8Buffer appendHex(byte[] binary, int offset, int length) {
        reserve(Math.multiplyExact(2, length));
        size = DigitPairs.putUpperHex(binary, offset, length, bytes, size);
        return this;
    }

    /** Appends a GUID in braces, as {@link Guid#toString()}. */
    public Utf8Buffer append(Guid guid) {
        reserve(38);
        bytes[size++] = '{';
        size = DigitPairs.putLowerHex(guid.high() >>> 32, 8, bytes, size);
        bytes[size++] = '-';
        size = DigitPairs.putLowerHex(guid.high() >>> 16, 4, bytes, size);
        bytes[size++] = '-';
        size = DigitPairs.putLowerHex(guid.high(), 4, bytes, size);
        bytes[size++] = '-';
        size = DigitPairs.putLowerHex(guid.low() >>> 48, 4, bytes, size);
        bytes[size++] = '-';
        size = DigitPairs.putLowerHex(guid.low(), 12, bytes, size);
        bytes[size++] = '}';
        return this;
    }

    /** Appends a time with all seven fraction digits, as {@link FileTime#toString()}. */
    public Utf8Buffer append(FileTime time) {
        CalendarDigits.append(time.ticks(), this);
        return this;
    }

    /**
     * Appends {@code hh:mm:ss.fffffff}.
     *
     * @param seconds seconds of the day
     * @param ticks the rest, in units of 100 ns
     */
    public Utf8Buffer appendTimeOfDay(int seconds, int ticks) {
        reserve(16);
        byte[] target = bytes;
        int at = size;
        DigitPairs.putTwo(seconds / 3600, target, at);
        target[at + 2] = ':';
        DigitPairs.putTwo(seconds / 60 % 60, target, at + 3);
        target[at + 5] = ':';
        DigitPairs.putTwo(seconds % 60, target, at + 6);
        target[at + 8] = '.';
        DigitPairs.putTwo(ticks / 100_000, target, at + 9);
        DigitPairs.putTwo(ticks / 1000 % 100, target, at + 11);
        DigitPairs.putTwo(ticks / 10 % 100, target, at + 13);
        target[at + 15] = (byte) ('0' + ticks % 10);
        size = at + 16;
        return this;
    }

    /** Appends a number below 10<sup>digits</sup> with leading zeros. */
    Utf8Buffer appendPadded(long number, int digits) {
        reserve(digits);
        long rest = number;
        for (int at = size + digits - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
        return this;
    }

    /** Room for so many code units, and for the other half of a pair that begins with the last. */
    private void reserveUnits(int units) {
        reserve((units + 1) * Escaping.MAX_BYTES_PER_UNIT);
    }

    /** Small enough to be inlined by C1, in which a call for each append was 6 % of the time. */
    private void reserve(int more) {
        if (bytes.length - size < more) {
            grow(more);
        }
    }

    private void grow(int more) {
        long needed = (long) size + more;
        if (needed > MAX_CAPACITY) {
            throw new OutOfMemoryError("text of more than 2 GiB");
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(MAX_CAPACITY, Math.max(needed, 2L * bytes.length)));
    }
}
