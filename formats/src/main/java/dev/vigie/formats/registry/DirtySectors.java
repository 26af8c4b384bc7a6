package dev.vigie.formats.registry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;

/** A transaction log as Windows wrote it before 8.1: a bitmap of sectors, and the sectors (Dirty vector). */
final class DirtySectors {
    private static final int SECTOR = 512;
    private static final int SIGNATURE = 0x5452_4944;
    private static final int BITMAP = SECTOR + Integer.BYTES;

    private final HiveLog log;
    private final int binsSize;

    DirtySectors(HiveLog log) {
        this.log = log;
        this.binsSize = log.baseBlock().binsSize();
    }

    /** Writes the sectors into the hive; false, and nothing done, when the log is damaged. */
    boolean applyTo(HiveImage image) {
        byte[] bytes = log.bytes();
        int bitmapSize = binsSize / SECTOR / Byte.SIZE;
        int firstSector = Math.ceilDiv(BITMAP + bitmapSize, SECTOR) * SECTOR;
        if (binsSize <= 0 || binsSize % BaseBlock.SIZE != 0 || bytes.length < firstSector
                || ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(SECTOR) != SIGNATURE) {
            return false;
        }
        BitSet dirty = BitSet.valueOf(ByteBuffer.wrap(bytes, BITMAP, bitmapSize));
        if (bytes.length - firstSector < (long) dirty.cardinality() * SECTOR) {
            return false;
        }
        image.takeBaseBlock(log);
        image.resizeBins(binsSize);
        int at = firstSector;
        for (int sector = dirty.nextSetBit(0); sector >= 0; sector = dirty.nextSetBit(sector + 1)) {
            image.write(sector * SECTOR, bytes, at, SECTOR);
            at += SECTOR;
        }
        image.complete(log.baseBlock().primarySequence(), binsSize);
        return true;
    }
}
