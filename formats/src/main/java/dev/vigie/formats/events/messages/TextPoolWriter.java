package dev.vigie.formats.events.messages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;

/** Collects texts into compressed blocks; each text once, and whole in its block. */
final class TextPoolWriter {
    /** A block is closed behind the text that reaches this many bytes. */
    static final int BLOCK = 1 << 15;
    private final Map<String, Integer> references = new HashMap<>();
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private final IndexWriter directory = new IndexWriter();
    private IndexWriter block = new IndexWriter();
    private long blockStart;
    private int blocks;

    /** The reference of a text: its offset among all of them, uncompressed. */
    int add(String text) {
        Integer known = references.get(text);
        if (known != null) {
            return known;
        }
        long offset = blockStart + block.size();
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (offset + bytes > 0xFFFF_0000L) {
            throw new IllegalStateException("more than 4 GiB of texts");
        }
        references.put(text, (int) offset);
        block.text(text);
        if (block.size() >= BLOCK) {
            closeBlock();
        }
        return (int) offset;
    }

    private void closeBlock() {
        byte[] plain = block.toBytes();
        directory.u32((int) blockStart).u32(plain.length).u32(compressed.size());
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] buffer = new byte[1 << 12];
            while (!deflater.finished()) {
                compressed.write(buffer, 0, deflater.deflate(buffer));
            }
        } finally {
            deflater.end();
        }
        blockStart += plain.length;
        block = new IndexWriter();
        blocks++;
    }

    /** Ends the last block. */
    void finish() {
        if (block.size() > 0) {
            closeBlock();
        }
    }

    int texts() {
        return references.size();
    }

    int blocks() {
        return blocks;
    }

    /** Of each block its first offset, its size and its position among the compressed ones. */
    byte[] directory() {
        return directory.toBytes();
    }

    byte[] compressed() {
        return compressed.toByteArray();
    }
}
