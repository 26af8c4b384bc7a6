package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.messages.ByteReader.Malformed;
import dev.vigie.formats.events.messages.CatalogueIndex.CataloguedProvider;
import dev.vigie.formats.events.messages.ManifestProvider.EventText;
import dev.vigie.formats.events.messages.ManifestProvider.Item;
import dev.vigie.formats.events.messages.ManifestProvider.Leaf;
import dev.vigie.formats.events.messages.ManifestProvider.Template;
import dev.vigie.formats.events.messages.ManifestProvider.ValueMap;
import dev.vigie.formats.events.messages.ManifestProvider.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * The record of a provider in a catalogue.
 *
 * @param messageFiles where its texts are
 * @param parameterFiles where the texts of {@code %%1234} are
 * @param categoryFiles where the names of classic categories are
 * @param manifest what its manifest says; empty lists for a classic one
 */
record ProviderRecord(List<RegisteredFile> messageFiles, List<RegisteredFile> parameterFiles,
        List<RegisteredFile> categoryFiles, ManifestProvider manifest) {
    /**
     * A file as the provider names it.
     *
     * @param path as registered
     * @param file the place of the file in the catalogue, or {@link ManifestProvider#NONE}
     */
    record RegisteredFile(String path, int file) {
    }

    static ProviderRecord read(byte[] records, CataloguedProvider provider, int files) throws Malformed {
        IndexReader in = new IndexReader(records, provider.offset(), provider.length());
        List<RegisteredFile> messageFiles = files(in, files);
        List<RegisteredFile> parameterFiles = files(in, files);
        List<RegisteredFile> categoryFiles = files(in, files);
        ManifestProvider manifest = new ManifestProvider(provider.guid(), provider.name(), in.u32(), words(in),
                words(in), words(in), words(in), words(in), maps(in), templates(in), events(in));
        return new ProviderRecord(messageFiles, parameterFiles, categoryFiles, manifest);
    }

    private static List<RegisteredFile> files(IndexReader in, int files) throws Malformed {
        List<RegisteredFile> list = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            list.add(new RegisteredFile(in.text(), place(in, files)));
        }
        return list;
    }

    /** A place among so many, written with one added so that 0 is none. */
    private static int place(IndexReader in, int count) throws Malformed {
        long place = in.number() - 1;
        if (place < -1 || place >= count) {
            throw new Malformed(0);
        }
        return (int) place;
    }

    private static List<Word> words(IndexReader in) throws Malformed {
        List<Word> words = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            words.add(new Word(in.number(), in.u32(), in.text()));
        }
        return words;
    }

    private static List<ValueMap> maps(IndexReader in) throws Malformed {
        List<ValueMap> maps = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            maps.add(new ValueMap(in.text(), in.u8() != 0, words(in)));
        }
        return maps;
    }

    private static List<Template> templates(IndexReader in) throws Malformed {
        List<Template> templates = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            List<Item> items = new ArrayList<>();
            for (int more = in.count(); more > 0; more--) {
                items.add(new Item(in.text(), in.u8(), place(in, Integer.MAX_VALUE)));
            }
            List<Leaf> leaves = new ArrayList<>();
            for (int more = in.count(); more > 0; more--) {
                leaves.add(new Leaf(in.text(), place(in, Integer.MAX_VALUE)));
            }
            templates.add(new Template(items, leaves));
        }
        return templates;
    }

    private static List<EventText> events(IndexReader in) throws Malformed {
        List<EventText> events = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            events.add(new EventText(in.u16(), in.u8(), in.u32(), place(in, Integer.MAX_VALUE)));
        }
        return events;
    }
}
