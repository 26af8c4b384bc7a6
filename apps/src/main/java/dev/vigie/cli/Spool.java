package dev.vigie.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Temporary files for what is too large to be held in memory. */
final class Spool {
    private Spool() {
    }

    /** An empty file to write and read again, which goes away when it is closed or the process ends. */
    static FileChannel open() throws IOException {
        Path file = Files.createTempFile("vigie-", ".tmp");
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }
}
