package dev.vigie.formats.events;

import dev.vigie.formats.Place;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.Guid;
import dev.vigie.formats.windows.Sid;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Random events of every shape and with every type of value, the same for the same generator.
 *
 * <p>They keep to what logs can say: no attribute is empty, no text ends with a NUL, and no element holds an absent
 * value beside others.
 */
public final class RandomEvents {
    private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";
    private static final ValueType[] SCALARS = Stream.of(ValueType.values())
            .filter(type -> type != ValueType.NULL && type != ValueType.BINARY_XML).toArray(ValueType[]::new);
    private static final ValueType[] ITEMS = Stream.of(SCALARS)
            .filter(type -> type != ValueType.BINARY && type != ValueType.SIZE_T).toArray(ValueType[]::new);
    private static final String[] WORDS = {"Vigie", "Échec de l’ouverture de session", "дом", "日本語", "😀 non-BMP 𝔘",
            "C:\\Windows\\System32\\svchost.exe", "<&>\"'", "%%1843", "a\tb\r\nc", "\uD83D", "-", "0", " ", "ß"};
    private static final String[] PROVIDERS = {"Microsoft-Windows-WinRM", "Schannel", "Service Control Manager"};
    private final RandomGenerator random;

    /** Events of this generator. */
    public RandomEvents(RandomGenerator random) {
        this.random = random;
    }

    /** An event with a usual System element and this record id. */
    public Event next(long recordId) {
        List<Node> content = new ArrayList<>();
        content.add(system(recordId));
        if (random.nextInt(10) > 0) {
            content.add(random.nextInt(3) > 0 ? eventData() : userData());
        }
        if (random.nextInt(10) == 0) {
            content.add(new Element("RenderingInfo", List.of(new Attribute("Culture", new Value.Text("fr-FR"))),
                    List.of(leaf("Message", new Value.Text(word())))));
        }
        if (random.nextInt(20) == 0) {
            content.add(eventData());
        }
        return new Event(new Element("Event", List.of(new Attribute("xmlns", new Value.Text(NAMESPACE))), content),
                Place.of("random"));
    }

    private Element system(long recordId) {
        List<Node> fields = new ArrayList<>();
        fields.add(new Element("Provider", attributes("Name", new Value.Text(pick(PROVIDERS)), "Guid",
                value(ValueType.GUID), "EventSourceName", new Value.Text("source")), List.of()));
        fields.add(new Element("EventID", attributes("Qualifiers", value(ValueType.UINT16)),
                List.of(value(ValueType.UINT16))));
        addMaybe(fields, "Version", ValueType.UINT8);
        addMaybe(fields, "Level", ValueType.UINT8);
        addMaybe(fields, "Task", ValueType.UINT16);
        addMaybe(fields, "Opcode", ValueType.UINT8);
        addMaybe(fields, "Keywords", ValueType.HEX_INT64);
        FileTime time = new FileTime(134_000_000_000_000_000L + random.nextLong(1L << 50));
        fields.add(new Element("TimeCreated", List.of(new Attribute("SystemTime", new Value.Time(time))), List.of()));
        fields.add(leaf("EventRecordID", new Value.Int(ValueType.UINT64, recordId)));
        fields.add(new Element("Correlation", attributes("ActivityID", value(ValueType.GUID), "RelatedActivityID",
                value(ValueType.GUID)), List.of()));
        fields.add(new Element("Execution", attributes("ProcessID", value(ValueType.UINT32), "ThreadID",
                value(ValueType.UINT32), "ProcessorID", value(ValueType.UINT8), "SessionID", value(ValueType.UINT32),
                "KernelTime", value(ValueType.UINT32), "UserTime", value(ValueType.UINT32), "ProcessorTime",
                value(ValueType.UINT64)), List.of()));
        fields.add(leaf("Channel", new Value.Text("System")));
        fields.add(leaf("Computer", new Value.Text("srv" + random.nextInt(3) + ".example.net")));
        fields.add(new Element("Security", attributes("UserID", value(ValueType.SID)), List.of()));
        return new Element("System", List.of(), fields);
    }

