package dev.vigie.formats.archives;

import dev.vigie.formats.Problem;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files packed with gzip (RFC 1952): one after the other they are one file. */
public final class Gzip {
    private static final int BUFFER = 1 << 16;

    private Gzip() {
    }

    /**
     * Unpacks a stream that starts as gzip does.
     *
     * @param name what problems are reported of
     * @param packed closed with the result
     * @param problems told where it ends too early
     */
    public static UnpackedStream unpack(String name, InputStream packed, UnpackBudget budget,
            Consumer<Problem> problems) throws IOException {
        CountingStream counted = new CountingStream(packed);
        return new UnpackedStream(name, decoder(new Members(counted)), counted::count, UnpackedStream.NO_CRC, budget,
                problems);
    }

    /** A header that is cut or broken is damage like any other, met at the first read. */
    private static InputStream decoder(InputStream packed) throws IOException {
        try {
            return new GZIPInputStream(packed, BUFFER);
        } catch (EOFException | ZipException damaged) {
            return new Failing(packed, damaged);
        }
    }

    /** Whether another member follows is decided by {@link #available()}, which must not say no while a pipe is slow. */
    private static final class Members extends BufferedInputStream {
        Members(InputStream in) {
            super(in, BUFFER);
        }

        @Override
        public synchronized int available() throws IOException {
            mark(1);
            int next = read();
            reset();
            return next < 0 ? 0 : 1;
        }
    }

    /** Has nothing but the reason why. */
    private static final class Failing extends InputStream {
        private final InputStream packed;
        private final IOException reason;

        Failing(InputStream packed, IOException reason) {
            this.packed = packed;
            this.reason = reason;
        }

        @Override
        public int read() throws IOException {
            throw reason;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            throw reason;
        }

        @Override
        public void close() throws IOException {
            packed.close();
        }
    }
}
