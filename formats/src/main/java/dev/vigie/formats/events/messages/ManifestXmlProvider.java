package dev.vigie.formats.events.messages;

import static dev.vigie.formats.events.messages.ManifestProvider.NONE;
import static dev.vigie.formats.events.messages.ManifestXml.attribute;

import dev.vigie.formats.events.messages.ManifestProvider.EventText;
import dev.vigie.formats.events.messages.ManifestProvider.Item;
import dev.vigie.formats.events.messages.ManifestProvider.Leaf;
import dev.vigie.formats.events.messages.ManifestProvider.Template;
import dev.vigie.formats.events.messages.ManifestProvider.ValueMap;
import dev.vigie.formats.events.messages.ManifestProvider.Word;
import dev.vigie.formats.windows.Guid;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One provider of a manifest in XML while it is read. */
final class ManifestXmlProvider {
    /** The names of {@code outType} with their numbers in compiled manifests, as far as they change how values look. */
    private static final Map<String, Integer> OUT_TYPES = Map.ofEntries(Map.entry("win:HexInt8", 0x10),
            Map.entry("win:HexInt16", 0x11), Map.entry("win:HexInt32", 0x12), Map.entry("win:HexInt64", 0x13),
            Map.entry("win:Port", 0x16), Map.entry("win:IPv4", 0x17), Map.entry("win:IPv6", 0x18),
            Map.entry("win:SocketAddress", 0x19), Map.entry("win:NTSTATUS", 0x1F), Map.entry("win:HResult", 0x20));

    private final ToIntFunction<String> messageIds;
    private final ProviderEntry entry = new ProviderEntry();
    private final int message;
    private final List<Word> channels = new ArrayList<>();
    private final List<Word> levels = new ArrayList<>();
    private final List<Word> tasks = new ArrayList<>();
    private final List<Word> opcodes = new ArrayList<>();
    private final List<Word> keywords = new ArrayList<>();
    private final List<OpenMap> maps = new ArrayList<>();
    private final List<OpenTemplate> templates = new ArrayList<>();
    private final List<OpenEvent> events = new ArrayList<>();
    private long task;

    ManifestXmlProvider(XMLStreamReader reader, ToIntFunction<String> messageIds) {
        this.messageIds = messageIds;
        this.message = message(reader);
        entry.name = attribute(reader, "name");
        entry.guid = guid(attribute(reader, "guid"));
        for (String file : List.of("messageFileName", "resourceFileName")) {
            addFile(attribute(reader, file), entry.messageFiles);
        }
        addFile(attribute(reader, "parameterFileName"), entry.parameterFiles);
    }

    /** A map that is being read. */
    private record OpenMap(String name, boolean bits, List<Word> entries) {
    }

    /** A template that is being read; maps are known by name until all are. */
    private record OpenTemplate(String name, List<String> names, List<Integer> outTypes, List<String> maps,
            List<Leaf> leaves) {
    }

    /** An event whose template may come later. */
    private record OpenEvent(int id, int version, int message, String template) {
    }

    private static void addFile(String file, Set<String> files) {
        if (!file.isEmpty()) {
            files.add(file.toLowerCase(Locale.ROOT));
        }
    }

