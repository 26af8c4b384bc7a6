package dev.vigie.formats.registry;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A hive's file in memory while transaction logs are applied to it; the files themselves are never written. */
final class HiveImage {
    private static final int PRIMARY_SEQUENCE = 4;
    private static final int SECONDARY_SEQUENCE = 8;
    private static final int FILE_TYPE = 28;
    private static final int BINS_SIZE = 40;
    private static final int CHECKSUM = 508;

    private final String name;
    private final List<Problem> problems = new ArrayList<>();
    private byte[] bytes;

    HiveImage(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    List<Problem> problems() {
        return problems;
    }

    BaseBlock baseBlock() {
        return BaseBlock.read(bytes);
    }

    void report(HiveProblem code, Object... arguments) {
        report(name, code, arguments);
    }

    void report(String file, HiveProblem code, Object... arguments) {
        problems.add(Problem.of(code, Place.at(file, 0), arguments));
    }

    /** Takes the base block of a log, which is a copy of the hive's. */
    void takeBaseBlock(HiveLog log) {
        resize(Math.max(bytes.length, BaseBlock.SIZE));
        System.arraycopy(log.bytes(), 0, bytes, 0, BaseBlock.CHECKED_SIZE);
    }

    /** Makes room for, or drops, bins. */
    void resizeBins(int size) {
        resize(BaseBlock.SIZE + size);
    }

    private void resize(int size) {
        if (size != bytes.length) {
            bytes = Arrays.copyOf(bytes, size);
        }
    }

    /** Overwrites part of the bins. */
    void write(int offset, byte[] source, int at, int length) {
        System.arraycopy(source, at, bytes, BaseBlock.SIZE + offset, length);
    }

    /** Makes the base block that of a hive whose last write was completed. */
    void complete(int sequence, int binsSize) {
        ByteBuffer block = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        block.putInt(PRIMARY_SEQUENCE, sequence);
        block.putInt(SECONDARY_SEQUENCE, sequence);
        block.putInt(FILE_TYPE, BaseBlock.PRIMARY_FILE);
        block.putInt(BINS_SIZE, binsSize);
        block.putInt(CHECKSUM, BaseBlock.read(bytes).computedChecksum());
    }
}
