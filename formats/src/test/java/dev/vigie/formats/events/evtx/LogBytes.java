package dev.vigie.formats.events.evtx;

import dev.vigie.formats.windows.Guid;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes event logs byte by byte, right ones and such as no program would write. */
final class LogBytes {
    static final int FIRST_RECORD = EvtxHeader.SIZE + Chunk.HEADER_SIZE;

    /** The binary XML of a record, or of a part of it. */
    interface Body {
        void write(LogBytes out);
    }

    /** A value with its descriptor. */
    record TypedValue(int type, Body body) {
    }

    private final List<byte[]> chunks = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private byte[] content = new byte[Chunk.SIZE];
    private ByteBuffer chunk = view(content);
    private long nextId = 1;
    private long firstId = 1;
    private int lastRecord;

    private static ByteBuffer view(byte[] content) {
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).position(Chunk.HEADER_SIZE);
    }

    /** A log of one untemplated or templated record. */
    static byte[] of(Body body) {
        return new LogBytes().record(body).toBytes();
    }

    LogBytes record(Body body) {
        lastRecord = chunk.position();
        u32(0x2A2A).u32(0).u64(nextId++).u64(132_000_000_000_000_000L);
        u8(0x0F).u8(1).u8(1).u8(0);
        body.write(this);
        u8(0);
        int size = chunk.position() + 4 - lastRecord;
        u32(size);
        chunk.putInt(lastRecord + 4, size);
        return this;
    }

    /** Goes on in a new chunk. */
    LogBytes endChunk() {
        int end = chunk.position();
        chunk.putLong(0, Chunk.MAGIC).putLong(8, firstId).putLong(16, nextId - 1).putLong(24, firstId)
                .putLong(32, nextId - 1).putInt(40, 128).putInt(44, lastRecord).putInt(48, end)
                .putInt(52, crc(content, Chunk.HEADER_SIZE, end - Chunk.HEADER_SIZE)).putInt(120, 1);
        CRC32 crc = new CRC32();
        crc.update(content, 0, 120);
        crc.update(content, 128, 384);
        chunk.putInt(124, (int) crc.getValue());
        chunks.add(content);
        content = new byte[Chunk.SIZE];
        chunk = view(content);
        names.clear();
        firstId = nextId;
        return this;
    }

    /** Space that is reserved and not written. */
    LogBytes blankChunk() {
        chunks.add(new byte[Chunk.SIZE]);
        return this;
    }

    byte[] toBytes() {
        if (chunk.position() > Chunk.HEADER_SIZE) {
            endChunk();
        }
        ByteBuffer file = ByteBuffer.allocate(EvtxHeader.SIZE + Chunk.SIZE * chunks.size())
                .order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(0, EvtxHeader.MAGIC).putLong(16, chunks.size() - 1).putLong(24, nextId).putInt(32, 128)
                .putShort(36, (short) 1).putShort(38, (short) 3).putShort(40, (short) EvtxHeader.SIZE)
                .putShort(42, (short) chunks.size());
        file.putInt(124, crc(file.array(), 0, 120));
        file.position(EvtxHeader.SIZE);
        chunks.forEach(file::put);
        return file.array();
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    int position() {
        return chunk.position();
    }

    LogBytes u8(int value) {
        chunk.put((byte) value);
        return this;
    }

    LogBytes u16(int value) {
        chunk.putShort((short) value);
        return this;
    }

    LogBytes u32(int value) {
        chunk.putInt(value);
        return this;
    }

    LogBytes u64(long value) {
        chunk.putLong(value);
        return this;
    }

    LogBytes bytes(byte[] bytes) {
        chunk.put(bytes);
        return this;
    }

    LogBytes utf16(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_16LE));
    }

    /** A reference to a name, which is written inline the first time. */
    LogBytes name(String name) {
        Integer known = names.putIfAbsent(name, position() + 4);
        if (known != null) {
            return u32(known);
        }
        return u32(position() + 4).u32(0).u16(0).u16(name.length()).utf16(name).u16(0);
    }

    /** An element without attributes, outside a template definition. */
    LogBytes element(String name, Body content) {
        u8(0x01).u32(0).name(name).u8(0x02);
        content.write(this);
        return u8(0x04);
    }

    /** An element without attributes inside a template definition. */
    LogBytes definedElement(String name, int dependency, Body content) {
        u8(0x01).u16(dependency).u32(0).name(name).u8(0x02);
        content.write(this);
        return u8(0x04);
    }

    LogBytes text(String text) {
        return u8(0x05).u8(0x01).u16(text.length()).utf16(text);
    }

    LogBytes substitution(int index, int type) {
        return u8(0x0D).u16(index).u8(type);
    }

    LogBytes optionalSubstitution(int index, int type) {
        return u8(0x0E).u16(index).u8(type);
    }

    /** A template instance with its definition inline; returns the definition's offset by way of the holder. */
    LogBytes instance(Guid guid, int[] definition, Body body, TypedValue... values) {
        u8(0x0C).u8(1).u32((int) guid.high());
        definition[0] = position() + 4;
        u32(definition[0]).u32(0);
        byte[] id = new byte[Guid.SIZE];
        guid.write(id, 0);
        bytes(id).u32(0);
        int start = position();
        u8(0x0F).u8(1).u8(1).u8(0);
        body.write(this);
        u8(0);
        chunk.putInt(start - 4, position() - start);
        return values(values);
    }

    /** A template instance whose definition stands elsewhere. */
    LogBytes instance(int definition, TypedValue... values) {
        return u8(0x0C).u8(1).u32(0).u32(definition).values(values);
    }

    LogBytes values(TypedValue... values) {
        u32(values.length);
        int descriptors = position();
        for (TypedValue value : values) {
            u16(0).u8(value.type).u8(0);
        }
        for (int i = 0; i < values.length; i++) {
            int start = position();
            values[i].body.write(this);
            chunk.putShort(descriptors + 4 * i, (short) (position() - start));
        }
        return this;
    }

    static TypedValue value(int type, Body body) {
        return new TypedValue(type, body);
    }

    static TypedValue nothing() {
        return new TypedValue(0, out -> {
        });
    }

    static TypedValue string(String text) {
        return new TypedValue(1, out -> out.utf16(text));
    }

    /** Reads a log and returns its only event's text form. */
    static Recording read(Body body) throws IOException {
        return Recording.of(of(body));
    }
}
