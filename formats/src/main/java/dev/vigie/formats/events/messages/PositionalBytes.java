package dev.vigie.formats.events.messages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Bytes that can be read at any position; of a big file only what is asked for is read. */
interface PositionalBytes {
    /** How many bytes there are. */
    long size() throws IOException;

    /** The bytes from a position on; fewer than asked for where they end, none outside. */
    byte[] read(long position, int length) throws IOException;

    /** An open file. */
    static PositionalBytes of(FileChannel channel) {
        return new PositionalBytes() {
            @Override
            public long size() throws IOException {
                return channel.size();
            }

            @Override
            public byte[] read(long position, int length) throws IOException {
                byte[] bytes = new byte[available(size(), position, length)];
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
                    // Reading goes on where it stopped.
                }
                return buffer.hasRemaining() ? Arrays.copyOf(bytes, buffer.position()) : bytes;
            }
        };
    }

    /** Bytes in memory. */
    static PositionalBytes of(byte[] bytes) {
        return new PositionalBytes() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public byte[] read(long position, int length) {
                byte[] copy = new byte[available(bytes.length, position, length)];
                if (copy.length > 0) {
                    System.arraycopy(bytes, (int) position, copy, 0, copy.length);
                }
                return copy;
            }
        };
    }

    private static int available(long size, long position, int length) {
        return position < 0 || length < 0 ? 0 : Math.clamp(size - position, 0, length);
    }
}
