package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.Guid;
import dev.vigie.formats.windows.Sid;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the values of events by the type their descriptor states (MS-EVEN6 2.2.12, Value Formats). Immutable.
 *
 * <p>{@link #fault} says beforehand whether a value can be decoded, so that decoding never fails.
 */
final class ValueDecoder {
    private static final int SID_COUNT = 1;

    private static final int VARIABLE = -1;
    /** The size by which alone a value of a type code is known to be right; {@link #VARIABLE} for the other types. */
    private static final byte[] SIZES = new byte[0x100];

    static {
        Arrays.fill(SIZES, (byte) VARIABLE);
        for (ValueType type : ValueType.values()) {
            switch (type) {
                case STRING, ANSI_STRING, BINARY, BINARY_XML, SYSTEMTIME, SID -> {
                }
                case BOOL -> SIZES[type.code()] = Integer.BYTES;
                case SIZE_T -> SIZES[type.code()] = Long.BYTES;
                default -> SIZES[type.code()] = (byte) type.size();
            }
        }
    }

    private final Charset ansi;

    /** A decoder that reads ANSI strings in a charset. */
    ValueDecoder(Charset ansi) {
        this.ansi = ansi;
    }

    /** Whether {@link #fault} surely finds nothing, as in nearly all values; false means that it has to be asked. */
    static boolean isPlainlyRight(int code, int size) {
        return SIZES[code] == size || code == ValueType.STRING.code() && (size & 1) == 0;
    }

    /** What keeps {@link #decode} from understanding a value, or null. */
    static @Nullable EvtxProblem fault(byte[] bytes, int code, int at, int size) {
        ValueType type = ValueType.ofCode(code);
        if (type == null || type == ValueType.BINARY_XML) {
            return EvtxProblem.UNKNOWN_TYPE;
        }
        if (isArray(code)) {
            return arrayFault(bytes, type, at, size);
        }
        boolean good = switch (type) {
            case NULL, ANSI_STRING, BINARY -> true;
            case STRING -> size % 2 == 0;
            // One byte by MS-EVEN6, four in every real log.
            case BOOL -> size == 1 || size == 2 || size == 4 || size == 8;
            case SIZE_T -> size == 4 || size == 8;
            case SYSTEMTIME -> size == type.size() && isSystemTime(bytes, at);
            case SID -> isSid(bytes, at, size);
            default -> size == type.size();
        };
        return good ? null : EvtxProblem.BAD_VALUE;
    }

    private static @Nullable EvtxProblem arrayFault(byte[] bytes, ValueType type, int at, int size) {
        return switch (type) {
            // Arrays of these do not exist (MS-EVEN6 3.1.4.7.5); of what width a size_t in one is, nothing says.
            case NULL, BINARY, BINARY_XML, SIZE_T -> EvtxProblem.UNKNOWN_TYPE;
            case ANSI_STRING -> null;
            case STRING -> badUnless(size % 2 == 0);
            case SID -> badUnless(areSids(bytes, at, size));
            case SYSTEMTIME -> badUnless(areSystemTimes(bytes, at, size));
            default -> badUnless(size % type.size() == 0);
        };
    }

    private static @Nullable EvtxProblem badUnless(boolean good) {
        return good ? null : EvtxProblem.BAD_VALUE;
    }

    private static boolean isSid(byte[] bytes, int at, int size) {
        return size >= Sid.HEADER_SIZE && bytes[at] == 1
                && LittleEndian.u8(bytes, at + SID_COUNT) <= Sid.MAX_SUB_AUTHORITIES && sidSize(bytes, at) <= size;
    }

    private static int sidSize(byte[] bytes, int at) {
        return Sid.HEADER_SIZE + 4 * LittleEndian.u8(bytes, at + SID_COUNT);
    }

    private static boolean areSids(byte[] bytes, int at, int size) {
        int end = at + size;
        for (int i = at; i < end; i += sidSize(bytes, i)) {
            if (!isSid(bytes, i, end - i)) {
                return false;
            }
        }
        return true;
    }

    /** MS-DTYP 2.3.13: year, month, day of week, day, hour, minute, second, milliseconds. */
    private static boolean isSystemTime(byte[] bytes, int at) {
        int year = LittleEndian.u16(bytes, at);
        int month = LittleEndian.u16(bytes, at + 2);
        int day = LittleEndian.u16(bytes, at + 6);
        return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth()
                && LittleEndian.u16(bytes, at + 8) < 24 && LittleEndian.u16(bytes, at + 10) < 60
                && LittleEndian.u16(bytes, at + 12) < 60 && LittleEndian.u16(bytes, at + 14) < 1000;
    }

    private static boolean areSystemTimes(byte[] bytes, int at, int size) {
        int width = ValueType.SYSTEMTIME.size();
        if (size % width != 0) {
            return false;
        }
        for (int i = at; i < at + size; i += width) {
            if (!isSystemTime(bytes, i)) {
                return false;
            }
        }
        return true;
    }

    /** Decodes a value in which {@link #fault} finds nothing. */
    Value decode(byte[] bytes, int code, int at, int size) {
        ValueType type = ValueType.ofCode(code);
        if (type == null) {
            throw new IllegalArgumentException("value type " + code);
        }
        return isArray(code) ? array(bytes, type, at, size) : scalar(bytes, type, at, size);
    }

    private Value scalar(byte[] bytes, ValueType type, int at, int size) {
        return switch (type) {
            case NULL, BINARY_XML -> Value.Null.NULL;
            case STRING -> new Value.Text(string(bytes, at, size));
            case ANSI_STRING -> new Value.Text(type, ansiString(bytes, at, size));
            case REAL32 -> new Value.Real(type, Float.intBitsToFloat(LittleEndian.i32(bytes, at)));
            case REAL64 -> new Value.Real(type, Double.longBitsToDouble(LittleEndian.i64(bytes, at)));
            case BOOL -> new Value.Bool(!isZero(bytes, at, size));
            case BINARY -> new Value.Binary(Arrays.copyOfRange(bytes, at, at + size));
            case GUID -> new Value.GuidValue(Guid.read(bytes, at));
            case FILETIME -> new Value.Time(new FileTime(LittleEndian.i64(bytes, at)));
            case SYSTEMTIME -> new Value.SystemTime(systemTime(bytes, at));
            case SID -> new Value.SidValue(Sid.read(bytes, at, size));
            case INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64, UINT64, SIZE_T, HEX_INT32, HEX_INT64 ->
                new Value.Int(type, number(bytes, type, at, size));
        };
    }

    /** The bits of a whole number: sign-extended when its type has a sign. */
    static long number(byte[] bytes, ValueType type, int at, int size) {
        return switch (size) {
            case 1 -> type.isSigned() ? bytes[at] : LittleEndian.u8(bytes, at);
            case 2 -> type.isSigned() ? (short) LittleEndian.u16(bytes, at) : LittleEndian.u16(bytes, at);
            case 4 -> type.isSigned() ? LittleEndian.i32(bytes, at) : LittleEndian.u32(bytes, at);
            default -> LittleEndian.i64(bytes, at);
        };
    }

    private Value array(byte[] bytes, ValueType type, int at, int size) {
        return new Value.Array(type, switch (type) {
            case STRING -> strings(bytes, at, size);
            case ANSI_STRING -> ansiStrings(bytes, at, size);
            case SID -> sids(bytes, at, size);
            default -> items(bytes, type, at, size);
        });
    }

    private List<Value> items(byte[] bytes, ValueType type, int at, int size) {
        int width = type.size();
        List<Value> items = new ArrayList<>(size / width);
        for (int i = at; i < at + size; i += width) {
            items.add(scalar(bytes, type, i, width));
        }
        return items;
    }

    private List<Value> sids(byte[] bytes, int at, int size) {
        List<Value> items = new ArrayList<>();
        int end = at + size;
        for (int i = at; i < end; i += sidSize(bytes, i)) {
            items.add(scalar(bytes, ValueType.SID, i, end - i));
        }
        return items;
    }

    /** Strings that each end with a NUL, which the last one may lack. */
    private List<Value> strings(byte[] bytes, int at, int size) {
        List<Value> items = new ArrayList<>();
        int end = at + size;
        for (int start = at; start < end;) {
            int nul = stringEnd(bytes, start, end);
            items.add(scalar(bytes, ValueType.STRING, start, nul - start));
            start = nul + 2;
        }
        return items;
    }

    /** Where the NUL of the string is that begins at an offset, or the end when it lacks one. */
    static int stringEnd(byte[] bytes, int at, int end) {
        int nul = at;
        while (nul < end && LittleEndian.u16(bytes, nul) != 0) {
            nul += 2;
        }
        return nul;
    }

    private List<Value> ansiStrings(byte[] bytes, int at, int size) {
        List<Value> items = new ArrayList<>();
        int end = at + size;
        for (int start = at; start < end;) {
            int nul = start;
            while (nul < end && bytes[nul] != 0) {
                nul++;
            }
            items.add(scalar(bytes, ValueType.ANSI_STRING, start, nul - start));
            start = nul + 1;
        }
        return items;
    }

    private static String string(byte[] bytes, int at, int size) {
        return LittleEndian.utf16(bytes, at, stringSize(bytes, at, size));
    }

    /** The bytes of a UTF-16 string without its trailing NULs; one string in five has some. */
    static int stringSize(byte[] bytes, int at, int size) {
        int length = size;
        while (length > 0 && LittleEndian.u16(bytes, at + length - 2) == 0) {
            length -= 2;
        }
        return length;
    }

    private String ansiString(byte[] bytes, int at, int size) {
        int length = size;
        while (length > 0 && bytes[at + length - 1] == 0) {
            length--;
        }
        return new String(bytes, at, length, ansi);
    }

    static boolean isZero(byte[] bytes, int at, int size) {
        for (int i = at; i < at + size; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static LocalDateTime systemTime(byte[] bytes, int at) {
        return LocalDateTime.of(LittleEndian.u16(bytes, at), LittleEndian.u16(bytes, at + 2),
                LittleEndian.u16(bytes, at + 6), LittleEndian.u16(bytes, at + 8), LittleEndian.u16(bytes, at + 10),
                LittleEndian.u16(bytes, at + 12), LittleEndian.u16(bytes, at + 14) * 1_000_000);
    }

    private static boolean isArray(int code) {
        return (code & ValueType.ARRAY_FLAG) != 0;
    }
}
