package dev.vigie.formats.events.messages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a text file of unknown encoding; what is too long for a line is cut. */
final class BoundedLines {
    /** No value that matters here is longer. */
    static final int MAX_LINE = 1 << 18;
    private final BufferedReader reader;
    private int number;

    BoundedLines(InputStream in) throws IOException {
        PushbackInputStream marked = new PushbackInputStream(in, 3);
        this.reader = new BufferedReader(new InputStreamReader(marked, charset(marked)), 1 << 16);
    }

    /** By its mark; without one UTF-16 shows by its zero bytes, and the rest is UTF-8. */
    private static Charset charset(PushbackInputStream in) throws IOException {
        byte[] head = in.readNBytes(3);
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            in.unread(head, 2, head.length - 2);
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            in.unread(head, 2, head.length - 2);
            return StandardCharsets.UTF_16BE;
        }
        boolean marked = head.length == 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB
                && (head[2] & 0xFF) == 0xBF;
        if (!marked) {
            in.unread(head);
        }
        return head.length >= 2 && head[0] != 0 && head[1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    /** The next line without its end, or null. */
    @Nullable
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        number++;
        while (c >= 0 && c != '\n') {
            if (line.length() < MAX_LINE) {
                line.append((char) c);
            }
            c = reader.read();
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }

    /** The number of the line that was read last, from 1. */
    int number() {
        return number;
    }
}
