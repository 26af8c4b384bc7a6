package dev.vigie.formats.events.messages;

import static dev.vigie.formats.events.messages.ManifestProvider.NONE;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.messages.ByteReader.Malformed;
import dev.vigie.formats.events.messages.ManifestProvider.EventText;
import dev.vigie.formats.events.messages.ManifestProvider.Item;
import dev.vigie.formats.events.messages.ManifestProvider.Leaf;
import dev.vigie.formats.events.messages.ManifestProvider.Template;
import dev.vigie.formats.events.messages.ManifestProvider.ValueMap;
import dev.vigie.formats.events.messages.ManifestProvider.Word;
import dev.vigie.formats.windows.Guid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads an instrumentation manifest as the message compiler leaves it in a WEVT_TEMPLATE resource. All offsets count
 * from the start of the resource.
 *
 * <p>The layout is nowhere published by its author; it is libyal's description, corrected where files say otherwise:
 * the provider's name stands in PRVA, MAPS lists every map, a map has a header of 20 bytes, an item names its map,
 * opcodes hold their task in the low 16 bits.
 */
final class CompiledManifest {
    private static final int MAX_PROVIDERS = 1 << 12;
    private final ByteReader in;
    private final String source;
    private final Consumer<Problem> problems;
    /** Structures read so far: those of a real manifest do not overlap, those of a hostile one stop here. */
    private long work;

    private CompiledManifest(byte[] resource, String source, Consumer<Problem> problems) {
        this.in = new ByteReader(resource);
        this.source = source;
        this.problems = problems;
    }

    /** The providers of a manifest, as far as they can be read. */
    static List<ManifestProvider> read(byte[] resource, String source, Consumer<Problem> problems) {
        return new CompiledManifest(resource, source, problems).providers();
    }

    private List<ManifestProvider> providers() {
        List<ManifestProvider> providers = new ArrayList<>();
        try {
            if (!in.signature(0).equals("CRIM")) {
                throw new Malformed(0);
            }
            long count = in.u32(12);
            if (count > MAX_PROVIDERS) {
                throw new Malformed(12);
            }
            for (int i = 0; i < count; i++) {
                int at = 16 + 20 * i;
                in.check(at, 20);
                providers.add(new ProviderReader(Guid.read(in.bytes(), at), in.u32(at + 16)).read());
            }
        } catch (Malformed e) {
            damaged("CRIM", e);
        }
        return providers;
    }

    private void damaged(String part, Malformed at) {
        problems.accept(Problem.of(MessagesProblem.BAD_MANIFEST, Place.of(source), part, at.offset()));
    }

    /** Checks a list before it is read and counts it as work. */
    private void list(long at, long count, int size) throws Malformed {
        in.check(at, count * size);
        work += count * size;
        if (work > 8L * in.size()) {
            throw new Malformed(at);
        }
    }

    /** Text behind its size in bytes, which counts itself. */
    private String text(long at) throws Malformed {
        if (at == 0) {
            return "";
        }
        long size = in.u32(at);
        if (size < 4) {
            throw new Malformed(at);
        }
        list(at, size, 1);
        String text = in.utf16(at + 4, size - 4);
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }

    /** Reads one provider: a list of parts, each with its own signature. */
    private final class ProviderReader {
        private final Guid guid;
        private final long start;
        private final Map<String, Long> parts = new HashMap<>();
        private final Map<Long, Integer> mapIndexes = new HashMap<>();
        private final Map<Long, Integer> templateIndexes = new HashMap<>();

        ProviderReader(Guid guid, long start) {
            this.guid = guid;
            this.start = start;
        }

        ManifestProvider read() throws Malformed {
            if (!in.signature(start).equals("WEVT")) {
                throw new Malformed(start);
            }
            int message = in.i32(start + 8);
            long count = in.u32(start + 12);
            list(start + 20, count, 8);
            for (int i = 0; i < count; i++) {
                long part = in.u32(start + 20 + 8L * i);
                parts.putIfAbsent(in.signature(part), part);
            }
            List<Word> channels = part("CHAN", at -> words(at, 16, this::channel));
            // Templates name maps and events name templates by their offsets: each is read before what names it.
            List<ValueMap> maps = part("MAPS", this::maps);
            List<Template> templates = part("TTBL", this::templates);
            List<String> names = part("PRVA", this::name);
            return new ManifestProvider(guid, names.isEmpty() ? "" : names.getFirst(), message, channels,
                    part("LEVL", at -> words(at, 12, this::number)), part("TASK", at -> words(at, 28, this::task)),
                    part("OPCO", at -> words(at, 12, this::number)),
                    part("KEYW", at -> words(at, 16, this::keyword)), maps, templates, part("EVNT", this::events));
        }

