package dev.vigie.formats.registry;

import java.util.Optional;

/** The types a registry value can state (MS-RRP 2.2.9; hives may hold any other number as well). */
public enum RegistryType {
    /** No type. */
    NONE,
    /** Text, UTF-16LE with a terminator that may be missing. */
    SZ,
    /** Text with names of environment variables between percent signs. */
    EXPAND_SZ,
    /** Bytes. */
    BINARY,
    /** A 32-bit number, little-endian. */
    DWORD,
    /** A 32-bit number, big-endian. */
    DWORD_BIG_ENDIAN,
    /** The path another key stands for, without a terminator. */
    LINK,
    /** A list of texts, each with a terminator, and one terminator more. */
    MULTI_SZ,
    /** Hardware resources. */
    RESOURCE_LIST,
    /** A hardware resource descriptor. */
    FULL_RESOURCE_DESCRIPTOR,
    /** Requirements for hardware resources. */
    RESOURCE_REQUIREMENTS_LIST,
    /** A 64-bit number, little-endian. */
    QWORD;

    private static final RegistryType[] BY_CODE = values();

    /** The number in a hive. */
    public int code() {
        return ordinal();
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
