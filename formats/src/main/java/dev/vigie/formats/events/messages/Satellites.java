package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.messages.ByteReader.Malformed;

/**
 * What a file's MUI resource says of its satellites: files of one language that hold what is translated.
 *
 * @param language the language of the file itself, when it is a satellite; else empty
 * @param fallback the language to fall back to; empty when it says none
 * @param holdMessages whether message tables are among what lies in the satellites
 */
record Satellites(String language, String fallback, boolean holdMessages) {
    private static final int MAGIC = 0xFECDFECD;
    private static final int SATELLITE_TYPES = 84 + 24;
    private static final int LANGUAGE = 84 + 32;
    private static final int FALLBACK = 84 + 40;
    private static final int MESSAGE_TABLE = 11;

    static Satellites read(byte[] resource) throws Malformed {
        ByteReader in = new ByteReader(resource);
        if (in.i32(0) != MAGIC) {
            throw new Malformed(0);
        }
        return new Satellites(text(in, LANGUAGE), text(in, FALLBACK), holdMessages(in));
    }

    private static boolean holdMessages(ByteReader in) throws Malformed {
        long start = in.u32(SATELLITE_TYPES);
        long end = start + in.u32(SATELLITE_TYPES + 4);
        for (long at = start; at + 4 <= end; at += 4) {
            if (in.i32(at) == MESSAGE_TABLE) {
                return true;
            }
        }
        return false;
    }

    private static String text(ByteReader in, int field) throws Malformed {
        String text = in.utf16(in.u32(field), in.u32(field + 4));
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }
}
