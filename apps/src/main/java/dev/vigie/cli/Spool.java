package dev.vigie.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary file for what is too large to be held in memory, which many readers open by its name while it is open. It
 * goes away when it is closed or the process ends.
 *
 * @param file where it is
 * @param channel open for reading and writing
 */
record Spool(Path file, FileChannel channel) implements Closeable {
    /** An empty one. */
    static Spool create() throws IOException {
        Path file = temporaryFile();
        file.toFile().deleteOnExit();
        return new Spool(file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** An empty file to write and read again for one reader; even a process that is killed leaves nothing behind. */
    static FileChannel open() throws IOException {
        return FileChannel.open(temporaryFile(), StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static Path temporaryFile() throws IOException {
        return Files.createTempFile("vigie-", ".tmp");
    }

    /** Writes all of a stream behind what is there; where it starts. */
    long append(InputStream in) throws IOException {
        long start = channel.size();
        channel.position(start);
        in.transferTo(Channels.newOutputStream(channel));
        return start;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
