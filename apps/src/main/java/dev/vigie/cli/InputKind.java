package dev.vigie.cli;

import dev.vigie.formats.archives.TarReader;
import dev.vigie.formats.archives.ZipArchive;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What an input is, by its first bytes. */
enum InputKind {
    /** An event log. */
    EVTX,
    /** XML, of events if any. */
    XML,
    /** An archive of any number of files. */
    ZIP,
    /** One file, packed. */
    GZIP,
    /** An archive of any number of files, not packed. */
    TAR,
    /** None of these; it may still be a log whose start is damaged. */
    OTHER;

    /** How many bytes tell. */
    static final int HEAD = TarReader.BLOCK;
    private static final byte[] EVTX_MAGIC = {'E', 'l', 'f', 'F', 'i', 'l', 'e', 0};
    private static final byte[] CHUNK_MAGIC = {'E', 'l', 'f', 'C', 'h', 'n', 'k', 0};
    private static final int XML_START = 64;

    static InputKind of(byte[] head) {
        if (startsWith(head, EVTX_MAGIC)) {
            return EVTX;
        }
        if (ZipArchive.isHead(head)) {
            return ZIP;
        }
        if (head.length > 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B) {
            return GZIP;
        }
        if (looksLikeXml(head)) {
            return XML;
        }
        return TarReader.isHeader(head) ? TAR : OTHER;
    }

    /** Whether the start of a file has a chunk of an event log in it. */
    static boolean hasChunk(byte[] start) {
        // Latin-1 keeps each byte, so that the search of strings serves for bytes.
        return new String(start, StandardCharsets.ISO_8859_1)
                .contains(new String(CHUNK_MAGIC, StandardCharsets.ISO_8859_1));
    }

    private static boolean looksLikeXml(byte[] head) {
        for (int i = 0; i < Math.min(head.length, XML_START); i++) {
            int unit = head[i] & 0xFF;
            boolean markOrBlank = unit == 0 || unit == 0xEF || unit == 0xBB || unit == 0xBF || unit == 0xFE
                    || unit == 0xFF || Character.isWhitespace(unit);
            if (!markOrBlank) {
                return unit == '<';
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
