package dev.vigie.cli;

import dev.vigie.formats.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The bytes of a log or an archive, wherever they lie. */
sealed interface InputBytes {
    /** From the start; what is wrong with an archive around them is told while they are read. */
    InputStream open(Consumer<Problem> problems) throws IOException;

    /** The first bytes, as many as tell what it is. */
    default byte[] head() throws IOException {
        try (InputStream in = open(problem -> {
            // Told when they are read to the end.
        })) {
            return in.readNBytes(InputKind.HEAD);
        }
    }

    /** The same after one more step of unpacking. */
    default InputBytes unpacked(Unpacking step) throws IOException {
        return new Unpacked(problems -> step.unpack(open(problems), problems));
    }

    /** One step of unpacking. */
    @FunctionalInterface
    interface Unpacking {
        /** What comes out of packed bytes; closes them when it is closed. */
        InputStream unpack(InputStream packed, Consumer<Problem> problems) throws IOException;
    }

    /** A whole file. */
    record OnDisk(Path file) implements InputBytes {
        @Override
        public InputStream open(Consumer<Problem> problems) throws IOException {
            return Files.newInputStream(file);
        }
    }

    /** A part of a file: a member of an archive that does not pack. */
    record Part(Path file, long start, long length) implements InputBytes {
        @Override
        public InputStream open(Consumer<Problem> problems) throws IOException {
            return stream(FileChannel.open(file), start, length);
        }

        /** A part of an open file, which is closed with the stream. */
        static InputStream stream(FileChannel channel, long start, long length) throws IOException {
            channel.position(start);
            return new Limited(Channels.newInputStream(channel), length);
        }
    }

    /** What comes out of an archive, each time it is opened. */
    record Unpacked(Opening opening) implements InputBytes {
        /** How it is opened. */
        @FunctionalInterface
        interface Opening {
            /** From the start. */
            InputStream open(Consumer<Problem> problems) throws IOException;
        }

        @Override
        public InputStream open(Consumer<Problem> problems) throws IOException {
            return opening.open(problems);
        }
    }

    /** A pipe, or what comes out of one: its bytes come once, and with them what is wrong with them. */
    final class Once implements InputBytes {
        private final PushbackInputStream in;
        private final List<Problem> untold = new ArrayList<>();
        private @Nullable Consumer<Problem> receiver;

        Once(InputStream pipe) {
            in = new PushbackInputStream(pipe, InputKind.HEAD);
        }

        private Once(Once packed, Unpacking step) throws IOException {
            in = new PushbackInputStream(step.unpack(packed.open(this::tell), this::tell), InputKind.HEAD);
        }

        private void tell(Problem problem) {
            if (receiver == null) {
                untold.add(problem);
            } else {
                receiver.accept(problem);
            }
        }

        @Override
        public byte[] head() throws IOException {
            byte[] head = in.readNBytes(InputKind.HEAD);
            in.unread(head);
            return head;
        }

        @Override
        public InputStream open(Consumer<Problem> problems) {
            untold.forEach(problems);
            receiver = problems;
            return in;
        }

        @Override
        public InputBytes unpacked(Unpacking step) throws IOException {
            return new Once(this, step);
        }
    }

    /** So many bytes of a stream, or fewer when it ends before. */
    final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long length) {
            super(in);
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int wanted = (int) Math.min(length, left);
            int read = wanted == 0 && length > 0 ? -1 : in.read(into, offset, wanted);
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = in.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
