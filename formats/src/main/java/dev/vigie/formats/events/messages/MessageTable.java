package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.messages.ByteReader.Malformed;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The texts of a message table resource (MESSAGE_RESOURCE_DATA): blocks of consecutive message ids, each text in
 * UTF-16, UTF-8 or the code page of its language.
 */
final class MessageTable {
    private static final int BLOCK_SIZE = 12;
    private static final int UNICODE = 1;
    private static final int UTF_8 = 2;

    /** Takes one text. */
    @FunctionalInterface
    interface Sink {
        void text(int id, String text);
    }

    private MessageTable() {
    }

    /**
     * Delivers every text in the order of the table, without the NULs behind it.
     *
     * @param codePage of texts that are not Unicode
     * @throws Malformed where the table cannot be followed further; what came before was delivered
     */
    static void read(byte[] resource, Charset codePage, Sink sink) throws Malformed {
        ByteReader in = new ByteReader(resource);
        long blocks = in.u32(0);
        in.check(4, blocks * BLOCK_SIZE);
        // Entries of a real table do not overlap, so together they are no larger than it: that bounds a hostile one.
        long left = in.size();
        for (int block = 0; block < blocks; block++) {
            int at = 4 + block * BLOCK_SIZE;
            left -= block(in, at, left, codePage, sink);
        }
    }

    private static long block(ByteReader in, int at, long budget, Charset codePage, Sink sink) throws Malformed {
        long first = in.u32(at);
        long last = in.u32(at + 4);
        long start = in.u32(at + 8);
        long entry = start;
        for (long id = first; id <= last; id++) {
            int length = in.u16(entry);
            if (length < 4 || entry + length - start > budget) {
                throw new Malformed(entry);
            }
            sink.text((int) id, text(in, entry + 4, length - 4, in.u16(entry + 2), codePage));
            entry += length;
        }
        return entry - start;
    }

    private static String text(ByteReader in, long at, int length, int flags, Charset codePage) throws Malformed {
        String text;
        if ((flags & UNICODE) != 0) {
            text = in.utf16(at, length & ~1);
        } else {
            text = new String(in.bytes(), in.check(at, length), length,
                    (flags & UTF_8) != 0 ? StandardCharsets.UTF_8 : codePage);
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
