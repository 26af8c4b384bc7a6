package dev.vigie.formats.registry;

import dev.vigie.formats.windows.FileTime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The first block of a hive or of a transaction log (Suhanov, Windows registry file format, Base block).
 *
 * @param hasSignature whether it starts with {@code regf}
 * @param primarySequence counts the writes that began
 * @param secondarySequence counts the writes that ended; another number means an unfinished write
 * @param lastWritten when the hive was last written; newer Windows does not keep it up to date
 * @param major major version of the format, 1
 * @param minor minor version of the format, 0 to 6
 * @param fileType 0 for a hive; 1, 2 or 6 for a transaction log
 * @param rootCell where the top key lies, in bytes from the first bin
 * @param binsSize how many bytes of bins there are
 * @param fileName the end of the path the hive had, up to 32 characters
 * @param statedChecksum the checksum in the block
 * @param computedChecksum the checksum of the block
 */
public record BaseBlock(boolean hasSignature, int primarySequence, int secondarySequence, FileTime lastWritten,
        int major,
        int minor, int fileType, int rootCell, int binsSize, String fileName, int statedChecksum,
        int computedChecksum) {
    static final int SIZE = 4096;
    /** The part of it that is written before a transaction log's entries, and that the checksum covers. */
    static final int CHECKED_SIZE = 512;
    static final int PRIMARY_FILE = 0;
    static final int LOG_OF_ENTRIES = 6;
    private static final int SIGNATURE = 0x6667_6572;
    private static final int FILE_NAME = 48;
    private static final int FILE_NAME_SIZE = 64;
    private static final int CHECKSUM = 508;

    /** Reads one; missing bytes are zeros. */
    static BaseBlock read(byte[] file) {
        byte[] bytes = new byte[CHECKED_SIZE];
        System.arraycopy(file, 0, bytes, 0, Math.min(file.length, CHECKED_SIZE));
        ByteBuffer block = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new BaseBlock(block.getInt(0) == SIGNATURE, block.getInt(4), block.getInt(8),
                new FileTime(block.getLong(12)), block.getInt(20), block.getInt(24), block.getInt(28), block.getInt(36),
                block.getInt(40), name(bytes), block.getInt(CHECKSUM), checksum(block));
    }

    /** Whether the block itself can be trusted. */
    public boolean isIntact() {
        return hasSignature && statedChecksum == computedChecksum;
    }

    /** Whether the last write was not completed: the hive needs its transaction logs. */
    public boolean isDirty() {
        return primarySequence != secondarySequence || !isIntact();
    }

    boolean hasBigData() {
        return major > 1 || minor > 3;
    }

    /** Exclusive or of all words; two results are reserved (Base block, note 2). */
    private static int checksum(ByteBuffer block) {
        int sum = 0;
        for (int at = 0; at < CHECKSUM; at += Integer.BYTES) {
            sum ^= block.getInt(at);
        }
        return switch (sum) {
            case -1 -> -2;
            case 0 -> 1;
            default -> sum;
        };
    }

    private static String name(byte[] bytes) {
        String name = new String(bytes, FILE_NAME, FILE_NAME_SIZE, StandardCharsets.UTF_16LE);
        int end = name.indexOf(0);
        return end < 0 ? name : name.substring(0, end);
    }
}
