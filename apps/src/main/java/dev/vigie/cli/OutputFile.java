package dev.vigie.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that appears under its name only when it is whole: until then it lies beside it under another name, and goes
 * away when it is not finished. Where files have permissions, only its owner can read it.
 */
final class OutputFile implements Closeable {
    private final Path target;
    private final boolean replace;
    private final Path temporary;
    private boolean finished;

    /**
     * Makes the file that is to become another.
     *
     * @throws FileAlreadyExistsException when the target exists and is not to be replaced
     * @throws NoSuchFileException when its folder does not exist
     */
    OutputFile(Path target, boolean replace) throws IOException {
        Path absolute = target.toAbsolutePath();
        this.target = target;
        this.replace = replace;
        if (Files.isDirectory(target) || !replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path folder = absolute.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        temporary = Files.createTempFile(folder, "." + absolute.getFileName(), ".part");
    }

    /** Where to write. */
    Path temporary() {
        return temporary;
    }

    /** Gives the file its name, in one step. */
    void finish() throws IOException {
        if (replace) {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.move(temporary, target);
        }
        finished = true;
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            Files.deleteIfExists(temporary);
        }
    }
}
