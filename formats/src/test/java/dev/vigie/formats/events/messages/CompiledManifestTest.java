package dev.vigie.formats.events.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.messages.ManifestProvider.EventText;
import dev.vigie.formats.events.messages.ManifestProvider.Item;
import dev.vigie.formats.events.messages.ManifestProvider.Leaf;
import dev.vigie.formats.events.messages.ManifestProvider.ValueMap;
import dev.vigie.formats.events.messages.ManifestProvider.Word;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledManifestTest {
    private final List<Problem> problems = new ArrayList<>();

    private List<ManifestProvider> read(byte[] resource) {
        return CompiledManifest.read(resource, "test.dll", problems::add);
    }

    @Test
    void everyPart_isReadAsItWasCompiled() {
        ManifestProvider provider = read(Harbour.manifest().toBytes()).getFirst();
        assertThat(problems).isEmpty();
        assertThat(provider.guid()).isEqualTo(Harbour.GUID);
        assertThat(provider.name()).isEqualTo("Acme-Harbour");
        assertThat(provider.message()).isEqualTo(0x90000001);
        assertThat(provider.channels()).containsExactly(new Word(16, 0x90000002, "Acme-Harbour/Operational"));
        assertThat(provider.levels()).containsExactly(new Word(2, 0x50000002, "win:Error"));
        assertThat(provider.tasks()).containsExactly(new Word(3, 0x70000003, "Docking"));
        assertThat(provider.opcodes()).containsExactly(new Word(10L << 16, 0x3000000A, "Moor"),
                new Word(10L << 16 | 3, 0x3001000A, "MoorAtDock"));
        assertThat(provider.keywords()).containsExactly(new Word(1L << 40, 0x10000028, "Cargo"));
        assertThat(provider.maps()).containsExactly(
                new ValueMap("Berths", false,
                        List.of(new Word(1, 0xD0000001, ""), new Word(2, 0xD0000002, ""))),
                new ValueMap("Flags", true, List.of(new Word(1, 0xF0000001, ""), new Word(4, 0xF0000002, ""))));
        assertThat(provider.templates().getFirst().items()).containsExactly(new Item("Ship", 1, -1),
                new Item("Berth", 8, 0), new Item("Status", 0x1F, -1), new Item("Signals", 8, 1));
        assertThat(provider.templates().getFirst().leaves()).extracting(Leaf::name).containsExactly("Ship", "Berth",
                "Status", "Signals");
        assertThat(provider.templates().get(1).leaves()).containsExactly(new Leaf("Second", 1), new Leaf("First", 0));
        assertThat(provider.events()).contains(new EventText(100, 0, 0xB0000064, 0));
    }

    @Test
    void everyCut_givesWhatIsWholeAndSaysWhatIsNot() {
        byte[] whole = Harbour.manifest().toBytes();
        for (int length = 0; length < whole.length; length += 3) {
            problems.clear();
            List<ManifestProvider> providers = read(Arrays.copyOf(whole, length));
            assertThat(providers).hasSizeLessThanOrEqualTo(1);
            assertThat(problems).as("cut to %d", length).isNotEmpty();
        }
    }

    @Test
    void onePartDamaged_leavesTheOthers() {
        byte[] bytes = Harbour.manifest().toBytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int map = text.indexOf("BMAP");
        bytes[map] = 'X';
        ManifestProvider provider = read(bytes).getFirst();
        assertThat(problems).singleElement().satisfies(
                problem -> assertThat(problem.code()).isEqualTo(MessagesProblem.BAD_MANIFEST));
        assertThat(provider.maps()).isEmpty();
        assertThat(provider.events()).hasSize(3);
        assertThat(provider.levels()).hasSize(1);
    }
}
