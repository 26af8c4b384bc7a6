package dev.vigie.formats.events.messages;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.messages.ManifestProvider.EventText;
import dev.vigie.formats.events.messages.ManifestProvider.Item;
import dev.vigie.formats.events.messages.ManifestProvider.Leaf;
import dev.vigie.formats.events.messages.ManifestProvider.Template;
import dev.vigie.formats.events.messages.ManifestProvider.ValueMap;
import dev.vigie.formats.events.messages.ManifestProvider.Word;
import dev.vigie.formats.windows.Guid;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/** Writes a catalogue: the same content always gives the same bytes. */
final class CatalogueWriter {
    private final CatalogueBuilder content;
    private final Consumer<Problem> problems;
    private final TextPoolWriter pool = new TextPoolWriter();
    private final IndexWriter names = new IndexWriter();
    private final IndexWriter tables = new IndexWriter();
    private final IndexWriter records = new IndexWriter();
    private final Map<String, Integer> fileIndexes = new HashMap<>();

    CatalogueWriter(CatalogueBuilder content, Consumer<Problem> problems) {
        this.content = content;
        this.problems = problems;
    }

    /** Writes everything and tells how many texts there are. */
    int writeTo(OutputStream out) throws IOException {
        List<String> cultures = cultures();
        names.number(cultures.size());
        cultures.forEach(names::text);
        writeFiles(cultures);
        writeProviders();
        pool.finish();
        byte[][] sections = {names.toBytes(), tables.toBytes(), records.toBytes(), pool.directory()};
        CRC32C checksum = new CRC32C();
        for (byte[] section : sections) {
            checksum.update(section);
        }
        byte[] blocks = pool.compressed();
        IndexWriter header = new IndexWriter().raw(CatalogueFormat.MAGIC).u16(CatalogueFormat.MAJOR)
                .u16(CatalogueFormat.MINOR).u32((int) checksum.getValue());
        for (byte[] section : sections) {
            header.u32(section.length);
        }
        header.u32(blocks.length).u32(pool.texts());
        out.write(header.toBytes());
        for (byte[] section : sections) {
            out.write(section);
        }
        out.write(blocks);
        return pool.texts();
    }

    private List<String> cultures() {
        Set<String> cultures = new TreeSet<>();
        content.files().forEach(file -> cultures.addAll(file.tables().keySet()));
        return List.copyOf(cultures);
    }

    private void writeFiles(List<String> cultures) {
        Collection<MessageFile> files = content.files();
        names.number(files.size());
        for (MessageFile file : files) {
            fileIndexes.put(file.key(), fileIndexes.size());
            names.text(file.key()).number(file.tables().size());
            file.tables().forEach((culture, table) -> {
                names.number(cultures.indexOf(culture)).text(table.version().toString()).text(table.source())
                        .u32(tables.size()).number(table.texts().size());
                table.texts().keySet().forEach(tables::u32);
                table.texts().values().forEach(text -> tables.u32(pool.add(text)));
            });
        }
    }

    private void writeProviders() {
        List<ProviderEntry> entries = new ArrayList<>(content.providers());
        entries.sort(Comparator.comparing((ProviderEntry entry) -> entry.name)
                .thenComparing(entry -> String.valueOf(entry.guid)));
        names.number(entries.size());
        for (ProviderEntry entry : entries) {
            Guid guid = entry.guid;
            names.text(entry.name).u8(guid == null ? 0 : 1);
            if (guid != null) {
                names.guid(guid);
            }
            int start = records.size();
            names.text(entry.source).text(entry.version.toString()).number(entry.manifest.events().size()).u32(start);
            writeRecord(entry);
            names.number(records.size() - start);
        }
    }

    private void writeRecord(ProviderEntry entry) {
        paths(entry, entry.messageFiles);
        paths(entry, entry.parameterFiles);
        paths(entry, entry.categoryFiles);
        ManifestProvider manifest = entry.manifest;
        records.u32(manifest.message());
        words(manifest.channels());
        words(manifest.levels());
        words(manifest.tasks());
        words(manifest.opcodes());
        words(manifest.keywords());
        records.number(manifest.maps().size());
        for (ValueMap map : manifest.maps()) {
            records.text(map.name()).u8(map.bits() ? 1 : 0);
            words(map.entries());
        }
        records.number(manifest.templates().size());
        for (Template template : manifest.templates()) {
            records.number(template.items().size());
            for (Item item : template.items()) {
                records.text(item.name()).u8(item.outType()).number(item.map() + 1L);
            }
            records.number(template.leaves().size());
            for (Leaf leaf : template.leaves()) {
                records.text(leaf.name()).number(leaf.item() + 1L);
            }
        }
        records.number(manifest.events().size());
        for (EventText event : manifest.events()) {
            records.u16(event.id()).u8(event.version()).u32(event.message()).number(event.template() + 1L);
        }
    }

    /** Registered paths stay, so that a later merge can find files that are missing now. */
    private void paths(ProviderEntry entry, Set<String> registered) {
        records.number(registered.size());
        for (String path : registered) {
            String key = content.resolve(path);
            Integer index = key == null ? null : fileIndexes.get(key);
            if (index == null) {
                problems.accept(Problem.of(MessagesProblem.MISSING_FILE,
                        Place.of(entry.source.isEmpty() ? path : entry.source),
                        entry.name.isEmpty() ? String.valueOf(entry.guid) : entry.name, path));
            }
            records.text(path).number(index == null ? 0 : index + 1L);
        }
    }

    private void words(List<Word> words) {
        records.number(words.size());
        for (Word word : words) {
            records.number(word.value()).u32(word.message()).text(word.symbol());
        }
    }
}