    private Element eventData() {
        List<Node> data = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            List<Attribute> name = attributes("Name", new Value.Text("Field" + i));
            data.add(new Element("Data", name, content()));
        }
        if (random.nextInt(5) == 0) {
            data.add(leaf("Binary", value(ValueType.BINARY)));
        }
        return new Element("EventData", List.of(), data);
    }

    private Element userData() {
        List<Attribute> namespace = attributes("xmlns", new Value.Text("urn:vigie:test"), "xmlns:n",
                new Value.Text("urn:vigie:other"));
        List<Node> content = new ArrayList<>();
        content.add(new Element("Operation", namespace, List.of(tree(3), tree(2))));
        if (random.nextInt(8) == 0) {
            content.add(tree(1));
        }
        return new Element("UserData", List.of(), content);
    }

    /** An element with up to this many levels below, in which text and elements are mixed. */
    private Element tree(int levels) {
        List<Node> content = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0 && levels > 0; i--) {
            content.add(random.nextBoolean() ? tree(levels - 1) : random.nextInt(5) == 0 ? array() : value());
        }
        return new Element(random.nextBoolean() ? "Entry" : "n:Éntry" + levels,
                attributes("id", value(), "Name", value()), content);
    }

    private List<Node> content() {
        return random.nextInt(8) == 0 ? List.of() : List.of(random.nextInt(4) == 0 ? array() : value());
    }

    private Value.Array array() {
        ValueType type = pick(ITEMS);
        return new Value.Array(type, Stream.generate(() -> value(type)).limit(random.nextInt(5)).toList());
    }

    /** A value of any type but those that only structure has. */
    public Value value() {
        return value(pick(SCALARS));
    }

    /** A value of this type. */
    public Value value(ValueType type) {
        return switch (type) {
            case STRING -> new Value.Text(word());
            case ANSI_STRING -> new Value.Text(type, "café " + random.nextInt(100));
            case REAL32 -> new Value.Real(type, random.nextFloat(-1e9f, 1e9f));
            case REAL64 -> new Value.Real(type, random.nextDouble(-1e99, 1e99));
            case BOOL -> new Value.Bool(random.nextBoolean());
            case BINARY -> new Value.Binary(bytes(1 + random.nextInt(40)));
            case GUID -> new Value.GuidValue(new Guid(random.nextLong(), random.nextLong()));
            case FILETIME -> new Value.Time(new FileTime(random.nextLong(1L << 58)));
            case SYSTEMTIME -> new Value.SystemTime(LocalDateTime.of(1601 + random.nextInt(1000),
                    1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(24), random.nextInt(60),
                    random.nextInt(60), 1_000_000 * random.nextInt(1000)));
            case SID -> new Value.SidValue(Sid.parse("S-1-5-21-" + Integer.toUnsignedString(random.nextInt()) + "-"
                    + random.nextInt(5000)));
            case NULL, BINARY_XML -> throw new IllegalArgumentException(type + " is structure");
            default -> number(type);
        };
    }

    private Value.Int number(ValueType type) {
        int unused = type.size() == 0 ? 0 : Long.SIZE - 8 * type.size();
        long bits = random.nextLong() << unused;
        return new Value.Int(type, type.isSigned() ? bits >> unused : bits >>> unused);
    }

    private String word() {
        return pick(WORDS) + (random.nextInt(6) == 0 ? pick(WORDS).repeat(random.nextInt(40)) : "");
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private void addMaybe(List<Node> fields, String name, ValueType type) {
        if (random.nextInt(10) > 0) {
            fields.add(leaf(name, value(type)));
        }
    }

    /** Some of these attributes, in this order. */
    private List<Attribute> attributes(Object... namesAndValues) {
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (random.nextInt(4) > 0) {
                attributes.add(new Attribute((String) namesAndValues[i], (Value) namesAndValues[i + 1]));
            }
        }
        return attributes;
    }

    private static Element leaf(String name, Value value) {
        return new Element(name, List.of(), List.of(value));
    }

    private <T> T pick(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
