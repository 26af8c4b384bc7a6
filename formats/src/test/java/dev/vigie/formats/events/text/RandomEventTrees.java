package dev.vigie.formats.events.text;

import dev.vigie.formats.Place;
import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.Guid;
import dev.vigie.formats.windows.Sid;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes event trees of every kind of value: sound ones, and hostile ones that no writer of events would make. */
final class RandomEventTrees {
    static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";
    private static final List<String> SOUND_NAMES = List.of("EventData", "Data", "UserData", "a", "Größe", "имя", "値",
            "x:Info", "_", "b.c-d");
    private static final List<String> HOSTILE_NAMES = List.of("", " ", "1st", "a b", "a>b", "<", "&amp;", ":", "a:",
            ":b",
            "p:q", "p:q:r", "xmlns", "xmlns:p", "xmlns:xml", "xmlns:xmlns", "xmlns:", "xmlns:1", "xml:lang", "xml:",
            "xml", "_x0041_", "p:_x0041_", "\uD800", "\u0000", "\uFFFE", "\uD83D\uDE00", "\u0132", "É\u0301", "Data",
            "Data", "Data", "x:Info", "y:Info", "'", "\"", "]]>", "-->", "a=b", "\u2028");
    private static final List<String> HOSTILE_TEXTS = List.of("", " ", "\r\n", "\t", "a\rb", "]]>", "<&>'\"", "\u0000",
            "\u0001\u001F", "\u007F\u0085", "\uD800", "\uDC00x", "\uD83D\uDE00", "\uD83D", "\uFFFE\uFFFF\uFFFD",
            NAMESPACE, "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/", "&#0;", "\u2028",
            "C:\\Windows\\System32\\svchost.exe -k netsvcs", "x".repeat(700) + "\"");
    private static final ValueType[] INTEGERS = List.of(ValueType.values()).stream().filter(ValueType::isInteger)
            .toArray(ValueType[]::new);

    private final RandomGenerator random;
    private final boolean hostile;

    RandomEventTrees(RandomGenerator random, boolean hostile) {
        this.random = random;
        this.hostile = hostile;
    }

    Event next() {
        Element root = hostile && random.nextInt(4) == 0 ? element(0) : event();
        boolean placed = random.nextBoolean();
        return new Event(root, new Place("test \"log\".evtx", placed ? random.nextLong(1L << 60) : Place.NO_OFFSET,
                placed ? random.nextLong() : Place.NO_RECORD));
    }

    private Element event() {
        List<Node> content = new ArrayList<>();
        content.add(system());
        int children = random.nextInt(3);
        for (int i = 0; i < children; i++) {
            content.add(random.nextBoolean() ? eventData() : element(1));
        }
        List<Attribute> attributes = new ArrayList<>(List.of(text("xmlns", NAMESPACE)));
        if (hostile && random.nextInt(4) == 0) {
            attributes.add(text("xmlns:x", "urn:x"));
        }
        return new Element("Event", attributes, content);
    }

    private Element system() {
        List<Node> fields = new ArrayList<>();
        maybe(fields, "Provider", List.of(text("Name", "P"), new Attribute("Guid", guid())), List.of());
        maybe(fields, "EventID", List.of(new Attribute("Qualifiers", integer(ValueType.UINT16))),
                List.of(integer(ValueType.UINT16)));
        maybe(fields, "Version", List.of(), List.of(integer(ValueType.UINT8)));
        maybe(fields, "Level", List.of(), List.of(scalar()));
        maybe(fields, "Task", List.of(), List.of(new Value.Text("42")));
        maybe(fields, "Keywords", List.of(), List.of(integer(ValueType.HEX_INT64)));
        maybe(fields, "TimeCreated", List.of(new Attribute("SystemTime", time())), List.of());
        maybe(fields, "EventRecordID", List.of(), List.of(integer(ValueType.UINT64)));
        maybe(fields, "Correlation", List.of(new Attribute("ActivityID", Value.Null.NULL)), List.of());
        maybe(fields, "Execution",
                List.of(new Attribute("ProcessID", scalar()), new Attribute("ThreadID", integer(ValueType.UINT32))),
                List.of());
        maybe(fields, "Computer", List.of(), List.of());
        maybe(fields, "Security", List.of(new Attribute("UserID", sid())), List.of());
        return new Element("System", List.of(), fields);
    }