    private static @Nullable Guid guid(String text) {
        try {
            return text.isEmpty() ? null : Guid.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private int message(XMLStreamReader reader) {
        return messageIds.applyAsInt(attribute(reader, "message"));
    }

    /** Numbers are decimal or {@code 0x} hexadecimal; anything else is 0. */
    private static long number(XMLStreamReader reader, String name) {
        String text = attribute(reader, name).strip();
        try {
            return text.startsWith("0x") || text.startsWith("0X")
                    ? Long.parseUnsignedLong(text, 2, text.length(), 16)
                    : text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private Word word(XMLStreamReader reader, long value) {
        return new Word(value, message(reader), attribute(reader, "name"));
    }

    /** Takes an element; opcodes inside a task belong to it, those outside to every task. */
    void start(String element, XMLStreamReader reader) {
        switch (element) {
            case "channel", "importChannel" -> channels.add(word(reader, number(reader, "value")));
            case "level" -> levels.add(word(reader, number(reader, "value")));
            case "task" -> {
                task = number(reader, "value");
                tasks.add(word(reader, task));
            }
            case "opcode" -> opcodes
                    .add(word(reader, ManifestProvider.opcode((int) number(reader, "value"), (int) task)));
            case "keyword" -> keywords.add(word(reader, number(reader, "mask")));
            case "valueMap", "bitMap" -> maps
                    .add(new OpenMap(attribute(reader, "name"), element.equals("bitMap"), new ArrayList<>()));
            case "map" -> mapEntry(reader);
            case "template" -> templates.add(new OpenTemplate(attribute(reader, "tid"), new ArrayList<>(),
                    new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            case "data" -> data(reader);
            case "event" -> events.add(new OpenEvent((int) number(reader, "value"), (int) number(reader, "version"),
                    message(reader), attribute(reader, "template")));
            default -> { // structure without a part in messages
            }
        }
    }

    private void mapEntry(XMLStreamReader reader) {
        if (!maps.isEmpty()) {
            maps.getLast().entries().add(new Word(number(reader, "value"), message(reader), ""));
        }
    }

    private void data(XMLStreamReader reader) {
        if (templates.isEmpty()) {
            return;
        }
        OpenTemplate template = templates.getLast();
        template.names().add(attribute(reader, "name"));
        template.outTypes().add(OUT_TYPES.getOrDefault(attribute(reader, "outType"), 0));
        template.maps().add(attribute(reader, "map"));
    }

    /** Leaves an element. */
    void end(String element) {
        if (element.equals("task")) {
            task = 0;
        }
    }

    /** The text {@code %2} of an element of a template's own XML is the place of its second value. */
    void characters(String text, Deque<String> path) {
        String place = text.strip();
        if (!templates.isEmpty() && path.contains("UserData") && place.matches("%\\d{1,2}")) {
            templates.getLast().leaves().add(new Leaf(path.getFirst(), Integer.parseInt(place.substring(1)) - 1));
        }
    }

    /** What was read, as a compiled manifest would have it. */
    ProviderEntry entry(String source, String key) {
        List<ValueMap> finishedMaps = new ArrayList<>();
        Map<String, Integer> mapPlaces = new HashMap<>();
        for (OpenMap map : maps) {
            mapPlaces.putIfAbsent(map.name(), finishedMaps.size());
            finishedMaps.add(new ValueMap(map.name(), map.bits(), map.entries()));
        }
        List<Template> finishedTemplates = new ArrayList<>();
        Map<String, Integer> templatePlaces = new HashMap<>();
        for (OpenTemplate template : templates) {
            templatePlaces.putIfAbsent(template.name(), finishedTemplates.size());
            finishedTemplates.add(finished(template, mapPlaces));
        }
        List<EventText> finishedEvents = events.stream().map(event -> new EventText(event.id() & 0xFFFF,
                event.version() & 0xFF, event.message(), templatePlaces.getOrDefault(event.template(), NONE)))
                .toList();
        entry.manifest = new ManifestProvider(entry.guid, entry.name, message, channels, levels, tasks, opcodes,
                keywords, finishedMaps, finishedTemplates, finishedEvents);
        entry.source = source;
        entry.messageFiles.add(key);
        return entry;
    }

    private static Template finished(OpenTemplate template, Map<String, Integer> mapPlaces) {
        List<Item> items = new ArrayList<>();
        List<Leaf> leaves = new ArrayList<>(template.leaves());
        boolean eventData = leaves.isEmpty();
        for (int i = 0; i < template.names().size(); i++) {
            String name = template.names().get(i);
            items.add(new Item(name, template.outTypes().get(i),
                    mapPlaces.getOrDefault(template.maps().get(i), NONE)));
            if (eventData) {
                leaves.add(new Leaf(name, i));
            }
        }
        return new Template(items, leaves);
    }
}
