package dev.vigie.formats.registry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Transaction logs as Windows 8.1 and later write them: entries with numbers that follow each other (Log entries). */
final class LogEntries {
    private static final int FIRST = 512;
    private static final int ALIGNMENT = 512;
    private static final int SIGNATURE = 0x454C_7648;
    private static final int SIZE = 4;
    private static final int SEQUENCE = 12;
    private static final int BINS_SIZE = 16;
    private static final int PAGE_COUNT = 20;
    private static final int HASH_OF_PAGES = 24;
    private static final int HASH_OF_HEADER = 32;
    private static final int HEADER = 40;
    private static final int PAGE_REFERENCE = 8;

    private final HiveImage image;
    private final List<String> used = new ArrayList<>();
    private int applied;
    private int last;
    private int binsSize;
    /** The number the next entry must have, once a log was begun. */
    private int expected;
    private boolean begun;

    LogEntries(HiveImage image) {
        this.image = image;
    }

    /** Applies the entries of a log that follow those of the logs before, up to the first that is damaged. */
    void apply(HiveLog log) {
        int first = log.baseBlock().primarySequence();
        if (begun && first != expected) {
            image.report(log.name(), HiveProblem.LOG_DOES_NOT_FIT);
            return;
        }
        begun = true;
        expected = first;
        int before = applied;
        int at = FIRST;
        while (isEntry(log.bytes(), at)) {
            if (!isIntact(log.bytes(), at)) {
                image.report(log.name(), HiveProblem.BAD_LOG_ENTRY, applied - before + 1);
                break;
            }
            applyEntry(log.bytes(), at);
            at += number(log.bytes(), at + SIZE);
        }
        if (applied > before) {
            used.add(log.name());
        }
    }

    /** Makes the hive a complete one; false when no entry could be applied. */
    boolean finish() {
        if (applied == 0) {
            return false;
        }
        image.complete(last, binsSize);
        image.report(HiveProblem.REPLAYED, applied, String.join(", ", used));
        return true;
    }

    /** Whether an entry begins here; old ones with other numbers lie behind the last. */
    private boolean isEntry(byte[] log, int at) {
        return at <= log.length - HEADER && number(log, at) == SIGNATURE && number(log, at + SEQUENCE) == expected;
    }

    private static boolean isIntact(byte[] log, int at) {
        int size = number(log, at + SIZE);
        int bins = number(log, at + BINS_SIZE);
        return size >= HEADER && size % ALIGNMENT == 0 && size <= log.length - at && bins > 0
                && bins % BaseBlock.SIZE == 0
                && Marvin32.hash(log, at, HASH_OF_HEADER) == hash(log, at + HASH_OF_HEADER)
                && Marvin32.hash(log, at + HEADER, size - HEADER) == hash(log, at + HASH_OF_PAGES)
                && pagesFit(log, at, size, bins);
    }

    private static boolean pagesFit(byte[] log, int at, int size, int bins) {
        long count = Integer.toUnsignedLong(number(log, at + PAGE_COUNT));
        long end = HEADER + count * PAGE_REFERENCE;
        if (end > size) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            int offset = number(log, at + HEADER + i * PAGE_REFERENCE);
            int length = number(log, at + HEADER + i * PAGE_REFERENCE + Integer.BYTES);
            if (offset < 0 || length < 0 || length > bins - offset) {
                return false;
            }
            end += length;
        }
        return end <= size;
    }

    private void applyEntry(byte[] log, int at) {
        binsSize = number(log, at + BINS_SIZE);
        image.resizeBins(binsSize);
        int count = number(log, at + PAGE_COUNT);
        int page = at + HEADER + count * PAGE_REFERENCE;
        for (int i = 0; i < count; i++) {
            int offset = number(log, at + HEADER + i * PAGE_REFERENCE);
            int length = number(log, at + HEADER + i * PAGE_REFERENCE + Integer.BYTES);
            image.write(offset, log, page, length);
            page += length;
        }
        last = expected++;
        applied++;
    }

    private static int number(byte[] log, int at) {
        return ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    private static long hash(byte[] log, int at) {
        return ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN).getLong(at);
    }
}
