package dev.vigie.formats.windows;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A security identifier (MS-DTYP 2.4.2): who an account, group or service is, in every language.
 *
 * <p>Immutable. Equality is that of the identifier.
 */
public final class Sid {
    /** The most sub-authorities a SID can have (MS-DTYP 2.4.2.2). */
    public static final int MAX_SUB_AUTHORITIES = 15;
    /** The bytes before the sub-authorities. */
    public static final int HEADER_SIZE = 8;
    private static final int AUTHORITY_DIGITS = 12;
    private final long authority;
    private final int[] subAuthorities;

    private Sid(long authority, int[] subAuthorities) {
        this.authority = authority;
        this.subAuthorities = subAuthorities;
    }

    /**
     * Reads the packet form (MS-DTYP 2.4.2.2).
     *
     * @param length the bytes available from {@code offset}; bytes after the SID are ignored
     * @throws IllegalArgumentException when the bytes are no SID of revision 1 or end early
     */
    public static Sid read(byte[] bytes, int offset, int length) {
        if (length < HEADER_SIZE || bytes[offset] != 1) {
            throw new IllegalArgumentException("not a SID of revision 1");
        }
        int count = bytes[offset + 1] & 0xFF;
        if (count > MAX_SUB_AUTHORITIES || length < HEADER_SIZE + 4 * count) {
            throw new IllegalArgumentException("SID with " + count + " sub-authorities in " + length + " bytes");
        }
        long authority = 0;
        for (int i = 2; i < HEADER_SIZE; i++) {
            authority = authority << 8 | bytes[offset + i] & 0xFF;
        }
        int[] subAuthorities = new int[count];
        for (int i = 0; i < count; i++) {
            int at = offset + HEADER_SIZE + 4 * i;
            subAuthorities[i] = bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16
                    | bytes[at + 3] << 24;
        }
        return new Sid(authority, subAuthorities);
    }

    /**
     * Reads the text form, {@code S-1-5-18}; the authority may be hexadecimal ({@code 0x...}).
     *
     * @throws IllegalArgumentException when the text is no SID
     */
    public static Sid parse(CharSequence text) {
        String[] parts = text.toString().split("-", -1);
        if (text.chars().anyMatch(c -> c == '+' || c > 'z') || parts.length < 3
                || parts.length > 3 + MAX_SUB_AUTHORITIES || !parts[0].equalsIgnoreCase("S")
                || !parts[1].equals("1")) {
            throw new IllegalArgumentException("not a SID: " + text);
        }
        long authority = authority(parts[2]);
        if (authority < 0 || authority >>> 48 != 0) {
            throw new IllegalArgumentException("not a SID: " + text);
        }
        int[] subAuthorities = new int[parts.length - 3];
        for (int i = 0; i < subAuthorities.length; i++) {
            subAuthorities[i] = Integer.parseUnsignedInt(parts[i + 3]);
        }
        return new Sid(authority, subAuthorities);
    }

    /** Decimal also with leading zeros, which {@link Long#decode} would take for octal. */
    private static long authority(String digits) {
        return digits.regionMatches(true, 0, "0x", 0, 2)
                ? Long.parseLong(digits, 2, digits.length(), 16)
                : Long.parseLong(digits);
    }

    /** The identifier authority, 48 bits. */
    public long authority() {
        return authority;
    }

    /** How many sub-authorities there are. */
    public int subAuthorityCount() {
        return subAuthorities.length;
    }

    /** One sub-authority, unsigned, counted from 0. */
    public int subAuthority(int index) {
        return subAuthorities[index];
    }

    /** The SID without its last sub-authority: for an account its domain; empty when there is no sub-authority. */
    public Optional<Sid> parent() {
        int count = subAuthorities.length;
        return count == 0
                ? Optional.empty()
                : Optional.of(new Sid(authority, Arrays.copyOf(subAuthorities, count - 1)));
    }

    /**
     * The SID with one more sub-authority: for a domain one of its accounts.
     *
     * @throws IllegalStateException when there are {@value #MAX_SUB_AUTHORITIES} already
     */
    public Sid child(int subAuthority) {
        int count = subAuthorities.length;
        if (count == MAX_SUB_AUTHORITIES) {
            throw new IllegalStateException("no room for another sub-authority in " + this);
        }
        int[] more = Arrays.copyOf(subAuthorities, count + 1);
        more[count] = subAuthority;
        return new Sid(authority, more);
    }

    /** The packet form. */
    public byte[] toBytes() {
        byte[] bytes = new byte[HEADER_SIZE + 4 * subAuthorities.length];
        bytes[0] = 1;
        bytes[1] = (byte) subAuthorities.length;
        for (int i = 0; i < 6; i++) {
            bytes[2 + i] = (byte) (authority >>> 8 * (5 - i));
        }
        for (int i = 0; i < subAuthorities.length; i++) {
            for (int b = 0; b < 4; b++) {
                bytes[HEADER_SIZE + 4 * i + b] = (byte) (subAuthorities[i] >>> 8 * b);
            }
        }
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sid sid && authority == sid.authority
                && Arrays.equals(subAuthorities, sid.subAuthorities);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(authority) + Arrays.hashCode(subAuthorities);
    }

    /** {@code S-1-5-18}; an authority of 2<sup>32</sup> or more is printed with 12 hexadecimal digits (MS-DTYP 2.4.2.1). */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("S-1-");
        text.append(authority >>> 32 == 0
                ? Long.toString(authority)
                : "0x" + HexFormat.of().toHexDigits(authority, AUTHORITY_DIGITS));
        for (int subAuthority : subAuthorities) {
            text.append('-').append(Integer.toUnsignedString(subAuthority));
        }
        return text.toString();
    }
}
