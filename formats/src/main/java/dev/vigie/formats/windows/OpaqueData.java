package dev.vigie.formats.windows;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Bytes that are kept as they are, because only their owner knows what they mean.
 *
 * <p>Immutable. Equality is that of the bytes.
 */
public final class OpaqueData {
    /** No bytes. */
    public static final OpaqueData EMPTY = new OpaqueData(new byte[0]);
    private final byte[] bytes;

    private OpaqueData(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of some bytes of an array. */
    public static OpaqueData of(byte[] bytes, int offset, int length) {
        return length == 0 ? EMPTY : new OpaqueData(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    /**
     * Reads pairs of hexadecimal digits.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static OpaqueData parse(CharSequence hex) {
        return hex.isEmpty() ? EMPTY : new OpaqueData(HexFormat.of().parseHex(hex));
    }

    /** How many bytes there are. */
    public int size() {
        return bytes.length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpaqueData data && Arrays.equals(bytes, data.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The bytes in hexadecimal, lower case. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
