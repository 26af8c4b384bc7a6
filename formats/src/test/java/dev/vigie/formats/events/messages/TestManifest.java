package dev.vigie.formats.events.messages;

import dev.vigie.formats.windows.Guid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compiles an instrumentation manifest with one provider into a WEVT_TEMPLATE resource, for tests: what Microsoft's
 * message compiler does, which nobody else's can.
 */
final class TestManifest {
    private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/windows/eventlog";
    private final Guid guid;
    private final String name;
    private final long message;
    private final List<Definition> channels = new ArrayList<>();
    private final List<Definition> levels = new ArrayList<>();
    private final List<Definition> tasks = new ArrayList<>();
    private final List<Definition> opcodes = new ArrayList<>();
    private final List<Definition> keywords = new ArrayList<>();
    private final List<MapOf> maps = new ArrayList<>();
    private final List<Layout> layouts = new ArrayList<>();
    private final List<EventOf> events = new ArrayList<>();

    /** A name of a number. */
    record Definition(long value, long message, String name) {
    }

    /** A map; entries are pairs of a number and a message id. */
    record MapOf(String name, boolean bits, List<Long> entries) {
    }

    /** A value: its name, types, and the place of its map, or -1. */
    record Field(String name, int inType, int outType, int map) {
    }

    /** A template; with a root element it is user data, whose leaves are the fields in the given order. */
    record Layout(String root, List<Integer> order, List<Field> fields) {
    }

    /** An event; the template is a place or -1. */
    record EventOf(int id, int version, int channel, int level, int opcode, int task, long keywords, long message,
            int template) {
    }

    TestManifest(Guid guid, String name, long message) {
        this.guid = guid;
        this.name = name;
        this.message = message;
    }

    TestManifest channel(int value, long message, String path) {
        channels.add(new Definition(value, message, path));
        return this;
    }

    TestManifest level(int value, long message, String symbol) {
        levels.add(new Definition(value, message, symbol));
        return this;
    }

    TestManifest task(int value, long message, String symbol) {
        tasks.add(new Definition(value, message, symbol));
        return this;
    }

    TestManifest opcode(int value, int task, long message, String symbol) {
        opcodes.add(new Definition(ManifestProvider.opcode(value, task), message, symbol));
        return this;
    }

    TestManifest keyword(long mask, long message, String symbol) {
        keywords.add(new Definition(mask, message, symbol));
        return this;
    }

    TestManifest map(String mapName, boolean bits, long... entries) {
        maps.add(new MapOf(mapName, bits, Arrays.stream(entries).boxed().toList()));
        return this;
    }

    TestManifest eventData(Field... fields) {
        layouts.add(new Layout("", List.of(), List.of(fields)));
        return this;
    }

    TestManifest userData(String root, List<Integer> order, Field... fields) {
        layouts.add(new Layout(root, order, List.of(fields)));
        return this;
    }

    TestManifest event(int id, int version, int level, long message, int template) {
        events.add(new EventOf(id, version, 16, level, 0, 0, 0, message, template));
        return this;
    }

    byte[] toBytes() {
        Bytes out = new Bytes().ascii("CRIM").u32(0).u16(5, 1).u32(1);
        byte[] id = new byte[Guid.SIZE];
        guid.write(id, 0);
        out.raw(id).u32(36);
        int parts = 9;
        out.ascii("WEVT").u32(0, message, parts, 0);
        int directory = out.size();
        out.raw(new byte[8 * parts]);
        List<Integer> offsets = new ArrayList<>();
        offsets.add(definitions(out, "CHAN", channels, 16));
        List<Integer> mapOffsets = new ArrayList<>();
        offsets.add(maps(out, mapOffsets));
        List<Integer> layoutOffsets = new ArrayList<>();
        offsets.add(layouts(out, mapOffsets, layoutOffsets));
        offsets.add(out.size());
        int nameSize = (20 + 2 * name.length() + 2 + 3) & ~3;
        out.ascii("PRVA").u32(nameSize, 1, 0x10000001L, out.size() + 16L).utf16(name).u16(0).pad(4);
        offsets.add(definitions(out, "OPCO", opcodes, 12));
        offsets.add(definitions(out, "LEVL", levels, 12));
        offsets.add(definitions(out, "TASK", tasks, 28));
        offsets.add(definitions(out, "KEYW", keywords, 16));
        offsets.add(out.size());
        out.ascii("EVNT").u32(16 + 48L * events.size(), events.size(), 0);
        for (EventOf event : events) {
            out.u16(event.id()).u8(event.version(), event.channel(), event.level(), event.opcode())
                    .u16(event.task()).u64(event.keywords())
                    .u32(event.message(), event.template() < 0 ? 0 : layoutOffsets.get(event.template()), 0, 0, 0, 0,
                            0, 0);
        }
        int size = out.size();
        out.set(4, size).set(36 + 4, directory + 8L * parts - 36);
        for (int i = 0; i < parts; i++) {
            out.set(directory + 8 * i, offsets.get(i));
        }
        return out.toBytes();
    }

