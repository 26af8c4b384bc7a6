package dev.vigie.formats.events.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which bytes of an undamaged chunk each record depends on: its own, the template definitions it uses, and the names
 * in both. Written apart from the reader, to judge it.
 */
final class RecordDependencies {
    private final ByteBuffer chunk;
    private BitSet bytes = new BitSet();

    private RecordDependencies(ByteBuffer chunk) {
        this.chunk = chunk;
    }

    /** For each record in order, the bytes of the chunk that matter to it. */
    static List<BitSet> of(byte[] log, int chunkOffset) {
        ByteBuffer chunk = ByteBuffer.wrap(log, chunkOffset, Chunk.SIZE).slice().order(ByteOrder.LITTLE_ENDIAN);
        RecordDependencies walker = new RecordDependencies(chunk);
        List<BitSet> records = new ArrayList<>();
        int end = chunk.getInt(48);
        for (int at = 512; at < end; at += chunk.getInt(at + 4)) {
            walker.bytes = new BitSet();
            walker.bytes.set(at, at + chunk.getInt(at + 4));
            walker.fragment(at + 24);
            records.add(walker.bytes);
        }
        return records;
    }

    private void fragment(int start) {
        int at = chunk.get(start) == 0x0F ? start + 4 : start;
        if (chunk.get(at) != 0x0C) {
            element(at, false);
            return;
        }
        int definition = chunk.getInt(at + 6);
        int size = 24 + chunk.getInt(definition + 20);
        bytes.set(definition, definition + size);
        int body = definition + 24;
        element(chunk.get(body) == 0x0F ? body + 4 : body, true);
        int values = definition == at + 10 ? definition + size : at + 10;
        int count = chunk.getInt(values);
        int value = values + 4 + 4 * count;
        for (int i = 0; i < count; i++) {
            int length = chunk.getShort(values + 4 + 4 * i) & 0xFFFF;
            if (chunk.get(values + 6 + 4 * i) == 0x21 && length > 0) {
                fragment(value);
            }
            value += length;
        }
    }

    private int element(int start, boolean defined) {
        int at = name(start + (defined ? 7 : 5));
        if ((chunk.get(start) & 0x40) != 0) {
            at += 4;
        }
        while (true) {
            int token = chunk.get(at) & 0xFF;
            switch (token) {
                case 0x01, 0x41 -> at = element(at, defined);
                case 0x02 -> at++;
                case 0x03, 0x04 -> {
                    return at + 1;
                }
                case 0x05, 0x45 -> at += 4 + 2 * (chunk.getShort(at + 2) & 0xFFFF);
                case 0x06, 0x46, 0x09, 0x49 -> at = name(at + 1);
                case 0x0D, 0x0E -> at += 4;
                default -> throw new IllegalStateException("token " + token + " at " + at);
            }
        }
    }

    private int name(int at) {
        int name = chunk.getInt(at);
        int length = 10 + 2 * chunk.getShort(name + 6);
        bytes.set(name, name + length);
        return name == at + 4 ? name + length : at + 4;
    }
}
