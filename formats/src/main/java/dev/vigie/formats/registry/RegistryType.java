package dev.vigie.formats.registry;

import java.util.Optional;

/** The types a registry value can state (MS-RRP 2.2.9; hives may hold any other number as well). */
public enum RegistryType {
    /** No type. */
    NONE(0),
    /** Text, UTF-16LE with a terminator that may be missing. */
    SZ(1),
    /** Text with names of environment variables between percent signs. */
    EXPAND_SZ(2),
    /** Bytes. */
    BINARY(3),
    /** A 32-bit number, little-endian. */
    DWORD(4),
    /** A 32-bit number, big-endian. */
    DWORD_BIG_ENDIAN(5),
    /** The path another key stands for, without a terminator. */
    LINK(6),
    /** A list of texts, each with a terminator, and one terminator more. */
    MULTI_SZ(7),
    /** Hardware resources. */
    RESOURCE_LIST(8),
    /** A hardware resource descriptor. */
    FULL_RESOURCE_DESCRIPTOR(9),
    /** Requirements for hardware resources. */
    RESOURCE_REQUIREMENTS_LIST(10),
    /** A 64-bit number, little-endian. */
    QWORD(11);

    private static final RegistryType[] BY_CODE = values();

    private final int code;

    RegistryType(int code) {
        this.code = code;
    }

    /** The number in a hive. */
    public int code() {
        return code;
    }

    /** The name in the programming interface: {@code REG_SZ}. */
    public String apiName() {
        return "REG_" + name();
    }

    /** The type of a number; empty for one that is not known. */
    public static Optional<RegistryType> of(int code) {
        return code >= 0 && code < BY_CODE.length ? Optional.of(BY_CODE[code]) : Optional.empty();
    }

    boolean isText() {
        return this == SZ || this == EXPAND_SZ || this == LINK;
    }
}
