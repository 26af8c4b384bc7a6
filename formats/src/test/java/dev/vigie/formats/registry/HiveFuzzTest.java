package dev.vigie.formats.registry;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vigie.formats.windows.FileTime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Any bytes: reading never fails, ends, and what was read can be looked up, copied, written and read again. In a build it
 * runs over the inputs in {@code HiveFuzzTestInputs}; with {@code JAZZER_FUZZ=1} it looks for new ones.
 */
class HiveFuzzTest {
    private static final int LOG_FILE = 1;
    private static final byte[] WRITTEN = HiveWriter.toBytes(EditableKey.root(), "fuzz", new FileTime(1));

    /** Bytes as a file of any kind. */
    @FuzzTest
    void file(byte[] bytes) throws IOException {
        HiveChecks.readsWhatever(bytes, List.of());
    }

    /** Bytes as the bins of a hive whose base block is right; the first is where the top key lies. */
    @FuzzTest
    void bins(byte[] bytes) throws IOException {
        HiveChecks.readsWhatever(withBaseBlock(bytes, 1, BaseBlock.PRIMARY_FILE), List.of());
    }

    /** Bytes as the bitmap and the sectors of a log, which the last write of a small hive needs. */
    @FuzzTest
    void log(byte[] bytes) throws IOException {
        byte[] log = Arrays.copyOf(withBaseBlock(new byte[BaseBlock.SIZE], 1, LOG_FILE), BaseBlock.CHECKED_SIZE
                + bytes.length);
        System.arraycopy(bytes, 0, log, BaseBlock.CHECKED_SIZE, bytes.length);
        byte[] hive = withBaseBlock(Arrays.copyOfRange(WRITTEN, BaseBlock.SIZE, WRITTEN.length), 2,
                BaseBlock.PRIMARY_FILE);
        HiveChecks.readsWhatever(hive, List.of(new HiveLog("log", log)));
    }

    private static byte[] withBaseBlock(byte[] bins, int sequence, int fileType) {
        byte[] file = Arrays.copyOf(WRITTEN, BaseBlock.SIZE + bins.length);
        System.arraycopy(bins, 0, file, BaseBlock.SIZE, bins.length);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(4, sequence).putInt(28, fileType).putInt(40,
                bins.length);
        int checksum = BaseBlock.read(file).computedChecksum();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(508, checksum);
        return file;
    }
}
