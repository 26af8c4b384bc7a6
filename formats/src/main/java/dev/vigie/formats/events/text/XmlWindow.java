package dev.vigie.formats.events.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * A stretch of a source's markup, as bytes in which every markup character is one ASCII byte; its start moves forward
 * and its end grows on demand. Positions are relative to the start.
 */
final class XmlWindow {
    private static final int INITIAL_CAPACITY = 1 << 16;

    private final InputStream in;
    private final XmlEncoding encoding;
    private byte[] buffer = new byte[INITIAL_CAPACITY];
    private int start;
    private int end;
    private boolean ended;
    private long offset;
    private long line = 1;
    private long column = 1;

    XmlWindow(InputStream in, XmlEncoding encoding) {
        this.in = encoding.asciiBased(in);
        this.encoding = encoding;
        this.offset = encoding.markLength();
    }

    Charset charset() {
        return encoding.charset();
    }

    /** Where the window starts in the source, in bytes. */
    long offset() {
        return offset;
    }

    /** The line of the window's start, from 1. */
    long line() {
        return line;
    }

    /** The column of the window's start, from 1. */
    long column() {
        return column;
    }

    /** The byte at a position, or -1 when the source ends before it. */
    int at(int position) throws IOException {
        return has(position) ? buffer[start + position] & 0xFF : -1;
    }

    /** Whether ASCII text stands at a position. */
    boolean startsWith(String ascii, int position) throws IOException {
        for (int i = 0; i < ascii.length(); i++) {
            if (at(position + i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The first position of an ASCII text from a position on and before a limit, or -1. */
    int find(String ascii, int from, int limit) throws IOException {
        char first = ascii.charAt(0);
        for (int position = from; position < limit && has(position); position++) {
            if (buffer[start + position] == first && startsWith(ascii, position)) {
                return position;
            }
        }
        return -1;
    }

    /** The bytes from the start to a position, cut to what there is. */
    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(buffer, start + from, Math.min(start + to, end));
    }

    /** How many bytes there are up to a limit. */
    int available(int limit) throws IOException {
        return has(limit - 1) ? limit : end - start;
    }

    /** Moves the start forward over bytes that have been read. */
    void discard(int count) {
        for (int i = start; i < start + count; i++) {
            advance(buffer[i]);
        }
        start += count;
    }

    /** Moves the start to the first occurrence of a text, in bounded memory; false when the source ends first. */
    boolean skipTo(String ascii) throws IOException {
        while (has(0)) {
            int chunk = end - start;
            int found = find(ascii, 0, chunk);
            if (found >= 0) {
                discard(found);
                return true;
            }
            discard(chunk);
        }
        return false;
    }

    private void advance(byte b) {
        offset += encoding.sourceBytes(b);
        if (b == '\n') {
            line++;
            column = 1;
        } else if ((b & 0xC0) != 0x80) {
            column++;
        }
    }

    private boolean has(int position) throws IOException {
        while (start + position >= end) {
            if (ended || !fill()) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int count = in.read(buffer, end, buffer.length - end);
        ended = count < 0;
        end += Math.max(0, count);
        return !ended;
    }
}
