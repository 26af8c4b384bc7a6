package dev.vigie.formats.events;

import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.Guid;
import dev.vigie.formats.windows.Sid;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A typed value of an event.
 *
 * <p>{@link #text()} is its one text form, as Windows prints it in event XML, before escaping (MS-EVEN6 2.2.12.2).
 */
public sealed interface Value extends Node {
    /** The type it was written with; the element type for an array. */
    ValueType type();

    /** The text form, unescaped; empty for {@link Null}. */
    String text();

    /** No value. */
    enum Null implements Value {
        /** The only one. */
        NULL;

        @Override
        public ValueType type() {
            return ValueType.NULL;
        }

        @Override
        public String text() {
            return "";
        }
    }

    /**
     * Text.
     *
     * @param type {@link ValueType#STRING} or {@link ValueType#ANSI_STRING}
     * @param text without trailing NULs; may hold characters that XML cannot, such as lone surrogates
     */
    record Text(ValueType type, String text) implements Value {
        /** Checks the type. */
        public Text {
            if (type != ValueType.STRING && type != ValueType.ANSI_STRING) {
                throw new IllegalArgumentException(type + " is no text");
            }
        }

        /** A UTF-16 string. */
        public Text(String text) {
            this(ValueType.STRING, text);
        }
    }

    /**
     * A whole number.
     *
     * @param type an integer type; it decides sign, width and whether it is printed in hexadecimal
     * @param bits the value, sign-extended for signed types and zero-extended for the others
     */
    record Int(ValueType type, long bits) implements Value {
        /** Checks the type. */
        public Int {
            if (!type.isInteger()) {
                throw new IllegalArgumentException(type + " is no whole number");
            }
        }

        @Override
        public String text() {
            return switch (type) {
                case HEX_INT32, HEX_INT64, SIZE_T -> "0x" + Long.toHexString(bits);
                case UINT64 -> Long.toUnsignedString(bits);
                default -> Long.toString(bits);
            };
        }
    }

    /**
     * A floating-point number.
     *
     * @param type {@link ValueType#REAL32} or {@link ValueType#REAL64}
     * @param number the value; exact for both
     */
    record Real(ValueType type, double number) implements Value {
        /** Checks the type. */
        public Real {
            if (type != ValueType.REAL32 && type != ValueType.REAL64) {
                throw new IllegalArgumentException(type + " is no floating-point number");
            }
        }

        @Override
        public String text() {
            return type == ValueType.REAL32 ? Float.toString((float) number) : Double.toString(number);
        }
    }

    /**
     * True or false.
     *
     * @param value any stored bits but zero are true
     */
    record Bool(boolean value) implements Value {
        @Override
        public ValueType type() {
            return ValueType.BOOL;
        }

        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    /** Bytes; immutable, equal by content. */
    final class Binary implements Value {
        private final byte[] bytes;

        /** Copies the bytes. */
        public Binary(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        /** A copy of the bytes. */
        public byte[] bytes() {
            return bytes.clone();
        }

        /** How many bytes. */
        public int length() {
            return bytes.length;
        }

        @Override
        public ValueType type() {
            return ValueType.BINARY;
        }

        /** Upper-case hexadecimal without separators. */
        @Override
        public String text() {
            return HexFormat.of().withUpperCase().formatHex(bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Binary binary && Arrays.equals(bytes, binary.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Binary[" + text() + "]";
        }
    }

    /**
     * A GUID.
     *
     * @param guid printed with braces, as MS-EVEN6 requires
     */
    record GuidValue(Guid guid) implements Value {
        @Override
        public ValueType type() {
            return ValueType.GUID;
        }

        @Override
        public String text() {
            return guid.toString();
        }
    }

    /**
     * A point in time.
     *
     * @param time printed with all seven fraction digits
     */
    record Time(FileTime time) implements Value {
        @Override
        public ValueType type() {
            return ValueType.FILETIME;
        }

        @Override
        public String text() {
            return time.toString();
        }
    }

    /**
     * A calendar time of unstated zone, to the millisecond (MS-DTYP 2.3.13 SYSTEMTIME).
     *
     * @param time the calendar time
     */
    record SystemTime(LocalDateTime time) implements Value {
        @Override
        public ValueType type() {
            return ValueType.SYSTEMTIME;
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", time.getYear(),
                    time.getMonthValue(), time.getDayOfMonth(), time.getHour(), time.getMinute(), time.getSecond(),
                    time.getNano() / 1_000_000);
        }
    }

    /**
     * A security identifier.
     *
     * @param sid printed as {@code S-1-...}
     */
    record SidValue(Sid sid) implements Value {
        @Override
        public ValueType type() {
            return ValueType.SID;
        }

        @Override
        public String text() {
            return sid.toString();
        }
    }

    /**
     * Several values of one type. As the only content of an element it is printed as one element for each item (an
     * empty array as one empty element); elsewhere the items are joined with a comma.
     *
     * @param type the type of the items
     * @param items the items, all of that type
     */
    record Array(ValueType type, List<Value> items) implements Value {
        /** Copies the items. */
        public Array {
            items = List.copyOf(items);
        }

        @Override
        public String text() {
            return items.stream().map(Value::text).collect(Collectors.joining(","));
        }
    }
}
