package dev.vigie.formats.archives;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives for tests. */
final class Archives {
    private Archives() {
    }

    /** A deflated zip; its sizes follow the members, as with every writer of streams. */
    static byte[] zip(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** A zip whose members are not packed, with sizes in front. */
    static byte[] storedZip(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                ZipEntry entry = new ZipEntry(member.getKey());
                entry.setSize(member.getValue().length);
                entry.setCrc(crc(member.getValue()));
                zip.putNextEntry(entry);
                zip.write(member.getValue());
            }
        }
        return bytes.toByteArray();
    }

    static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    /** One tar member: header, bytes, padding. */
    static byte[] tarMember(String name, char type, byte[] content) {
        return tarMember(name, type, content, octal(content.length, 12));
    }

    static byte[] tarMember(String name, char type, byte[] content, byte[] size) {
        byte[] bytes = new byte[Math.ceilDiv(TarReader.BLOCK + content.length, TarReader.BLOCK) * TarReader.BLOCK];
        put(bytes, 0, name.getBytes(StandardCharsets.UTF_8));
        put(bytes, 100, octal(0644, 8));
        put(bytes, 124, size);
        put(bytes, 136, octal(0, 12));
        bytes[156] = (byte) type;
        put(bytes, 257, "ustar\00000".getBytes(StandardCharsets.US_ASCII));
        put(bytes, TarReader.BLOCK, content);
        sign(bytes);
        return bytes;
    }

    private static void sign(byte[] header) {
        put(header, 148, "        ".getBytes(StandardCharsets.US_ASCII));
        int sum = 0;
        for (int i = 0; i < TarReader.BLOCK; i++) {
            sum += header[i] & 0xFF;
        }
        put(header, 148, octal(sum, 8));
    }

    private static byte[] octal(long number, int width) {
        String digits = Long.toOctalString(number);
        return ("0".repeat(width - 1 - digits.length()) + digits + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static void put(byte[] bytes, int at, byte[] part) {
        System.arraycopy(part, 0, bytes, at, part.length);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    /** The same bytes, little endian, to be changed in place. */
    static ByteBuffer edit(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Where a signature stands for the first time from a position on. */
    static int indexOf(byte[] bytes, int signature, int from) {
        ByteBuffer buffer = edit(bytes);
        for (int at = from; at <= bytes.length - Integer.BYTES; at++) {
            if (buffer.getInt(at) == signature) {
                return at;
            }
        }
        throw new AssertionError("no such signature");
    }
}
