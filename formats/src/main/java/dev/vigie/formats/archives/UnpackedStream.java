package dev.vigie.formats.archives;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * What comes out of a member. At damage it ends, and a problem tells why: what came before is good. Only a limit that is
 * exceeded, or a disk that fails, is thrown.
 */
public final class UnpackedStream extends FilterInputStream {
    private final String name;
    private final UnpackBudget budget;
    private final LongSupplier packedBytes;
    private final CRC32 crc = new CRC32();
    private final long statedCrc;
    private final Consumer<Problem> problems;
    private long unpacked;
    private boolean ended;

    /** The crc of a stream that checks its own. */
    static final long NO_CRC = -1;

    UnpackedStream(String name, InputStream decoder, LongSupplier packedBytes, long statedCrc, UnpackBudget budget,
            Consumer<Problem> problems) {
        super(decoder);
        this.name = name;
        this.packedBytes = packedBytes;
        this.statedCrc = statedCrc;
        this.budget = budget;
        this.problems = problems;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int count = decoded(into, offset, length);
        if (count < 0) {
            checkEnd();
        } else {
            crc.update(into, offset, count);
            unpacked += count;
            budget.unpacked(name, count, unpacked, packedBytes.getAsLong());
        }
        return count;
    }

    private int decoded(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length);
        } catch (EOFException cut) {
            report(ArchiveProblem.TRUNCATED);
        } catch (ZipException damaged) {
            report(ArchiveProblem.BAD_DATA, unpacked);
        }
        ended = true;
        return -1;
    }

    private void checkEnd() {
        if (!ended && statedCrc != NO_CRC && crc.getValue() != statedCrc) {
            report(ArchiveProblem.BAD_CRC, hex(statedCrc), hex(crc.getValue()));
        }
        ended = true;
    }

    private void report(ArchiveProblem code, Object... arguments) {
        problems.accept(Problem.of(code, Place.of(name), arguments));
    }

    private static String hex(long crc) {
        return "0x" + Long.toHexString(crc);
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[Math.clamp(count, 0, 1 << 16)];
        long done = 0;
        while (done < count) {
            int read = read(skipped, 0, (int) Math.min(skipped.length, count - done));
            if (read < 0) {
                break;
            }
            done += read;
        }
        return done;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
