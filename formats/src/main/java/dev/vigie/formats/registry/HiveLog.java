package dev.vigie.formats.registry;

import java.util.Objects;

/**
 * A transaction log as a file.
 *
 * @param name its name, for problems
 * @param bytes its bytes; not copied
 */
public record HiveLog(String name, byte[] bytes) {
    /** Checks the components. */
    public HiveLog {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(bytes, "bytes");
    }

    BaseBlock baseBlock() {
        return BaseBlock.read(bytes);
    }

    /** Whether the log itself was written to its end. */
    boolean isIntact() {
        BaseBlock block = baseBlock();
        return block.isIntact() && block.primarySequence() == block.secondarySequence();
    }

    /** Whether it is a sequence of entries, as Windows 8.1 and later write it, and not one vector of dirty sectors. */
    boolean hasEntries() {
        return baseBlock().fileType() == BaseBlock.LOG_OF_ENTRIES;
    }

    /** The file's name, to tell and not to compare by content. */
    @Override
    public String toString() {
        return name;
    }
}