    private static int definitions(Bytes out, String signature, List<Definition> definitions, int size) {
        int start = out.size();
        int names = start + 12 + size * definitions.size();
        Bytes records = new Bytes();
        Bytes texts = new Bytes();
        for (Definition definition : definitions) {
            int name = names + texts.size();
            switch (signature) {
                case "CHAN" -> records.u32(0, name, definition.value(), definition.message());
                case "KEYW" -> records.u64(definition.value()).u32(definition.message(), name);
                case "TASK" -> records.u32(definition.value(), definition.message(), 0, 0, 0, 0, name);
                default -> records.u32(definition.value(), definition.message(), name);
            }
            texts.sized(definition.name());
        }
        out.ascii(signature).u32(12 + records.size() + texts.size(), definitions.size()).raw(records.toBytes())
                .raw(texts.toBytes());
        return start;
    }

    private int maps(Bytes out, List<Integer> offsets) {
        int start = out.size();
        int at = start + 12 + 4 * maps.size();
        for (MapOf map : maps) {
            offsets.add(at);
            at += 20 + 4 * map.entries().size();
        }
        Bytes bodies = new Bytes();
        Bytes names = new Bytes();
        for (MapOf map : maps) {
            bodies.ascii(map.bits() ? "BMAP" : "VMAP")
                    .u32(20 + 4L * map.entries().size(), at + names.size(), 0, map.entries().size() / 2);
            map.entries().forEach(bodies::u32);
            names.sized(map.name());
        }
        out.ascii("MAPS").u32(12 + 4L * maps.size() + bodies.size() + names.size(), maps.size());
        offsets.forEach(offset -> out.u32(offset));
        out.raw(bodies.toBytes()).raw(names.toBytes());
        return start;
    }

    private int layouts(Bytes out, List<Integer> mapOffsets, List<Integer> offsets) {
        int start = out.size();
        Bytes bodies = new Bytes();
        for (Layout layout : layouts) {
            int at = start + 12 + bodies.size();
            offsets.add(at);
            byte[] xml = layout.root().isEmpty() ? eventData(layout) : userData(layout);
            int items = at + 40 + xml.length;
            int names = items + 20 * layout.fields().size();
            Bytes records = new Bytes();
            Bytes texts = new Bytes();
            for (Field field : layout.fields()) {
                long map = field.map() < 0 ? 0 : mapOffsets.get(field.map());
                records.u32(0).u8(field.inType(), field.outType()).u16(0).u32(map).u16(1, 0)
                        .u32(names + texts.size());
                texts.sized(field.name());
            }
            int count = layout.fields().size();
            bodies.ascii("TEMP").u32(40L + xml.length + records.size() + texts.size(), count, count, items,
                    layout.root().isEmpty() ? 1 : 2, at, 2, 3, 4).raw(xml).raw(records.toBytes())
                    .raw(texts.toBytes());
        }
        out.ascii("TTBL").u32(12 + bodies.size(), layouts.size()).raw(bodies.toBytes());
        return start;
    }

    private static byte[] eventData(Layout layout) {
        Bytes content = new Bytes();
        for (int i = 0; i < layout.fields().size(); i++) {
            Field field = layout.fields().get(i);
            Bytes attribute = new Bytes().u8(0x06);
            name(attribute, "Name");
            attribute.u8(0x05, 0x01).u16(field.name().length()).utf16(field.name());
            Bytes element = new Bytes();
            name(element, "Data");
            element.u32(attribute.size()).raw(attribute.toBytes()).u8(0x02, 0x0D).u16(i).u8(field.inType(), 0x04);
            content.u8(0x41).u16(0xFFFF).u32(element.size()).raw(element.toBytes());
        }
        return fragment("EventData", new Bytes(), content);
    }

    private static byte[] userData(Layout layout) {
        Bytes content = new Bytes();
        for (int i : layout.order()) {
            Field field = layout.fields().get(i);
            Bytes element = new Bytes();
            name(element, field.name());
            element.u8(0x02, 0x0D).u16(i).u8(field.inType(), 0x04);
            content.u8(0x01).u16(0xFFFF).u32(element.size()).raw(element.toBytes());
        }
        Bytes attribute = new Bytes().u8(0x06);
        name(attribute, "xmlns");
        attribute.u8(0x05, 0x01).u16(NAMESPACE.length()).utf16(NAMESPACE);
        return fragment(layout.root(), attribute, content);
    }

    private static byte[] fragment(String root, Bytes attributes, Bytes content) {
        Bytes element = new Bytes();
        name(element, root);
        if (attributes.size() > 0) {
            element.u32(attributes.size()).raw(attributes.toBytes());
        }
        element.u8(0x02).raw(content.toBytes()).u8(0x04);
        return new Bytes().u8(0x0F, 1, 1, 0, attributes.size() > 0 ? 0x41 : 0x01).u16(0xFFFF).u32(element.size())
                .raw(element.toBytes()).u8(0x00).pad(4).toBytes();
    }

    private static void name(Bytes out, String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = hash * 65599 + name.charAt(i);
        }
        out.u16(hash & 0xFFFF, name.length()).utf16(name).u16(0);
    }
}
