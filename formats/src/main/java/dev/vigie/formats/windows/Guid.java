package dev.vigie.formats.windows;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * A globally unique identifier (MS-DTYP 2.3.4).
 *
 * @param high the first three fields, as in the text form from left to right
 * @param low the last two fields, as in the text form from left to right
 */
public record Guid(long high, long low) {
    /** Bytes of the binary form. */
    public static final int SIZE = 16;
    private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(long[].class,
            ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Reads the 16 bytes of the packet form (MS-DTYP 2.3.4.2): three little-endian fields, then eight bytes. */
    public static Guid read(byte[] bytes, int offset) {
        long fields = (long) LITTLE.get(bytes, offset);
        long high = fields << 32 | (fields >>> 32 & 0xFFFFL) << 16 | fields >>> 48;
        return new Guid(high, (long) BIG.get(bytes, offset + 8));
    }

    /** Writes the 16 bytes of the packet form. */
    public void write(byte[] bytes, int offset) {
        LITTLE.set(bytes, offset, high >>> 32 | (high >>> 16 & 0xFFFFL) << 32 | high << 48);
        BIG.set(bytes, offset + 8, low);
    }

    /**
     * Reads the text form, with or without braces, in any case.
     *
     * @throws IllegalArgumentException when the text is no GUID
     */
    public static Guid parse(CharSequence text) {
        String body = text.toString();
        if (body.startsWith("{") && body.endsWith("}")) {
            body = body.substring(1, body.length() - 1);
        }
        if (body.length() != 36 || body.charAt(8) != '-' || body.charAt(13) != '-' || body.charAt(18) != '-'
                || body.charAt(23) != '-') {
            throw new IllegalArgumentException("not a GUID: " + text);
        }
        String digits = body.replace("-", "");
        if (digits.length() != 32) {
            throw new IllegalArgumentException("not a GUID: " + text);
        }
        return new Guid(HexFormat.fromHexDigitsToLong(digits, 0, 16), HexFormat.fromHexDigitsToLong(digits, 16, 32));
    }

    /** In braces and lower case, as current Windows prints it: {@code {5d896912-022d-40aa-a3a8-4fa5515c76d7}}. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        String first = hex.toHexDigits(high);
        String last = hex.toHexDigits(low);
        return "{" + first.substring(0, 8) + "-" + first.substring(8, 12) + "-" + first.substring(12) + "-"
                + last.substring(0, 4) + "-" + last.substring(4) + "}";
    }
}
