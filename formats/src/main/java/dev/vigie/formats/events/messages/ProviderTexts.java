package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.messages.ByteReader.Malformed;
import dev.vigie.formats.events.messages.CatalogueIndex.CataloguedTable;
import dev.vigie.formats.events.messages.ManifestProvider.EventText;
import dev.vigie.formats.events.messages.MessageText.Part;
import dev.vigie.formats.events.messages.ProviderRecord.RegisteredFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The texts of one provider in the wanted language, taken apart once. Safe for use by several threads. */
final class ProviderTexts {
    /**
     * A text that was found.
     *
     * @param parts the text
     * @param culture its language
     */
    record Found(List<Part> parts, String culture) {
    }

    private static final int ANY_VERSION = 0x100;
    private final CatalogueStore store;
    private final ManifestProvider manifest;
    private final Map<Integer, EventText> events = new HashMap<>();
    private final Lookup messages;
    private final Lookup parameters;
    private final Lookup categories;

    /**
     * The texts of a provider.
     *
     * @param order the places of languages, the most wanted first
     * @param standard the file with the names every provider shares, or {@link ManifestProvider#NONE}
     */
    ProviderTexts(CatalogueStore store, ProviderRecord record, int[] order, int standard) {
        this.store = store;
        this.manifest = record.manifest();
        for (EventText event : manifest.events()) {
            // The first definition of a version is kept, and under no version the newest that has a text.
            events.putIfAbsent(key(event.id(), event.version()), event);
            if (event.message() != ManifestProvider.NO_MESSAGE) {
                events.merge(key(event.id(), ANY_VERSION), event,
                        (known, more) -> more.version() > known.version() ? more : known);
            }
        }
        List<Integer> messageFiles = places(record.messageFiles());
        if (standard != ManifestProvider.NONE && !messageFiles.contains(standard)) {
            messageFiles.add(standard);
        }
        this.messages = new Lookup(tables(messageFiles, order));
        this.parameters = new Lookup(tables(places(record.parameterFiles()), order));
        this.categories = new Lookup(tables(places(record.categoryFiles()), order));
    }

    private static int key(int id, int version) {
        return id << 9 | version;
    }

    private static List<Integer> places(List<RegisteredFile> files) {
        List<Integer> places = new ArrayList<>();
        for (RegisteredFile file : files) {
            if (file.file() != ManifestProvider.NONE && !places.contains(file.file())) {
                places.add(file.file());
            }
        }
        return places;
    }

    /** The wanted language of every file, then the next one of every file. */
    private List<CataloguedTable> tables(List<Integer> files, int[] order) {
        List<CataloguedTable> list = new ArrayList<>();
        for (int culture : order) {
            for (int file : files) {
                for (CataloguedTable table : store.index().files().get(file).tables()) {
                    if (table.culture() == culture) {
                        list.add(table);
                    }
                }
            }
        }
        return list;
    }

    ManifestProvider manifest() {
        return manifest;
    }

    /** The definition of an event, of another version when this one is not known; null when none is. */
    @Nullable
    EventText event(int id, int version) {
        EventText exact = events.get(key(id & 0xFFFF, version & 0xFF));
        return exact != null ? exact : events.get(key(id & 0xFFFF, ANY_VERSION));
    }

    /** The text of a message id; null when there is none. */
    @Nullable
    Found message(int id) throws Malformed, IOException {
        return messages.find(id);
    }

    /** The text that {@code %%id} stands for; null when there is none. */
    @Nullable
    Found parameter(int id) throws Malformed, IOException {
        return parameters.find(id);
    }

    /** The name of a classic category; null when there is none. */
    @Nullable
    Found category(int id) throws Malformed, IOException {
        return categories.find(id);
    }

    /** Looks texts up in tables, the most wanted first. */
    private final class Lookup {
        private final List<CataloguedTable> tables;
        /** Only what was found is kept: ids come from events, of which a hostile log has any number. */
        private final Map<Integer, Found> found = new ConcurrentHashMap<>();

        Lookup(List<CataloguedTable> tables) {
            this.tables = tables;
        }

        @Nullable
        Found find(int id) throws Malformed, IOException {
            Found known = found.get(id);
            if (known != null) {
                return known;
            }
            for (CataloguedTable table : tables) {
                String text = store.text(table, id);
                if (text != null) {
                    Found fresh = new Found(MessageText.parse(text), store.index().cultures().get(table.culture()));
                    found.put(id, fresh);
                    return fresh;
                }
            }
            return null;
        }
    }
}
