package dev.vigie.formats.events.evtx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Bytes that can be read at any position, by several threads at once. */
sealed interface PositionalInput extends Closeable {
    /** How many bytes there are now. */
    long size() throws IOException;

    /**
     * Reads up to {@code length} bytes to the start of {@code into}.
     *
     * @return how many were read; fewer than asked for only at the end, 0 behind it
     */
    int read(long position, byte[] into, int length) throws IOException;

    /**
     * A file, read by position rather than mapped: hardly slower for chunks of 64 KiB, and a file that shrinks meanwhile
     * only ends earlier, where touching a mapping of it would fail inside the virtual machine.
     */
    record File(FileChannel channel) implements PositionalInput {
        static File open(Path path) throws IOException {
            return new File(FileChannel.open(path));
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public int read(long position, byte[] into, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
            while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
                // Reading goes on where it stopped.
            }
            return buffer.position();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** A part of a file, such as a member of an archive that is not packed; it owns the file. */
    record Part(File file, long start, long length) implements PositionalInput {
        @Override
        public long size() throws IOException {
            return Math.clamp(file.size() - start, 0, length);
        }

        @Override
        public int read(long position, byte[] into, int wanted) throws IOException {
            return file.read(start + position, into, (int) Math.clamp(length - position, 0L, (long) wanted));
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** Bytes in memory. */
    final class Memory implements PositionalInput {
        private final byte[] bytes;

        Memory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public int read(long position, byte[] into, int length) {
            int available = Math.clamp(bytes.length - position, 0, length);
            System.arraycopy(bytes, (int) Math.min(position, bytes.length), into, 0, available);
            return available;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
