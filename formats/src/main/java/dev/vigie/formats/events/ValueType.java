package dev.vigie.formats.events;

import org.jspecify.annotations.Nullable;

/** The type of a value in an event (MS-EVEN6 2.2.12, BinXml value types). */
public enum ValueType {
    /** No value. */
    NULL(0x00, 0),
    /** UTF-16LE text. */
    STRING(0x01, 0),
    /** Text in the code page of the machine that wrote it. */
    ANSI_STRING(0x02, 0),
    /** Signed, 8 bits. */
    INT8(0x03, 1),
    /** Unsigned, 8 bits. */
    UINT8(0x04, 1),
    /** Signed, 16 bits. */
    INT16(0x05, 2),
    /** Unsigned, 16 bits. */
    UINT16(0x06, 2),
    /** Signed, 32 bits. */
    INT32(0x07, 4),
    /** Unsigned, 32 bits. */
    UINT32(0x08, 4),
    /** Signed, 64 bits. */
    INT64(0x09, 8),
    /** Unsigned, 64 bits. */
    UINT64(0x0A, 8),
    /** IEEE 754, 32 bits. */
    REAL32(0x0B, 4),
    /** IEEE 754, 64 bits. */
    REAL64(0x0C, 8),
    /** True or false; four bytes in every real log, although the specification says one. */
    BOOL(0x0D, 4),
    /** Bytes, printed in hexadecimal. */
    BINARY(0x0E, 0),
    /** A {@link dev.vigie.formats.windows.Guid}. */
    GUID(0x0F, 16),
    /** A size of the writing machine's pointer width, printed in hexadecimal. */
    SIZE_T(0x10, 0),
    /** A {@link dev.vigie.formats.windows.FileTime}. */
    FILETIME(0x11, 8),
    /** A calendar time of eight 16-bit fields. */
    SYSTEMTIME(0x12, 16),
    /** A {@link dev.vigie.formats.windows.Sid}. */
    SID(0x13, 0),
    /** 32 bits, printed in hexadecimal. */
    HEX_INT32(0x14, 4),
    /** 64 bits, printed in hexadecimal. */
    HEX_INT64(0x15, 8),
    /** A fragment of binary XML. */
    BINARY_XML(0x21, 0);

    /** Set on the type code of an array. */
    public static final int ARRAY_FLAG = 0x80;
    private static final @Nullable ValueType[] BY_CODE = new ValueType[ARRAY_FLAG];

    static {
        for (ValueType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;
    private final int size;

    ValueType(int code, int size) {
        this.code = code;
        this.size = size;
    }

    /** The code in the file, without the array flag. */
    public int code() {
        return code;
    }

    /** The size of one value in bytes, or 0 when it varies. */
    public int size() {
        return size;
    }

    /** The type of a code, with or without the array flag; null when there is none. */
    public static @Nullable ValueType ofCode(int code) {
        return BY_CODE[code & ~ARRAY_FLAG & 0xFF];
    }

    /** Whether values of this type are whole numbers. */
    public boolean isInteger() {
        return code >= INT8.code && code <= UINT64.code || this == SIZE_T || this == HEX_INT32 || this == HEX_INT64;
    }

    /** Whether values of this type are whole numbers with a sign. */
    public boolean isSigned() {
        return this == INT8 || this == INT16 || this == INT32 || this == INT64;
    }
}
