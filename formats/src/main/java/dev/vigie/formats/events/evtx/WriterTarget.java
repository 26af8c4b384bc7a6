package dev.vigie.formats.events.evtx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Where a log goes: blocks in order, and at last the first block, the header, whose content is known only then. */
sealed interface WriterTarget {
    /** Takes a block that follows the header and the blocks before. */
    void append(byte[] block) throws IOException;

    /** Takes the header and finishes the log. */
    void finish(byte[] header) throws IOException;

    /** Gives up what was not finished. */
    void discard() throws IOException;

    /** A file, written under another name beside its place and moved there in one step when complete. */
    final class File implements WriterTarget {
        private final Path path;
        private final boolean overwrite;
        private final Path temporary;
        private final FileChannel channel;
        private long end;

        File(Path path, boolean overwrite, int headerSize) throws IOException {
            this.path = path.toAbsolutePath();
            this.overwrite = overwrite;
            this.end = headerSize;
            if (!overwrite && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(path.toString());
            }
            temporary = Files.createTempFile(this.path.getParent(), "." + this.path.getFileName(), ".part");
            channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
        }

        @Override
        public void append(byte[] block) throws IOException {
            write(block, end);
            end += block.length;
        }

        @Override
        public void finish(byte[] header) throws IOException {
            write(header, 0);
            channel.force(true);
            channel.close();
            if (overwrite) {
                Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(temporary, path);
            }
        }

        @Override
        public void discard() throws IOException {
            channel.close();
            Files.deleteIfExists(temporary);
        }

        private void write(byte[] block, long at) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(block);
            while (rest.hasRemaining()) {
                channel.write(rest, at + rest.position());
            }
        }
    }

    /** A stream, which gets everything at the end. */
    final class Stream implements WriterTarget {
        private final OutputStream stream;
        private final List<byte[]> blocks = new ArrayList<>();

        Stream(OutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void append(byte[] block) {
            blocks.add(block);
        }

        @Override
        public void finish(byte[] header) throws IOException {
            stream.write(header);
            for (byte[] block : blocks) {
                stream.write(block);
            }
            stream.flush();
        }

        @Override
        public void discard() {
            blocks.clear();
        }
    }
}
