package dev.vigie.formats.events.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.messages.ByteReader.Malformed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Any bytes as any of the files that an import reads: it never fails, what it finds is bounded, and a catalogue of it
 * can be read. In a build it runs over the inputs in {@code MessageReadersFuzzTestInputs}.
 */
class MessageReadersFuzzTest {
    private final List<Problem> problems = new ArrayList<>();

    /** The first byte says which reader, the rest is its file. */
    @FuzzTest
    void anyBytes_areReadWithoutFailure(byte[] bytes) throws IOException {
        if (bytes.length < 2) {
            return;
        }
        byte[] file = new byte[bytes.length - 1];
        System.arraycopy(bytes, 1, file, 0, file.length);
        CatalogueBuilder catalogue = new CatalogueBuilder();
        ImageImport images = new ImageImport(catalogue, new WantedCultures(List.of()), problems::add);
        switch (bytes[0] & 7) {
            case 0 -> images.add(PositionalBytes.of(file), "a.dll");
            case 1 -> images.add(PositionalBytes.of(new TestImage(true)
                    .with(PortableExecutable.MANIFEST, 0x409, file).toBytes()), "a.dll");
            case 2 -> images.add(PositionalBytes.of(new TestImage(false)
                    .with(PortableExecutable.MESSAGE_TABLE, 0x409, file)
                    .with(PortableExecutable.SATELLITE, 0x409, file).toBytes()), "a.dll");
            case 3 -> new RegistryProviders(new ProviderRegistry(catalogue), problems::add).takeText("a.reg", file);
            case 4 -> ManifestXml.read(new ByteArrayInputStream(file), "a.man", "a.man", catalogue, _ -> true,
                    problems::add);
            case 5 -> ProviderMap.read(new ByteArrayInputStream(file), "providers.tsv", catalogue, problems::add);
            case 6 -> stored(file, catalogue);
            default -> assertThat(MessageText.parse(new String(file, StandardCharsets.ISO_8859_1)))
                    .hasSizeLessThanOrEqualTo(file.length);
        }
        written(catalogue, bytes.length);
    }

    private static void stored(byte[] file, CatalogueBuilder catalogue) throws IOException {
        try {
            CatalogueStore.open(PositionalBytes.of(file), "a").copyTo(catalogue);
        } catch (CatalogueFormatException | Malformed refused) {
            assertThat(refused).isNotNull();
        }
    }

    private void written(CatalogueBuilder catalogue, int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int texts = new CatalogueWriter(catalogue, problems::add).writeTo(out);
        // Each text and each definition has bytes of its own in the input, but for lists that hostile ones share.
        assertThat(texts).isLessThanOrEqualTo(size);
        CatalogueStore read = CatalogueStore.open(PositionalBytes.of(out.toByteArray()), "a");
        assertThat(read.texts()).isEqualTo(texts);
        CatalogueBuilder again = new CatalogueBuilder();
        try {
            read.copyTo(again);
        } catch (Malformed e) {
            throw new AssertionError("what was written cannot be read at " + e.offset(), e);
        }
        assertThat(again.files()).hasSameSizeAs(catalogue.files());
        assertThat(again.providers()).hasSameSizeAs(catalogue.providers());
    }
}
