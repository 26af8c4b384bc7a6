package dev.vigie.formats.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Any bytes as a .reg file: reading never fails, and what the file makes can be written as one. */
class RegFileFuzzTest {
    @FuzzTest
    void anyBytes_areReadWithoutFailure(byte[] bytes) throws IOException {
        RegFile read = RegFile.read("any", bytes, StandardCharsets.ISO_8859_1);
        EditableKey registry = read.toRegistry();
        StringBuilder text = new StringBuilder();
        RegFileWriter.writeHeader(text);
        for (RegistryKey root : registry.subkeys()) {
            RegFileWriter.write(root, root.name(), text);
        }
        RegistryJsonLines.write(registry, text);
        assertThat(read.problems()).hasSizeLessThanOrEqualTo(bytes.length + 1);
    }
}
