package dev.vigie.formats.archives;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The central directory of a zip archive (APPNOTE 6.3.10, 4.3.12 to 4.3.16), with Zip64 and with bytes before the archive.
 */
final class ZipDirectory {
    private static final int END = 0x0605_4b50;
    private static final int END_SIZE = 22;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final int END64_LOCATOR = 0x0706_4b50;
    private static final int END64_LOCATOR_SIZE = 20;
    private static final int END64 = 0x0606_4b50;
    private static final int END64_SIZE = 56;
    private static final int ENTRY = 0x0201_4b50;
    private static final int ENTRY_SIZE = 46;
    private static final int BLOCK = 1 << 20;
    private static final int ZIP64_EXTRA = 1;
    private static final int FLAG_ENCRYPTED = 1;
    private static final int METHOD_AES = 99;
    private static final long IN_ZIP64 = 0xFFFF_FFFFL;

    private final ZipBytes bytes;
    private final String archive;
    private final UnpackBudget budget;
    private final Predicate<String> wanted;
    private final List<ZipMember> members = new ArrayList<>();

    private ZipDirectory(ZipBytes bytes, String archive, UnpackBudget budget, Predicate<String> wanted) {
        this.bytes = bytes;
        this.archive = archive;
        this.budget = budget;
        this.wanted = wanted;
    }

    /** Where the directory lies; {@code shift} is what stands before the archive. */
    private record Extent(long start, long end, long shift) {
    }

    /** The members with a wanted name, in the order of the directory; empty when there is no directory to be read. */
    static Optional<List<ZipMember>> read(ZipBytes bytes, String archive, UnpackBudget budget,
            Predicate<String> wanted) throws IOException {
        try {
            Optional<Extent> extent = extent(bytes);
            ZipDirectory directory = new ZipDirectory(bytes, archive, budget, wanted);
            return extent.isPresent() && directory.read(extent.get())
                    ? Optional.of(directory.members)
                    : Optional.empty();
        } catch (EOFException cut) {
            return Optional.empty();
        }
    }

    private static Optional<Extent> extent(ZipBytes bytes) throws IOException {
        long tail = Math.max(0, bytes.size() - END_SIZE - MAX_COMMENT);
        ByteBuffer buffer = bytes.available(tail, END_SIZE + MAX_COMMENT);
        for (int at = buffer.limit() - END_SIZE; at >= 0; at--) {
            if (buffer.getInt(at) == END) {
                Optional<Extent> extent = extent(bytes, buffer, at, tail + at);
                if (extent.isPresent()) {
                    return extent;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Extent> extent(ZipBytes bytes, ByteBuffer buffer, int at, long endOffset)
            throws IOException {
        long size = Integer.toUnsignedLong(buffer.getInt(at + 12));
        long offset = Integer.toUnsignedLong(buffer.getInt(at + 16));
        Optional<Extent> large = endOffset >= END64_LOCATOR_SIZE ? extent64(bytes, endOffset) : Optional.empty();
        return large.isPresent() ? large : extent(endOffset, size, offset);
    }

    private static Optional<Extent> extent(long directoryEnd, long size, long offset) {
        long start = directoryEnd - size;
        return size < 0 || start < 0 || offset < 0 || offset > start
                ? Optional.empty()
                : Optional.of(new Extent(start, directoryEnd, start - offset));
    }

    private static Optional<Extent> extent64(ZipBytes bytes, long endOffset) throws IOException {
        ByteBuffer locator = bytes.read(endOffset - END64_LOCATOR_SIZE, END64_LOCATOR_SIZE);
        if (locator.getInt(0) != END64_LOCATOR) {
            return Optional.empty();
        }
        // Bytes before the archive move the record too; it stands right before its locator when the offset fails.
        for (long at : new long[]{locator.getLong(8), endOffset - END64_LOCATOR_SIZE - END64_SIZE}) {
            if (at >= 0 && at <= bytes.size() - END64_SIZE) {
                ByteBuffer record = bytes.read(at, END64_SIZE);
                if (record.getInt(0) == END64) {
                    return extent(at, record.getLong(40), record.getLong(48));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether all of it could be read. */
    private boolean read(Extent extent) throws IOException {
        long position = extent.start;
        ByteBuffer block = bytes.available(position, 0);
        while (position < extent.end) {
            if (block.remaining() < ENTRY_SIZE || block.remaining() < entrySize(block)) {
                block = bytes.available(position, (int) Math.min(BLOCK, extent.end - position));
                if (block.remaining() < ENTRY_SIZE || block.remaining() < entrySize(block)) {
                    return false;
                }
            }
            if (block.getInt(block.position()) != ENTRY) {
                return false;
            }
            int size = entrySize(block);
            entry(block, extent);
            block.position(block.position() + size);
            position += size;
        }
        return true;
    }

    private static int entrySize(ByteBuffer block) {
        int at = block.position();
        return ENTRY_SIZE + u16(block, at + 28) + u16(block, at + 30) + u16(block, at + 32);
    }

    private void entry(ByteBuffer block, Extent extent) throws IOException {
        budget.member(archive);
        int at = block.position();
        String name = name(block, at + ENTRY_SIZE, u16(block, at + 28));
        if (!wanted.test(name)) {
            return;
        }
        Zip64 zip64 = new Zip64(block, at + ENTRY_SIZE + u16(block, at + 28), u16(block, at + 30));
        // The unpacked size comes first in the extra field, when it is there at all.
        zip64.resolve(Integer.toUnsignedLong(block.getInt(at + 24)));
        long packed = zip64.resolve(Integer.toUnsignedLong(block.getInt(at + 20)));
        long offset = zip64.resolve(Integer.toUnsignedLong(block.getInt(at + 42)));
        int method = u16(block, at + 10);
        members.add(new ZipMember(name, extent.shift + offset, packed, Integer.toUnsignedLong(block.getInt(at + 16)),
                method, (u16(block, at + 8) & FLAG_ENCRYPTED) != 0 || method == METHOD_AES));
    }

    /** UTF-8 whatever the flag says, when it is that; otherwise the code page of old tools. */
    static String name(ByteBuffer block, int at, int length) {
        ByteBuffer name = block.slice(at, length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(name).toString();
        } catch (CharacterCodingException e) {
            Charset old = Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
            return old.decode(name.rewind()).toString();
        }
    }

    static int u16(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }

    /** The extra field with the numbers that 32 bits cannot hold (APPNOTE 4.5.3). */
    private static final class Zip64 {
        private final ByteBuffer field;

        Zip64(ByteBuffer block, int at, int length) {
            int start = at;
            int end = at + length;
            while (start + 4 <= end && u16(block, start) != ZIP64_EXTRA) {
                start += 4 + u16(block, start + 2);
            }
            int size = start + 4 <= end ? Math.min(u16(block, start + 2), end - start - 4) : 0;
            field = block.slice(size == 0 ? at : start + 4, size).order(block.order());
        }

        long resolve(long stated) {
            return stated == IN_ZIP64 && field.remaining() >= Long.BYTES ? field.getLong() : stated;
        }
    }
}
