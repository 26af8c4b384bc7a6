package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.text.Escaping;
import dev.vigie.formats.events.text.Utf8Buffer;
import dev.vigie.formats.windows.Guid;

/**
 * Prints the values of a chunk as {@link Value#text()} would, straight from their bytes where that is common. For values
 * in which {@link ValueDecoder#fault} finds nothing; one thread at a time.
 */
final class ValuePrinter {
    // The codes of the common types, as constants that a switch takes.
    private static final int STRING = 0x01;
    private static final int INT8 = 0x03;
    private static final int UINT8 = 0x04;
    private static final int INT16 = 0x05;
    private static final int UINT16 = 0x06;
    private static final int INT32 = 0x07;
    private static final int UINT32 = 0x08;
    private static final int INT64 = 0x09;
    private static final int UINT64 = 0x0A;
    private static final int BOOL = 0x0D;
    private static final int BINARY = 0x0E;
    private static final int GUID = 0x0F;
    private static final int SIZE_T = 0x10;
    private static final int FILETIME = 0x11;
    private static final int SID = 0x13;
    private static final int HEX_INT32 = 0x14;
    private static final int HEX_INT64 = 0x15;

    private static final int COMMON_TYPES = 1 << STRING | 1 << INT8 | 1 << UINT8 | 1 << INT16 | 1 << UINT16 | 1 << INT32
            | 1 << UINT32 | 1 << INT64 | 1 << UINT64 | 1 << BOOL | 1 << BINARY | 1 << GUID | 1 << SIZE_T | 1 << FILETIME
            | 1 << SID | 1 << HEX_INT32 | 1 << HEX_INT64;
    private static final int BARE_TYPES = 1 << INT8 | 1 << UINT8 | 1 << INT16 | 1 << UINT16 | 1 << INT32 | 1 << UINT32
            | 1 << INT64 | 1 << UINT64 | 1 << BOOL;
    private static final int EXACT_BITS = 53;
    private static final int SID_SUB_AUTHORITIES = 8;

    private final byte[] bytes;
    private final ValueDecoder values;
    private final FileTimePrinter times = new FileTimePrinter();

    ValuePrinter(Chunk chunk, ValueDecoder values) {
        bytes = chunk.bytes;
        this.values = values;
    }

    /** Prints a value of a type; nothing for NULL. */
    void append(int type, int at, int size, Escaping escaping, Utf8Buffer out) {
        switch (type) {
            case STRING -> out.appendUtf16(bytes, at, ValueDecoder.stringSize(bytes, at, size), escaping);
            case INT8 -> out.append(bytes[at]);
            case UINT8 -> out.append(LittleEndian.u8(bytes, at));
            case INT16 -> out.append((short) LittleEndian.u16(bytes, at));
            case UINT16 -> out.append(LittleEndian.u16(bytes, at));
            case INT32 -> out.append(LittleEndian.i32(bytes, at));
            case UINT32 -> out.append(LittleEndian.u32(bytes, at));
            case INT64 -> out.append(LittleEndian.i64(bytes, at));
            case UINT64 -> out.appendUnsigned(LittleEndian.i64(bytes, at));
            case BOOL -> out.append(ValueDecoder.isZero(bytes, at, size) ? "false" : "true");
            case BINARY -> out.appendHex(bytes, at, size);
            case GUID -> out.append(Guid.read(bytes, at));
            case SIZE_T, HEX_INT32, HEX_INT64 -> out.appendHex(
                    size == Integer.BYTES ? LittleEndian.u32(bytes, at) : LittleEndian.i64(bytes, at));
            case FILETIME -> times.append(LittleEndian.i64(bytes, at), out);
            case SID -> appendSid(at, size, out);
            default -> out.append(decode(type, at, size).text(), escaping);
        }
    }

    /** Whether {@link #append} needs no object for values of a type. */
    boolean isCommon(int type) {
        return (COMMON_TYPES >>> type & 1) != 0 && type < Integer.SIZE;
    }

    /** Whether values of a type are never a number or truth value in JSON, but always a string. */
    static boolean isAlwaysString(ValueType type) {
        return (COMMON_TYPES & ~BARE_TYPES & 1 << type.code()) != 0 && type.code() < Integer.SIZE;
    }

    /** Whether values of a type are always a number or truth value in JSON. */
    static boolean isAlwaysBare(ValueType type) {
        return (BARE_TYPES & 1 << type.code()) != 0 && (type.code() < INT64 || type.code() == BOOL);
    }

    /** Whether a value is a number or truth value in JSON, which keeps whole numbers exact up to 2<sup>53</sup> - 1. */
    boolean isBare(int type, int at) {
        return (BARE_TYPES >>> type & 1) != 0 && type < Integer.SIZE
                && (type < INT64 || type == BOOL || isExact(type, at));
    }

    private boolean isExact(int type, int at) {
        long number = LittleEndian.i64(bytes, at);
        return (type == INT64 ? Math.abs(number) : number) >>> EXACT_BITS == 0;
    }

    /** The value itself. */
    Value decode(int type, int at, int size) {
        return values.decode(bytes, type, at, size);
    }

    /** Whether an attribute of this value is not written (MS-EVEN6 2.2.12.2). */
    boolean isEmpty(int type, int at, int size) {
        return switch (type) {
            case STRING -> ValueDecoder.stringSize(bytes, at, size) == 0;
            case BINARY -> size == 0;
            default -> isVariable(type) && TreeBuilder.isEmpty(decode(type, at, size));
        };
    }

    private static boolean isVariable(int type) {
        return type == ValueType.NULL.code() || type == ValueType.ANSI_STRING.code()
                || (type & ValueType.ARRAY_FLAG) != 0;
    }

    private void appendSid(int at, int size, Utf8Buffer out) {
        // The authority has 48 bits, big-endian; those above 32 are set in no SID that Windows has ever made.
        if (LittleEndian.u16(bytes, at + 2) != 0) {
            out.append(decode(SID, at, size).text());
            return;
        }
        out.append("S-1-").append(Integer.toUnsignedLong(Integer.reverseBytes(LittleEndian.i32(bytes, at + 4))));
        int end = at + SID_SUB_AUTHORITIES + Integer.BYTES * LittleEndian.u8(bytes, at + 1);
        for (int i = at + SID_SUB_AUTHORITIES; i < end; i += Integer.BYTES) {
            out.append('-').append(LittleEndian.u32(bytes, i));
        }
    }
}
