package dev.vigie.formats.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.windows.FileTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What must hold for a hive of any bytes. */
final class HiveChecks {
    /** What a key and its place in a list take at least. */
    private static final int SMALLEST_KEY = 84;

    private HiveChecks() {
    }

    /** Fails unless the hive is refused or can be read, looked up, copied, written and read again. */
    static void readsWhatever(byte[] bytes, List<HiveLog> logs) throws IOException {
        byte[] before = bytes.clone();
        Hive hive;
        try {
            hive = Hive.of("any", bytes, logs);
        } catch (HiveFormatException refused) {
            assertThat(refused.problem().code().key()).startsWith("hive.");
            return;
        }
        List<RegistryKey> keys = keys(hive);
        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
        assertThat((long) keys.size())
                .isLessThanOrEqualTo(3L * Math.max(bytes.length, length(hive)) / SMALLEST_KEY + 1);
        assertThat(keys(hive)).isEqualTo(keys);
        keys.stream().limit(50).forEach(HiveChecks::isFoundByName);
        hive.currentControlSet();
        assertThat(hive.problems()).hasSizeLessThanOrEqualTo(1001);
        isWrittenAgain(hive);
        assertThat(bytes).isEqualTo(before);
    }

    static List<RegistryKey> keys(Hive hive) {
        List<RegistryKey> keys = new ArrayList<>();
        hive.forEachKey(keys::add);
        return keys;
    }

    private static long length(Hive hive) {
        return BaseBlock.SIZE + Integer.toUnsignedLong(hive.baseBlock().binsSize());
    }

    private static void isFoundByName(RegistryKey key) {
        List<RegistryKey> below = key.subkeys();
        below.stream().limit(20).map(RegistryKey::name).forEach(name -> assertThat(key.subkey(name))
                .isEqualTo(below.stream().filter(other -> other.name().equalsIgnoreCase(name)).findFirst()));
        List<RegistryValue> values = key.values();
        values.stream().limit(20).map(RegistryValue::name).forEach(name -> assertThat(key.value(name))
                .isEqualTo(values.stream().filter(other -> other.name().equalsIgnoreCase(name)).findFirst()));
        assertThat(key.subkey("no such key")).isEqualTo(Optional.empty());
    }

    private static void isWrittenAgain(Hive hive) throws IOException {
        StringBuilder text = new StringBuilder();
        RegistryJsonLines.write(hive.root(), text);
        RegFileWriter.write(hive.root(), "HKEY_LOCAL_MACHINE", text);
        EditableKey copy = EditableKey.copyOf(hive.root());
        Hive again = Hive.of("again", HiveWriter.toBytes(copy, "again", new FileTime(1)), List.of());
        List<RegistryKey> wanted = new ArrayList<>();
        copy.tree().forEach(wanted::add);
        assertThat(keys(again)).hasSameSizeAs(wanted);
        assertThat(again.problems()).allSatisfy(
                problem -> assertThat(problem.code()).isEqualTo(HiveProblem.BAD_SECURITY));
    }
}
