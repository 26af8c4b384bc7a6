package dev.vigie.formats.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.windows.FileTime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hives that are cut, altered or made to trap their reader. */
@Timeout(60)
class HostileHiveTest {
    private static final int SUBKEY_LIST = 28;
    private static final int ROOT = 32;

    private static byte[] small() {
        EditableKey root = EditableKey.root();
        root.create("Select").set(RegistryValue.number("Current", 1));
        root.create("ControlSet001\\Services\\WinRM").set(RegistryValue.text("ImagePath", "svchost.exe"));
        return HiveWriter.toBytes(root, "small", new FileTime(1));
    }

    @Test
    void everyTruncation_isRefusedOrReadAsFarAsItGoes() throws IOException {
        byte[] whole = small();
        for (int length = 0; length < whole.length; length += length < BaseBlock.SIZE ? 37 : 1) {
            HiveChecks.readsWhatever(Arrays.copyOf(whole, length), List.of());
        }
    }

    @Test
    void randomChanges_neverMakeReadingFail() throws IOException {
        Random random = new Random(20_260_318);
        byte[] whole = small();
        for (int round = 0; round < 3_000; round++) {
            byte[] changed = whole.clone();
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                changed[BaseBlock.SIZE + random.nextInt(1024)] = (byte) random.nextInt();
            }
            HiveChecks.readsWhatever(changed, List.of());
        }
    }

    /** A chain of keys, each in a list that names the next one hundred times: the ways through it are 100^30. */
    @Test
    void listsThatShareKeys_areWalkedOnce() throws IOException {
        EditableKey root = EditableKey.root();
        EditableKey key = root;
        for (int level = 0; level < 30; level++) {
            for (int i = 0; i < 100; i++) {
                key.create("k" + i);
            }
            key = key.create("k0");
        }
        byte[] hive = HiveWriter.toBytes(root, "shared", new FileTime(1));
        ByteBuffer bins = ByteBuffer.wrap(hive).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = BaseBlock.SIZE; at < hive.length - 8; at += 8) {
            if (new String(hive, at + 4, 2, StandardCharsets.ISO_8859_1).equals("lh")) {
                int first = bins.getInt(at + 8);
                for (int i = 1; i < bins.getShort(at + 6); i++) {
                    bins.putInt(at + 8 + i * 8, first);
                }
            }
        }
        Hive read = Hive.of("shared", hive, List.of());

        assertThat(HiveChecks.keys(read)).hasSize(31);
        assertThat(read.problems()).extracting(problem -> problem.code()).contains(HiveProblem.SHARED_KEY);
        HiveChecks.readsWhatever(hive, List.of());
    }

    /** All keys have the one list that holds them all: as many places as the square of the keys. */
    @Test
    void oneListForAllKeys_isLeftInTime() throws IOException {
        EditableKey root = EditableKey.root();
        for (int i = 0; i < 20_000; i++) {
            root.create("k" + i);
        }
        byte[] hive = HiveWriter.toBytes(root, "one", new FileTime(1));
        ByteBuffer bins = ByteBuffer.wrap(hive).order(ByteOrder.LITTLE_ENDIAN);
        int list = bins.getInt(BaseBlock.SIZE + ROOT + 4 + SUBKEY_LIST);
        for (int at = BaseBlock.SIZE; at < hive.length - 80; at += 8) {
            if (bins.getInt(at) < 0 && hive[at + 4] == 'n' && hive[at + 5] == 'k') {
                bins.putInt(at + 4 + 20, 20_000).putInt(at + 4 + SUBKEY_LIST, list);
            }
        }

        assertThat(HiveChecks.keys(Hive.of("one", hive, List.of()))).hasSize(20_001);
    }

    @Test
    void circle_endsAndIsTold() throws IOException {
        byte[] hive = small();
        ByteBuffer bins = ByteBuffer.wrap(hive).order(ByteOrder.LITTLE_ENDIAN);
        int list = bins.getInt(BaseBlock.SIZE + ROOT + 4 + SUBKEY_LIST);
        bins.putInt(BaseBlock.SIZE + list + 4 + 4, ROOT);

        Hive read = Hive.of("circle", hive, List.of());

        assertThat(HiveChecks.keys(read)).doesNotHaveDuplicates();
        assertThat(read.problems()).extracting(problem -> problem.code()).contains(HiveProblem.SHARED_KEY);
    }

    @Test
    void regFile_deeperThanWindowsAllows_isAProblemOfThatLine() {
        String text = RegFile.HEADER_5 + "\r\n[" + "a\\".repeat(100_000)
                + "a]\r\n\"n\"=dword:1\r\n[b]\r\n\"n\"=dword:1\r\n";

        RegFile read = RegFile.read("deep", text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(read.problems()).extracting(problem -> problem.code()).containsExactly(RegProblem.BAD_LINE,
                RegProblem.NO_KEY);
        assertThat(read.toRegistry().subkeys()).hasSize(1);
    }

    @Test
    void halvesOfSurrogatePairs_inNamesAndTexts_areKept() throws IOException {
        EditableKey root = EditableKey.root();
        root.create("\ud800x").set(RegistryValue.text("\udc00", "a\ud800"));

        Hive read = Hive.of("half", HiveWriter.toBytes(root, "half", new FileTime(1)), List.of());

        assertThat(read.root().find("\ud800X", "\udc00").found().orElseThrow().text()).contains("a\ud800");
        StringBuilder lines = new StringBuilder();
        RegistryJsonLines.write(read.root(), lines);
        assertThat(lines).contains("\"name\":\"\\udc00\",\"type\":\"REG_SZ\",\"data\":\"a\\ud800\"");
    }
}
