package dev.vigie.formats.events.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A stream of UTF-16 turned into UTF-8; what UTF-8 cannot hold becomes U+FFFF, which no XML allows, to be found. */
final class Utf16ToUtf8 extends InputStream {
    private static final int CHUNK = 1 << 14;
    private static final int NONE = -1;
    private static final char UNREADABLE = '\uFFFF';

    private final InputStream in;
    private final boolean bigEndian;
    private byte[] ready = new byte[0];
    private int at;
    /** A high surrogate whose other half has not been read, or {@link #NONE}. */
    private int pending = NONE;
    private boolean ended;

    Utf16ToUtf8(InputStream in, boolean bigEndian) {
        this.in = in;
        this.bigEndian = bigEndian;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (at == ready.length) {
            if (ended) {
                return -1;
            }
            convert(in.readNBytes(CHUNK));
        }
        int count = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, target, offset, count);
        at += count;
        return count;
    }

    private void convert(byte[] bytes) {
        ended = bytes.length < CHUNK;
        StringBuilder text = new StringBuilder(bytes.length / 2 + 2);
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            int high = bytes[bigEndian ? i : i + 1] & 0xFF;
            int low = bytes[bigEndian ? i + 1 : i] & 0xFF;
            append((char) (high << 8 | low), text);
        }
        if (ended) {
            flushPending(text);
            if (bytes.length % 2 != 0) {
                text.append(UNREADABLE);
            }
        }
        ready = text.toString().getBytes(StandardCharsets.UTF_8);
        at = 0;
    }

    private void append(char unit, StringBuilder text) {
        if (pending != NONE && Character.isLowSurrogate(unit)) {
            text.append((char) pending).append(unit);
            pending = NONE;
            return;
        }
        flushPending(text);
        if (Character.isHighSurrogate(unit)) {
            pending = unit;
        } else {
            text.append(Character.isLowSurrogate(unit) ? UNREADABLE : unit);
        }
    }

    private void flushPending(StringBuilder text) {
        if (pending != NONE) {
            text.append(UNREADABLE);
            pending = NONE;
        }
    }
}
