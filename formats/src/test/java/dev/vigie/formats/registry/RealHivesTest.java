package dev.vigie.formats.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hives of real machines, against counts and bins that other software gave for them. */
class RealHivesTest {
    /** Bins after replay, from another author's implementation; the one of yarp-new-dirty is what Windows 10 wrote. */
    @ParameterizedTest
    @CsvSource({
            "win10-system-dirty/SYSTEM_B, 35595, 78901, b6e091176b3d00b7b97efdeaeef519b1adfbaa5f6d8118d5c44fa2dcfeb5029a",
            "win10-ntuser-dirty/transactions_NTUSER.DAT, 3105, 4695, 9c5e83727e19ff8f7fd95b73ba006dbc20dffbeead9ace35a88753f3fc7e4299",
            "yarp-old-dirty/OldDirtyHive, 5003, 1, 23c97d7cc7947d32b5b7dc7a3761bc1191e6d5b84797a53dea08084d4cb2b56f",
            "yarp-new-dirty/NewDirtyHive, 5, 1, d762fa532cd95f274afb9277ca269d9a4f711b34a3734898b060382d5bea9237",
            "yarp-new-dirty2/NewDirtyHive, 5, 1, d762fa532cd95f274afb9277ca269d9a4f711b34a3734898b060382d5bea9237",
            "yarp-bad-baseblock/BadBaseBlockHive, 5003, 1, 23c97d7cc7947d32b5b7dc7a3761bc1191e6d5b84797a53dea08084d4cb2b56f"
    })
    void open_dirtyHive_equalsTheReplayOfAnotherAuthor(String file, int keys, int values, String sha256)
            throws IOException, NoSuchAlgorithmException {
        Hive hive = Hive.open(Samples.path("hives").resolve(Path.of(file)));

        assertThat(count(hive)).containsExactly(keys, values);
        assertThat(hive.baseBlock().isDirty()).isFalse();
        assertThat(hive.problems()).extracting(problem -> problem.code()).contains(HiveProblem.REPLAYED);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        hive.writeTo(written);
        byte[] bins = Arrays.copyOfRange(written.toByteArray(), BaseBlock.SIZE,
                BaseBlock.SIZE + hive.baseBlock().binsSize());
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bins))).isEqualTo(sha256);
    }

    @ParameterizedTest
    @CsvSource({"yarp-bad-log1/BadLogHive, 5003, 0", "yarp-bad-log2/BadLogHive, 5003, 0",
            "yarp-bad-log3/BadLogHive, 5, 2"})
    void open_dirtyHiveWithDamagedLogs_isReadAsItIsAndSaysSo(String file, int keys, int values) throws IOException {
        Hive hive = Hive.open(Samples.path("hives").resolve(Path.of(file)));

        assertThat(count(hive)).containsExactly(keys, values);
        assertThat(hive.problems()).extracting(problem -> problem.code()).contains(HiveProblem.DIRTY);
    }

    private static int[] count(Hive hive) {
        AtomicInteger keys = new AtomicInteger();
        AtomicInteger values = new AtomicInteger();
        hive.forEachKey(key -> {
            keys.incrementAndGet();
            values.addAndGet(key.values().size());
        });
        return new int[]{keys.get(), values.get()};
    }
}
