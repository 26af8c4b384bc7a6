package dev.vigie.formats.archives;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A zip archive in a file (APPNOTE 6.3.10, Zip64 too): what of it is wanted, and the bytes of each of these members.
 *
 * <p>Without a directory members are found by their own headers. Names are never used as paths. For one thread at a
 * time.
 */
public final class ZipArchive {
    private static final int INFLATER_BUFFER = 1 << 16;
    private final List<ZipMember> members;
    private final Optional<Problem> problem;

    private ZipArchive(List<ZipMember> members, Optional<Problem> problem) {
        this.members = List.copyOf(members);
        this.problem = problem;
    }

    /** Whether bytes start as a zip archive does, also an empty one or the first part of several. */
    public static boolean isHead(byte[] bytes) {
        return bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K'
                && (bytes[2] == 3 && bytes[3] == 4 || bytes[2] == 5 && bytes[3] == 6 || bytes[2] == 7 && bytes[3] == 8);
    }

    /**
     * Reads which members there are.
     *
     * @param name what problems are reported of
     * @param channel not kept and not closed
     * @param wanted which names matter
     * @throws ArchiveException when there are more members than the budget allows, or some of those wanted share bytes
     */
    public static ZipArchive read(String name, FileChannel channel, UnpackBudget budget, Predicate<String> wanted)
            throws IOException {
        ZipBytes bytes = new ZipBytes(channel);
        Optional<List<ZipMember>> listed = ZipDirectory.read(bytes, name, budget, wanted);
        if (listed.isPresent()) {
            refuseOverlaps(name, listed.get());
            return new ZipArchive(listed.get(), Optional.empty());
        }
        return new ZipArchive(ZipSalvage.find(bytes, name, budget, wanted),
                Optional.of(Problem.of(ArchiveProblem.NO_DIRECTORY, Place.of(name))));
    }

    private static void refuseOverlaps(String name, List<ZipMember> members) throws ArchiveException {
        List<ZipMember> inFile = members.stream().sorted(Comparator.comparingLong(ZipMember::headerOffset)).toList();
        for (int i = 1; i < inFile.size(); i++) {
            ZipMember before = inFile.get(i - 1);
            long end = before.headerOffset() + ZipSalvage.LOCAL_SIZE + before.packedSize();
            if (before.packedSize() < 0 || end > inFile.get(i).headerOffset()) {
                throw new ArchiveException(Problem.of(ArchiveProblem.OVERLAPPING,
                        Place.at(name, inFile.get(i).headerOffset())));
            }
        }
    }

    /** The members that are wanted, in the order of the archive. */
    public List<ZipMember> members() {
        return members;
    }

    /** What is wrong with the archive as a whole. */
    public Optional<Problem> problem() {
        return problem;
    }

    /**
     * The bytes of a member, checked against its checksum at the end.
     *
     * @param memberName what problems are reported of
     * @param channel the archive; not closed
     * @param problems told where it ends too early, and of a wrong checksum
     * @throws ArchiveException when the member is encrypted or packed in a way that is not read here
     */
    public static UnpackedStream open(String memberName, ZipMember member, FileChannel channel, UnpackBudget budget,
            Consumer<Problem> problems) throws IOException {
        if (member.isEncrypted()) {
            throw new ArchiveException(Problem.of(ArchiveProblem.ENCRYPTED, Place.of(memberName)));
        }
        if (member.method() != ZipMember.STORED && member.method() != ZipMember.DEFLATED) {
            throw new ArchiveException(
                    Problem.of(ArchiveProblem.UNKNOWN_METHOD, Place.of(memberName), member.method()));
        }
        CountingStream packed = new CountingStream(packed(new ZipBytes(channel), member));
        InputStream decoder = member.method() == ZipMember.STORED
                ? packed
                : new Inflating(packed, new Inflater(true));
        return new UnpackedStream(memberName, decoder, packed::count, member.crc(), budget, problems);
    }

    private static InputStream packed(ZipBytes bytes, ZipMember member) throws IOException {
        long offset = member.headerOffset();
        if (offset < 0 || offset > bytes.size()) {
            return new Ending(InputStream.nullInputStream(), 1);
        }
        ByteBuffer header = bytes.available(offset, ZipSalvage.LOCAL_SIZE);
        if (header.limit() < ZipSalvage.LOCAL_SIZE || header.getInt(0) != ZipSalvage.LOCAL) {
            return new Ending(InputStream.nullInputStream(), 1);
        }
        long start = offset + ZipSalvage.LOCAL_SIZE + ZipDirectory.u16(header, 26) + ZipDirectory.u16(header, 28);
        return new Ending(bytes.stream(start, member.packedSize()), member.packedSize());
    }

    /** Tells an archive that was cut from the end of a member. */
    private static final class Ending extends FilterInputStream {
        private long missing;

        Ending(InputStream in, long expected) {
            super(in);
            missing = expected;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            if (read < 0 && missing > 0) {
                throw new EOFException();
            }
            missing -= Math.max(0, read);
            return read;
        }
    }

    /** Frees its inflater. */
    private static final class Inflating extends InflaterInputStream {
        Inflating(InputStream in, Inflater inflater) {
            super(in, inflater, INFLATER_BUFFER);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
