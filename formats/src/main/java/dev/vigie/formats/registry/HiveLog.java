package dev.vigie.formats.registry;

import java.util.Objects;

/** A transaction log as a file. */
public final class HiveLog {
    private final String name;
    private final byte[] bytes;
    private final BaseBlock baseBlock;

    /**
     * A log.
     *
     * @param name its name, for problems
     * @param bytes its bytes; not copied
     */
    public HiveLog(String name, byte[] bytes) {
        this.name = Objects.requireNonNull(name, "name");
        this.bytes = bytes;
        this.baseBlock = BaseBlock.read(bytes);
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    BaseBlock baseBlock() {
        return baseBlock;
    }

    /** Whether the log itself was written to its end. */
    boolean isIntact() {
        return baseBlock.isIntact() && baseBlock.primarySequence() == baseBlock.secondarySequence();
    }

    /** Whether it is a sequence of entries, as Windows 8.1 and later write it, and not one vector of dirty sectors. */
    boolean hasEntries() {
        return baseBlock.fileType() == BaseBlock.LOG_OF_ENTRIES;
    }
}