    private void maybe(List<Node> fields, String name, List<Attribute> attributes, List<Node> content) {
        if (random.nextInt(6) != 0) {
            List<Attribute> kept = attributes.stream().filter(_ -> random.nextInt(5) != 0).toList();
            fields.add(new Element(name, kept, random.nextInt(8) == 0 ? List.of() : content));
        }
    }

    private Element eventData() {
        List<Node> items = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            List<Attribute> name = random.nextBoolean() ? List.of(text("Name", string())) : List.of();
            List<Node> content = random.nextInt(6) == 0 ? List.of() : List.of(value());
            items.add(new Element("Data", name, content));
        }
        if (random.nextInt(3) == 0) {
            items.add(new Element("Binary", List.of(), List.of(binary())));
        }
        return new Element("EventData", List.of(), items);
    }

    private Element element(int depth) {
        List<Attribute> attributes = new ArrayList<>();
        int count = hostile ? random.nextInt(5) : random.nextInt(2);
        for (int i = 0; i < count; i++) {
            attributes.add(new Attribute(hostile ? name() : "Name", hostile ? value() : new Value.Text(string())));
        }
        String name = name();
        if (!hostile && name.startsWith("x:")) {
            attributes.add(text("xmlns:x", "urn:x"));
        }
        return new Element(name, attributes, content(depth));
    }

    private List<Node> content(int depth) {
        List<Node> content = new ArrayList<>();
        int count = depth > 6 ? 0 : random.nextInt(4);
        boolean mixed = hostile && random.nextBoolean();
        for (int i = 0; i < count; i++) {
            content.add(mixed && random.nextBoolean() ? value() : element(depth + 1));
        }
        if (count == 0) {
            content.add(value());
        }
        return content;
    }

    private String name() {
        return pick(hostile && random.nextInt(3) > 0 ? HOSTILE_NAMES : SOUND_NAMES);
    }

    Value value() {
        return switch (random.nextInt(6)) {
            case 0 -> new Value.Text(ValueType.ANSI_STRING, string());
            case 1 -> array();
            case 2, 3 -> new Value.Text(string());
            default -> scalar();
        };
    }

    private Value array() {
        ValueType type = random.nextBoolean() ? ValueType.STRING : ValueType.HEX_INT64;
        List<Value> items = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            items.add(type == ValueType.STRING ? new Value.Text(string()) : integer(type));
        }
        if (hostile && random.nextInt(4) == 0) {
            items.add(random.nextBoolean() ? scalar() : new Value.Array(type, List.of(scalar())));
        }
        return new Value.Array(type, items);
    }

    Value scalar() {
        return switch (random.nextInt(9)) {
            case 0 -> integer(INTEGERS[random.nextInt(INTEGERS.length)]);
            case 1 -> guid();
            case 2 -> time();
            case 3 -> sid();
            case 4 -> binary();
            case 5 -> new Value.Bool(random.nextBoolean());
            case 6 -> real();
            case 7 ->
                new Value.SystemTime(LocalDateTime.of(1601 + random.nextInt(29_000), 1 + random.nextInt(12), 28, 23,
                        59, random.nextInt(60), random.nextInt(1000) * 1_000_000));
            default -> Value.Null.NULL;
        };
    }

    private Value integer(ValueType type) {
        long bits = random.nextLong() >> random.nextInt(64);
        int unused = 64 - 8 * (type.size() == 0 ? 8 : type.size());
        return new Value.Int(type, type.isSigned() ? bits << unused >> unused : bits << unused >>> unused);
    }

    private Value real() {
        double number = random.nextInt(4) == 0 ? Double.NaN : Double.longBitsToDouble(random.nextLong());
        return random.nextBoolean()
                ? new Value.Real(ValueType.REAL32, (float) number)
                : new Value.Real(ValueType.REAL64, number);
    }

    private Value guid() {
        return new Value.GuidValue(new Guid(random.nextLong(), random.nextLong()));
    }

    private Value time() {
        return new Value.Time(new FileTime(random.nextLong() >>> random.nextInt(12)));
    }

    private Value sid() {
        return new Value.SidValue(Sid.parse("S-1-" + random.nextLong(1L << 47) + "-" + random.nextInt(1000)));
    }

    private Value binary() {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return new Value.Binary(bytes);
    }

    /** Hostile text of all sorts; sound text never is white space alone, which between elements is no text. */
    String string() {
        String text = pick(HOSTILE_TEXTS) + pick(HOSTILE_TEXTS);
        return hostile ? text : "x" + text;
    }

    private Attribute text(String name, String value) {
        return new Attribute(name, new Value.Text(value));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
