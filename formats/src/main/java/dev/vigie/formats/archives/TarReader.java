package dev.vigie.formats.archives;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a tar archive from front to back (POSIX.1-2024 pax, ustar, and the long names of GNU tar). Links, folders
 * and devices are passed by. For one thread at a time.
 */
public final class TarReader {
    /** The bytes of a header; an archive shows itself within the first. */
    public static final int BLOCK = 512;
    private static final int MAX_EXTENDED_HEADER = 1 << 20;
    private static final int NAME = 0;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE = 124;
    private static final int NUMBER_LENGTH = 12;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int TYPE = 156;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_LENGTH = 155;

    private final String archive;
    private final InputStream in;
    private final UnpackBudget budget;
    private final byte[] header = new byte[BLOCK];
    private long position;
    private long end;
    private @Nullable Problem problem;

    /**
     * A reader at the start of an archive.
     *
     * @param archive what problems are reported of
     * @param in not closed by this
     */
    public TarReader(String archive, InputStream in, UnpackBudget budget) {
        this.archive = archive;
        this.in = in;
        this.budget = budget;
    }

    /** Whether bytes are the header of a tar archive, by its magic or, for the oldest form, its checksum. */
    public static boolean isHeader(byte[] bytes) {
        return bytes.length >= BLOCK && bytes[NAME] != 0 && statesItsChecksum(bytes);
    }

    /** Why {@link #next} found no more members, when it was not the end. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /**
     * The next file; empty at the end, and where nothing more can be found.
     *
     * @throws ArchiveException when there are more than the budget allows
     */
    public Optional<TarMember> next() throws IOException {
        String longName = "";
        long longSize = -1;
        while (toNextHeader()) {
            long size = number(SIZE);
            if (size < 0) {
                problem = problem(ArchiveProblem.BAD_HEADER);
                return Optional.empty();
            }
            end = position + size;
            switch (header[TYPE]) {
                case 'L' -> longName = cString(extended(size), 0, Integer.MAX_VALUE);
                case 'x' -> {
                    PaxHeader pax = PaxHeader.read(extended(size));
                    longName = pax.path().orElse(longName);
                    longSize = pax.size().orElse(longSize);
                }
                case 0, '0', '7', 'S' -> {
                    budget.member(archive);
                    long stated = longSize >= 0 ? longSize : size;
                    end = position + stated;
                    return Optional.of(new TarMember(longName.isEmpty() ? shortName() : longName, position, stated,
                            header[TYPE] == 'S'));
                }
                case 'K', 'g' -> {
                    // The target of a link, and what holds for all members: of no concern here.
                }
                default -> {
                    budget.member(archive);
                    longName = "";
                    longSize = -1;
                }
            }
        }
        return Optional.empty();
    }

    /** The bytes of the member that {@link #next} gave last; valid until it is called again. */
    public InputStream content() {
        return new Content();
    }

    private boolean toNextHeader() throws IOException {
        if (problem != null || !skipTo(Math.ceilDiv(end, BLOCK) * BLOCK)) {
            return false;
        }
        int length = in.readNBytes(header, 0, BLOCK);
        position += length;
        if (length < BLOCK) {
            problem = length == 0 ? null : problem(ArchiveProblem.TRUNCATED);
            return false;
        }
        if (isBlank()) {
            return false;
        }
        if (!statesItsChecksum(header)) {
            problem = problem(ArchiveProblem.BAD_HEADER);
            return false;
        }
        end = position;
        return true;
    }

    private boolean skipTo(long target) throws IOException {
        while (position < target) {
            long skipped = in.skip(target - position);
            if (skipped <= 0 && in.read() < 0) {
                problem = problem(ArchiveProblem.TRUNCATED);
                return false;
            }
            position += Math.max(1, skipped);
        }
        return true;
    }

    private byte[] extended(long size) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(size, MAX_EXTENDED_HEADER));
        position += bytes.length;
        return bytes;
    }

    private String shortName() {
        String name = cString(header, NAME, NAME_LENGTH);
        boolean isUstar = header[MAGIC] == 'u' && header[MAGIC + 1] == 's' && header[MAGIC + 5] == 0;
        String prefix = isUstar ? cString(header, PREFIX, PREFIX_LENGTH) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private boolean isBlank() {
        for (byte b : header) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** The sum of all bytes with those of the checksum as blanks; signed in some old archives. */
    private static boolean statesItsChecksum(byte[] bytes) {
        int unsigned = 0;
        int signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            byte value = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH ? (byte) ' ' : bytes[i];
            unsigned += value & 0xFF;
            signed += value;
        }
        long stated = octal(bytes, CHECKSUM, CHECKSUM_LENGTH);
        return stated == unsigned || stated == signed;
    }

    /** An octal number, or with the highest bit set a binary one (GNU); negative when it is neither. */
    private long number(int at) {
        if ((header[at] & 0x80) == 0) {
            return octal(header, at, NUMBER_LENGTH);
        }
        long number = 0;
        for (int i = 1; i < NUMBER_LENGTH; i++) {
            number = number << 8 | header[at + i] & 0xFF;
        }
        // Beyond 2^56 no end could be counted any more.
        return number >>> 56 == 0 ? number : -1;
    }

    private static long octal(byte[] bytes, int at, int length) {
        long number = 0;
        boolean any = false;
        for (int i = at; i < at + length; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit < 8) {
                number = number << 3 | digit;
                any = true;
            } else if (bytes[i] != ' ' && bytes[i] != 0) {
                return -1;
            } else if (any) {
                break;
            }
        }
        return number;
    }

    static String cString(byte[] bytes, int at, int length) {
        int end = at;
        while (end < bytes.length && end - at < length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, at, end - at, StandardCharsets.UTF_8);
    }

    private Problem problem(ArchiveProblem code) {
        return Problem.of(code, Place.at(archive, position));
    }

    /** The rest of the current member. */
    private final class Content extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int wanted = (int) Math.min(length, end - position);
            if (wanted == 0) {
                return length == 0 ? 0 : -1;
            }
            int read = in.read(into, offset, wanted);
            if (read < 0) {
                problem = problem(ArchiveProblem.TRUNCATED);
            }
            position += Math.max(0, read);
            return read;
        }
    }
}
