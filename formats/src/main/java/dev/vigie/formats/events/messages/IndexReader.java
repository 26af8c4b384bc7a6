package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.messages.ByteReader.Malformed;
import dev.vigie.formats.windows.Guid;
import java.nio.charset.StandardCharsets;

/** A stretch of a catalogue, read from its start to its end; the reverse of {@link IndexWriter}. */
final class IndexReader {
    private final ByteReader in;
    private final int end;
    private int at;

    IndexReader(byte[] bytes, long from, long length) throws Malformed {
        this.in = new ByteReader(bytes);
        this.at = in.check(from, length);
        this.end = (int) (from + length);
    }

    private int step(long count) throws Malformed {
        if (count < 0 || at + count > end) {
            throw new Malformed(at);
        }
        int start = at;
        at += (int) count;
        return start;
    }

    int u8() throws Malformed {
        return in.u8(step(1));
    }

    int u16() throws Malformed {
        return in.u16(step(2));
    }

    int u32() throws Malformed {
        return in.i32(step(4));
    }

    long number() throws Malformed {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = u8();
            value |= (long) (next & 0x7F) << shift;
            if ((next & 0x80) == 0) {
                return value;
            }
        }
        throw new Malformed(at);
    }

    /** How many things follow, each of at least a byte. */
    int count() throws Malformed {
        long count = number();
        if (count < 0 || count > end - at) {
            throw new Malformed(at);
        }
        return (int) count;
    }

    String text() throws Malformed {
        int length = count();
        return new String(in.bytes(), step(length), length, StandardCharsets.UTF_8);
    }

    Guid guid() throws Malformed {
        return Guid.read(in.bytes(), step(Guid.SIZE));
    }
}
