package dev.vigie.formats.archives;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** The bytes of a zip archive by position. */
final class ZipBytes {
    private final FileChannel channel;
    private final long size;

    ZipBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    long size() {
        return size;
    }

    /** Exactly so many bytes, little endian. */
    ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer buffer = available(position, length);
        if (buffer.remaining() < length) {
            throw new EOFException();
        }
        return buffer;
    }

    /** Up to so many bytes, little endian; fewer only at the end. */
    ByteBuffer available(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.clamp(size - position, 0, length))
                .order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
            // Reading goes on where it stopped.
        }
        return buffer.flip();
    }

    /** A part as a stream, cut where the archive ends. */
    InputStream stream(long position, long length) {
        return new Part(position, Math.min(size, position + length));
    }

    private final class Part extends InputStream {
        private long at;
        private final long end;

        Part(long start, long end) {
            this.at = start;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int wanted = Math.clamp(end - at, 0, length);
            if (wanted == 0) {
                return length == 0 ? 0 : -1;
            }
            int read = channel.read(ByteBuffer.wrap(into, offset, wanted), at);
            at += Math.max(0, read);
            return read;
        }
    }
}
