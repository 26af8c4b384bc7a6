package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.Guid;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.Set;

/** How the values of a template instance are stored (MS-EVEN6 2.2.12 ValueData). */
final class WriterValues {
    /** MS-EVEN6 3.1.4.7.5; an array of sizes would not say how wide they are. */
    private static final Set<ValueType> NO_ARRAYS = Set.of(ValueType.NULL, ValueType.BINARY, ValueType.SIZE_T,
            ValueType.BINARY_XML);
    private static final int NANOS_PER_MILLI = 1_000_000;

    private WriterValues() {
    }

    /** The type code of a value's descriptor. */
    static int typeCode(Value value) {
        return value instanceof Value.Array ? value.type().code() | ValueType.ARRAY_FLAG : value.type().code();
    }

    /**
     * Writes the data of a value.
     *
     * @throws IllegalArgumentException when its type cannot hold it
     */
    static void write(Value value, Charset ansi, WriterBuffer out) {
        switch (value) {
            case Value.Null _ -> {
            }
            case Value.Text text -> text(text, ansi, out);
            case Value.Int number -> number(number, out);
            case Value.Real real -> real(real, out);
            case Value.Bool bool -> out.u32(bool.value() ? 1 : 0);
            case Value.Binary binary -> out.bytes(binary.bytes());
            case Value.GuidValue guid -> guid(guid.guid(), out);
            case Value.Time time -> out.u64(time.time().ticks());
            case Value.SystemTime time -> systemTime(time.time(), out);
            case Value.SidValue sid -> out.bytes(sid.sid().toBytes());
            case Value.Array array -> array(array, ansi, out);
        }
    }

    static void guid(Guid guid, WriterBuffer out) {
        byte[] bytes = new byte[Guid.SIZE];
        guid.write(bytes, 0);
        out.bytes(bytes);
    }

    private static void text(Value.Text text, Charset ansi, WriterBuffer out) {
        if (text.type() == ValueType.STRING) {
            out.utf16(text.text());
        } else {
            out.bytes(encode(text.text(), ansi));
        }
    }

    private static byte[] encode(String text, Charset ansi) {
        try {
            ByteBuffer encoded = ansi.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("text that " + ansi + " cannot hold", e);
        }
    }

    private static void number(Value.Int number, WriterBuffer out) {
        ValueType type = number.type();
        long bits = number.bits();
        int size = type == ValueType.SIZE_T ? Long.BYTES : type.size();
        if (!fits(bits, 8 * size, type.isSigned())) {
            throw new IllegalArgumentException(type + " cannot hold " + Long.toHexString(bits));
        }
        switch (size) {
            case 1 -> out.u8((int) bits);
            case 2 -> out.u16((int) bits);
            case 4 -> out.u32((int) bits);
            default -> out.u64(bits);
        }
    }

    private static boolean fits(long bits, int width, boolean signed) {
        if (width == Long.SIZE) {
            return true;
        }
        return signed ? bits >> width - 1 == bits >> Long.SIZE - 1 : bits >>> width == 0;
    }

    private static void real(Value.Real real, WriterBuffer out) {
        double number = real.number();
        if (real.type() == ValueType.REAL64) {
            out.u64(Double.doubleToRawLongBits(number));
        } else if (Double.compare((float) number, number) == 0) {
            out.u32(Float.floatToRawIntBits((float) number));
        } else {
            throw new IllegalArgumentException("REAL32 cannot hold " + number);
        }
    }

    /** MS-DTYP 2.3.13: year, month, day of week from Sunday, day, hour, minute, second, millisecond. */
    private static void systemTime(LocalDateTime time, WriterBuffer out) {
        if (time.getYear() < 1 || time.getYear() > 0xFFFF || time.getNano() % NANOS_PER_MILLI != 0) {
            throw new IllegalArgumentException("SYSTEMTIME cannot hold " + time);
        }
        out.u16(time.getYear());
        out.u16(time.getMonthValue());
        out.u16(time.getDayOfWeek().getValue() % 7);
        out.u16(time.getDayOfMonth());
        out.u16(time.getHour());
        out.u16(time.getMinute());
        out.u16(time.getSecond());
        out.u16(time.getNano() / NANOS_PER_MILLI);
    }

    /** Items follow one another; those of text end with a NUL. */
    private static void array(Value.Array array, Charset ansi, WriterBuffer out) {
        ValueType type = array.type();
        if (NO_ARRAYS.contains(type)) {
            throw new IllegalArgumentException("the format has no arrays of " + type);
        }
        for (Value item : array.items()) {
            if (item.type() != type || item instanceof Value.Array) {
                throw new IllegalArgumentException(item.type() + " in an array of " + type);
            }
            write(item, ansi, out);
            if (item instanceof Value.Text text) {
                terminate(text, out);
            }
        }
    }

    private static void terminate(Value.Text item, WriterBuffer out) {
        if (item.text().indexOf('\0') >= 0) {
            throw new IllegalArgumentException("NUL in an item of a text array");
        }
        if (item.type() == ValueType.STRING) {
            out.u16(0);
        } else {
            out.u8(0);
        }
    }
}
