package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.messages.ByteReader.Malformed;
import java.util.regex.Pattern;

/**
 * The version of a file, of four numbers.
 *
 * @param high the first two, 32 bits together
 * @param low the last two
 */
record FileVersion(long high, long low) implements Comparable<FileVersion> {
    /** Of a file that states none. */
    static final FileVersion NONE = new FileVersion(0, 0);
    private static final int SIGNATURE = 0xFEEF04BD;
    private static final Pattern DOT = Pattern.compile("\\.");

    /** From the fixed part of a version resource (VS_FIXEDFILEINFO), which stands near its start. */
    static FileVersion read(byte[] resource) {
        ByteReader in = new ByteReader(resource);
        try {
            for (int at = 0; at < 256; at += 4) {
                if (in.i32(at) == SIGNATURE) {
                    return new FileVersion(in.u32(at + 8), in.u32(at + 12));
                }
            }
        } catch (Malformed e) {
            return NONE;
        }
        return NONE;
    }

    /** From its text; anything else is {@link #NONE}. */
    static FileVersion parse(String text) {
        String[] parts = DOT.split(text, -1);
        if (parts.length != 4) {
            return NONE;
        }
        long[] numbers = new long[4];
        for (int i = 0; i < 4; i++) {
            if (!parts[i].matches("\\d{1,5}")) {
                return NONE;
            }
            numbers[i] = Long.parseLong(parts[i]) & 0xFFFF;
        }
        return new FileVersion(numbers[0] << 16 | numbers[1], numbers[2] << 16 | numbers[3]);
    }

    @Override
    public int compareTo(FileVersion other) {
        return high == other.high ? Long.compare(low, other.low) : Long.compare(high, other.high);
    }

    /** {@code 10.0.19041.1}, or the empty string for none. */
    @Override
    public String toString() {
        return equals(NONE) ? "" : (high >>> 16) + "." + (high & 0xFFFF) + "." + (low >>> 16) + "." + (low & 0xFFFF);
    }
}
