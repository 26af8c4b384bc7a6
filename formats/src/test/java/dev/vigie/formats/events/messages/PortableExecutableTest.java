package dev.vigie.formats.events.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.events.messages.ByteReader.Malformed;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortableExecutableTest {
    private static byte[] image(boolean wide) {
        return new TestImage(wide).with(PortableExecutable.MESSAGE_TABLE, 0x409, TestImage.table(Map.of(1, "one")))
                .with(PortableExecutable.MESSAGE_TABLE, 0x40C, TestImage.table(Map.of(1, "un")))
                .with(PortableExecutable.MANIFEST, 0x409, new byte[]{1, 2, 3})
                .with(PortableExecutable.VERSION, 0x409, TestImage.version(10, 0, 26100, 7309))
                .with(PortableExecutable.SATELLITE, 0x409, TestImage.satellites("en-US")).with("3", 0, new byte[9])
                .toBytes();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void resources_areFoundByTypeAndLanguage(boolean wide) throws IOException, Malformed {
        PortableExecutable image = PortableExecutable.read(PositionalBytes.of(image(wide)));
        assertThat(image.resources(PortableExecutable.MESSAGE_TABLE))
                .extracting(PortableExecutable.Resource::language).containsExactly(0x409, 0x40C);
        PortableExecutable.Resource manifest = image.resources(PortableExecutable.MANIFEST).getFirst();
        assertThat(image.bytes(manifest)).containsExactly(1, 2, 3);
        assertThat(image.resources("3")).as("icons are of no use here").isEmpty();
        assertThat(FileVersion.read(image.bytes(image.resources(PortableExecutable.VERSION).getFirst())))
                .hasToString("10.0.26100.7309");
        assertThat(Satellites.read(image.bytes(image.resources(PortableExecutable.SATELLITE).getFirst())))
                .isEqualTo(new Satellites("", "en-US", true));
    }

    @Test
    void programForDos_hasNoResources() throws IOException, Malformed {
        byte[] program = new byte[128];
        program[0] = 'M';
        program[1] = 'Z';
        program[0x3C] = 0x40;
        assertThat(PortableExecutable.read(PositionalBytes.of(program)).resources(PortableExecutable.MANIFEST))
                .isEmpty();
    }

    @Test
    void everyCut_endsInAnAnswer() throws IOException {
        byte[] whole = image(true);
        for (int length = 2; length < whole.length; length += 7) {
            try {
                PortableExecutable image = PortableExecutable.read(PositionalBytes.of(Arrays.copyOf(whole, length)));
                assertThat(image.resources(PortableExecutable.MESSAGE_TABLE)).hasSizeLessThanOrEqualTo(2);
            } catch (Malformed e) {
                assertThat(e.offset()).isNotNegative();
            }
        }
    }

    @Test
    void directoryThatContainsItself_ends() throws IOException {
        byte[] image = image(true);
        // The first entry of the root leads back to the root.
        image[0x400 + 16 + 4] = 0;
        image[0x400 + 16 + 5] = 0;
        PositionalBytes bytes = PositionalBytes.of(image);
        try {
            assertThat(PortableExecutable.read(bytes).resources(PortableExecutable.MESSAGE_TABLE))
                    .hasSizeLessThanOrEqualTo(2);
        } catch (Malformed e) {
            assertThat(e.offset()).isNotNegative();
        }
    }
}