        /** Reads a part of the provider. */
        @FunctionalInterface
        private interface PartReader<T> {
            List<T> read(long at) throws Malformed;
        }

        private <T> List<T> part(String signature, PartReader<T> reader) {
            Long at = parts.get(signature);
            try {
                return at == null ? List.of() : reader.read(at);
            } catch (Malformed e) {
                damaged(signature, e);
                return List.of();
            }
        }

        private List<String> name(long at) throws Malformed {
            List<String> names = new ArrayList<>();
            long count = in.u32(at + 8);
            list(at + 12, count, 8);
            for (int i = 0; i < count; i++) {
                names.add(in.utf16z(in.u32(at + 12 + 8L * i + 4)));
            }
            return names;
        }

        /** Reads a definition. */
        @FunctionalInterface
        private interface WordReader {
            Word read(long at) throws Malformed;
        }

        private List<Word> words(long at, int size, WordReader reader) throws Malformed {
            long count = in.u32(at + 8);
            list(at + 12, count, size);
            List<Word> words = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                words.add(reader.read(at + 12 + (long) size * i));
            }
            return words;
        }

        private Word channel(long at) throws Malformed {
            return new Word(in.u32(at + 8), in.i32(at + 12), text(in.u32(at + 4)));
        }

        private Word number(long at) throws Malformed {
            return new Word(in.u32(at), in.i32(at + 4), text(in.u32(at + 8)));
        }

        private Word task(long at) throws Malformed {
            return new Word(in.u32(at), in.i32(at + 4), text(in.u32(at + 24)));
        }

        private Word keyword(long at) throws Malformed {
            return new Word(in.i64(at), in.i32(at + 8), text(in.u32(at + 12)));
        }

        private List<ValueMap> maps(long at) throws Malformed {
            List<ValueMap> maps = new ArrayList<>();
            long count = in.u32(at + 8);
            list(at + 12, count, 4);
            for (int i = 0; i < count; i++) {
                long map = in.u32(at + 12 + 4L * i);
                mapIndexes.put(map, i);
                maps.add(map(map));
            }
            return maps;
        }

        private ValueMap map(long at) throws Malformed {
            String signature = in.signature(at);
            if (!signature.equals("VMAP") && !signature.equals("BMAP")) {
                throw new Malformed(at);
            }
            long count = in.u32(at + 16);
            list(at + 20, count, 8);
            List<Word> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                entries.add(new Word(in.u32(at + 20 + 8L * i), in.i32(at + 24 + 8L * i), ""));
            }
            return new ValueMap(text(in.u32(at + 8)), signature.equals("BMAP"), entries);
        }

        private List<Template> templates(long table) throws Malformed {
            List<Template> templates = new ArrayList<>();
            long count = in.u32(table + 8);
            long at = table + 12;
            for (int i = 0; i < count; i++) {
                long size = in.u32(at + 4);
                if (!in.signature(at).equals("TEMP") || size < 40) {
                    throw new Malformed(at);
                }
                list(at, size, 1);
                templateIndexes.put(at, i);
                templates.add(template(at, at + size));
                at += size;
            }
            return templates;
        }

        private Template template(long at, long end) throws Malformed {
            long count = in.u32(at + 8);
            long itemsAt = in.u32(at + 16);
            list(itemsAt, count, 20);
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long item = itemsAt + 20L * i;
                int map = mapIndexes.getOrDefault(in.u32(item + 8), NONE);
                items.add(new Item(text(in.u32(item + 16)), in.u8(item + 5), map));
            }
            return new Template(items, leaves(at + 40, count == 0 ? end : itemsAt));
        }

        private List<Leaf> leaves(long from, long to) {
            try {
                return TemplateLayout.read(in, from, to);
            } catch (Malformed e) {
                problems.accept(Problem.of(MessagesProblem.BAD_TEMPLATE, Place.of(source), e.offset()));
                return List.of();
            }
        }

        private List<EventText> events(long at) throws Malformed {
            List<EventText> events = new ArrayList<>();
            long count = in.u32(at + 8);
            list(at + 16, count, 48);
            for (int i = 0; i < count; i++) {
                long event = at + 16 + 48L * i;
                int template = templateIndexes.getOrDefault(in.u32(event + 20), NONE);
                events.add(new EventText(in.u16(event), in.u8(event + 2), in.i32(event + 16), template));
            }
            return events;
        }
    }
}
