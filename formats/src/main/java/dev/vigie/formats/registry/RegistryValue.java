package dev.vigie.formats.registry;

import dev.vigie.formats.windows.OpaqueData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A value of a key. Equality is that of name, type and bytes.
 *
 * @param name the name; empty for the default value of the key
 * @param typeCode the number of the type, which can be any; see {@link RegistryType}
 * @param data the bytes as they are stored
 */
public record RegistryValue(String name, int typeCode, OpaqueData data) {
    private static final char NUL = 0;

    /** A text, with its terminator. */
    public static RegistryValue text(String name, String text) {
        return text(RegistryType.SZ, name, text);
    }

    /** A text with names of environment variables in it, with its terminator. */
    public static RegistryValue expandable(String name, String text) {
        return text(RegistryType.EXPAND_SZ, name, text);
    }

    /** A list of texts, with its terminators. */
    public static RegistryValue texts(String name, List<String> texts) {
        StringBuilder joined = new StringBuilder();
        texts.forEach(text -> joined.append(text).append(NUL));
        return new RegistryValue(name, RegistryType.MULTI_SZ.code(), utf16(joined.append(NUL).toString()));
    }

    /** A number of 32 bits. */
    public static RegistryValue number(String name, int number) {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
        return new RegistryValue(name, RegistryType.DWORD.code(), OpaqueData.of(bytes, 0, bytes.length));
    }

    /** A number of 64 bits. */
    public static RegistryValue longNumber(String name, long number) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array();
        return new RegistryValue(name, RegistryType.QWORD.code(), OpaqueData.of(bytes, 0, bytes.length));
    }

    /** Bytes. */
    public static RegistryValue binary(String name, byte[] bytes) {
        return new RegistryValue(name, RegistryType.BINARY.code(), OpaqueData.of(bytes, 0, bytes.length));
    }

    /** The type, when it is a known one. */
    public Optional<RegistryType> type() {
        return RegistryType.of(typeCode);
    }

    /**
     * The text of a value that is one, up to its terminator. Real hives hold texts without terminator, with an odd
     * number of bytes and with remains behind the end: all of them have a text. A list of texts has none.
     */
    public Optional<String> text() {
        return type().filter(RegistryType::isText).map(type -> {
            String text = utf16();
            int end = text.indexOf(NUL);
            return end < 0 ? text : text.substring(0, end);
        });
    }

    /** The texts of a list of texts; empty for every other type. */
    public List<String> texts() {
        if (typeCode != RegistryType.MULTI_SZ.code()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        String text = utf16();
        int start = 0;
        while (start < text.length() && text.charAt(start) != NUL) {
            int end = text.indexOf(NUL, start);
            end = end < 0 ? text.length() : end;
            texts.add(text.substring(start, end));
            start = end + 1;
        }
        return texts;
    }

    /** The number of a value that is one, unsigned for 32 bits; empty for other types and for too few bytes. */
    public OptionalLong number() {
        ByteBuffer bytes = ByteBuffer.wrap(data.toBytes());
        if (typeCode == RegistryType.DWORD.code() && data.size() >= Integer.BYTES) {
            return OptionalLong.of(Integer.toUnsignedLong(bytes.order(ByteOrder.LITTLE_ENDIAN).getInt()));
        }
        if (typeCode == RegistryType.DWORD_BIG_ENDIAN.code() && data.size() >= Integer.BYTES) {
            return OptionalLong.of(Integer.toUnsignedLong(bytes.getInt()));
        }
        if (typeCode == RegistryType.QWORD.code() && data.size() >= Long.BYTES) {
            return OptionalLong.of(bytes.order(ByteOrder.LITTLE_ENDIAN).getLong());
        }
        return OptionalLong.empty();
    }

    /** A text of a type that is one; a link has no terminator. */
    static RegistryValue text(RegistryType type, String name, String text) {
        return new RegistryValue(name, type.code(), utf16(type == RegistryType.LINK ? text : text + NUL));
    }

    private static OpaqueData utf16(String text) {
        byte[] bytes = Utf16.encode(text);
        return OpaqueData.of(bytes, 0, bytes.length);
    }

    private String utf16() {
        byte[] bytes = data.toBytes();
        return Utf16.decode(bytes, 0, bytes.length);
    }
}
