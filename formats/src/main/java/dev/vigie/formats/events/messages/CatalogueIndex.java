package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.messages.ByteReader.Malformed;
import dev.vigie.formats.windows.Guid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue holds and where: languages, files, providers.
 *
 * @param cultures the languages, by place
 * @param files the message files, by place
 * @param providers the providers
 */
record CatalogueIndex(List<String> cultures, List<CataloguedFile> files, List<CataloguedProvider> providers) {
    /**
     * A message file.
     *
     * @param key its path from the imported folder, in lower case
     * @param tables its texts by language
     */
    record CataloguedFile(String key, List<CataloguedTable> tables) {
        /** The name without folders. */
        String name() {
            return key.substring(key.lastIndexOf('/') + 1);
        }
    }

    /**
     * The texts of a file in one language.
     *
     * @param culture the place of the language
     * @param version of the file
     * @param source the file
     * @param offset where the ids start among the tables; the references of the texts follow them
     * @param count how many there are
     */
    record CataloguedTable(int culture, String version, String source, int offset, int count) {
    }

    /**
     * A provider.
     *
     * @param name empty when only its GUID is known
     * @param guid null when only its name is known
     * @param source the file with its manifest; empty for none
     * @param version of that file
     * @param events how many events the manifest has
     * @param offset where its record starts
     * @param length the length of the record
     */
    record CataloguedProvider(String name, @Nullable Guid guid, String source, String version, int events, int offset,
            int length) {
    }

    static CatalogueIndex read(byte[] names) throws Malformed {
        IndexReader in = new IndexReader(names, 0, names.length);
        List<String> cultures = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            cultures.add(in.text());
        }
        List<CataloguedFile> files = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            files.add(file(in, cultures.size()));
        }
        List<CataloguedProvider> providers = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            providers.add(provider(in));
        }
        return new CatalogueIndex(cultures, files, providers);
    }

    private static CataloguedFile file(IndexReader in, int cultures) throws Malformed {
        String key = in.text();
        List<CataloguedTable> tables = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            int culture = (int) in.number();
            if (culture < 0 || culture >= cultures) {
                throw new Malformed(0);
            }
            tables.add(new CataloguedTable(culture, in.text(), in.text(), in.u32(), (int) in.number()));
        }
        return new CataloguedFile(key, tables);
    }

    private static CataloguedProvider provider(IndexReader in) throws Malformed {
        String name = in.text();
        Guid guid = in.u8() == 0 ? null : in.guid();
        return new CataloguedProvider(name, guid, in.text(), in.text(), (int) in.number(), in.u32(),
                (int) in.number());
    }

    /** The places of providers by GUID. */
    Map<Guid, Integer> providersByGuid() {
        Map<Guid, Integer> places = new HashMap<>();
        for (int i = 0; i < providers.size(); i++) {
            Guid guid = providers.get(i).guid();
            if (guid != null) {
                places.putIfAbsent(guid, i);
            }
        }
        return places;
    }

    /** The places of providers by name in lower case. */
    Map<String, Integer> providersByName() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < providers.size(); i++) {
            String name = providers.get(i).name();
            if (!name.isEmpty()) {
                places.putIfAbsent(name.toLowerCase(Locale.ROOT), i);
            }
        }
        return places;
    }

    /** The places of files by name, without folders. */
    Map<String, Integer> filesByName() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            places.putIfAbsent(files.get(i).name(), i);
        }
        return places;
    }
}
