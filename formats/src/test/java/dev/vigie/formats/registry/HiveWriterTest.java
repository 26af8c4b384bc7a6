package dev.vigie.formats.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Samples;
import dev.vigie.formats.windows.FileTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HiveWriterTest {
    private static final FileTime TIME = FileTime.parse("2026-03-18T08:14:03Z");

    static Stream<Path> cleanHives() throws IOException {
        List<Path> hives = new ArrayList<>();
        for (Path file : Samples.files("hives", "")) {
            if (Files.isRegularFile(file) && isHive(Files.readAllBytes(file))) {
                hives.add(file);
            }
        }
        return hives.stream();
    }

    private static boolean isHive(byte[] bytes) {
        BaseBlock block = BaseBlock.read(bytes);
        return block.isIntact() && block.fileType() == BaseBlock.PRIMARY_FILE && block.minor() < 6;
    }

    @ParameterizedTest
    @MethodSource("cleanHives")
    void write_realHive_readsBackTheSame(Path file) throws IOException {
        Hive original;
        try {
            original = Hive.open(file);
        } catch (HiveFormatException unreadable) {
            return;
        }
        EditableKey copy = EditableKey.copyOf(original.root());

        Hive written = Hive.of("written", HiveWriter.toBytes(copy, "written", TIME), List.of());

        assertThat(written.problems()).isEmpty();
        assertSame(written.root(), copy);
        assertThat(written.problems()).isEmpty();
    }

    @Test
    void write_everyKindOfThing_readsBackTheSame() throws IOException {
        EditableKey root = HiveCopies.everything();

        Hive written = Hive.of("written", HiveWriter.toBytes(root, "C:\\Windows\\System32\\config\\SOFTWARE", TIME),
                List.of());

        assertSame(written.root(), root);
        assertThat(written.problems()).isEmpty();
        assertThat(written.baseBlock().fileName()).isEqualTo("indows\\System32\\config\\SOFTWARE");
        assertThat(written.root().find("ключ\\STRAßE", "N").found().orElseThrow().number()).hasValue(0xFFFF_FFFFL);
    }

    private static void assertSame(RegistryKey actual, RegistryKey expected) {
        assertThat(actual.className()).isEqualTo(expected.className());
        assertThat(actual.lastWritten()).isEqualTo(expected.lastWritten().or(() -> Optional.of(TIME)));
        assertThat(actual.security()).isEqualTo(expected.security());
        assertThat(actual.values()).containsExactlyInAnyOrderElementsOf(expected.values());
        List<RegistryKey> below = actual.subkeys();
        assertThat(below).hasSameSizeAs(expected.subkeys());
        for (RegistryKey key : below) {
            assertSame(key, expected.subkey(key.name()).orElseThrow());
        }
    }
}
