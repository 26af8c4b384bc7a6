package dev.vigie.formats.archives;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the members of a zip archive whose directory is missing, as when a copy was cut, by their local headers (APPNOTE
 * 4.3.7).
 */
final class ZipSalvage {
    static final int LOCAL = 0x0403_4b50;
    static final int LOCAL_SIZE = 30;
    private static final int FIRST = LOCAL & 0xFF;
    private static final int BLOCK = 1 << 20;
    private static final int MAX_VERSION = 63;
    private static final int FLAG_ENCRYPTED = 1;
    private static final int FLAG_SIZES_FOLLOW = 8;
    private static final int METHOD_AES = 99;
    private static final long IN_ZIP64 = 0xFFFF_FFFFL;

    private final ZipBytes bytes;
    private final String archive;
    private final UnpackBudget budget;
    private final List<ZipMember> members = new ArrayList<>();
    /** The member that ends where the next is found. */
    private @Nullable ZipMember open;

    private ZipSalvage(ZipBytes bytes, String archive, UnpackBudget budget) {
        this.bytes = bytes;
        this.archive = archive;
        this.budget = budget;
    }

    static List<ZipMember> find(ZipBytes bytes, String archive, UnpackBudget budget, Predicate<String> wanted)
            throws IOException {
        ZipSalvage salvage = new ZipSalvage(bytes, archive, budget);
        salvage.run(wanted);
        return salvage.members;
    }

    private void run(Predicate<String> wanted) throws IOException {
        long position = 0;
        while (position < bytes.size()) {
            ByteBuffer block = bytes.available(position, BLOCK);
            int at = indexOfHeader(block);
            if (at < 0) {
                position += Math.max(1, block.limit() - LOCAL_SIZE + 1);
            } else {
                position += at;
                position += header(bytes.available(position, LOCAL_SIZE + 0xFFFF), position, wanted);
            }
        }
        close(bytes.size());
    }

    private static int indexOfHeader(ByteBuffer block) {
        for (int at = 0; at <= block.limit() - LOCAL_SIZE; at++) {
            if (block.get(at) == FIRST && isHeader(block, at)) {
                return at;
            }
        }
        return -1;
    }

    /** Packed bytes may hold the signature by chance; what follows it must make sense too. */
    private static boolean isHeader(ByteBuffer block, int at) {
        int method = ZipDirectory.u16(block, at + 8);
        return block.getInt(at) == LOCAL && (block.get(at + 4) & 0xFF) <= MAX_VERSION
                && (method <= 20 || method >= 93 && method <= METHOD_AES) && ZipDirectory.u16(block, at + 26) > 0;
    }

    /** Takes the member of a local header; how far to go on. */
    private long header(ByteBuffer header, long offset, Predicate<String> wanted) throws IOException {
        close(offset);
        int nameLength = ZipDirectory.u16(header, 26);
        long start = LOCAL_SIZE + (long) nameLength + ZipDirectory.u16(header, 28);
        if (header.limit() < LOCAL_SIZE + nameLength) {
            return LOCAL_SIZE;
        }
        budget.member(archive);
        int flags = ZipDirectory.u16(header, 6);
        int method = ZipDirectory.u16(header, 8);
        long packed = Integer.toUnsignedLong(header.getInt(18));
        boolean sizeIsKnown = (flags & FLAG_SIZES_FOLLOW) == 0 && packed != IN_ZIP64;
        String name = ZipDirectory.name(header, LOCAL_SIZE, nameLength);
        if (wanted.test(name)) {
            ZipMember member = new ZipMember(name, offset, sizeIsKnown ? packed : bytes.size(),
                    sizeIsKnown ? Integer.toUnsignedLong(header.getInt(14)) : ZipMember.NO_CRC, method,
                    (flags & FLAG_ENCRYPTED) != 0 || method == METHOD_AES);
            if (sizeIsKnown) {
                members.add(member);
            } else {
                open = member;
            }
        }
        return sizeIsKnown && offset + start + packed <= bytes.size() ? start + packed : LOCAL_SIZE;
    }

    private void close(long end) {
        if (open != null) {
            members.add(new ZipMember(open.name(), open.headerOffset(), end - open.headerOffset(), open.crc(),
                    open.method(), open.isEncrypted()));
            open = null;
        }
    }
}
