package dev.vigie.lab;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.Guid;
import dev.vigie.formats.windows.Sid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the tree of one event of a described machine, typed as Windows types it. */
record LabEvent(LabMachine machine, String channel, long record, FileTime time, LabMachine.Occurrence occurrence) {
    private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";

    Element tree() {
        return new Element("Event", List.of(new Attribute("xmlns", new Value.Text(NAMESPACE))),
                List.of(system(), payload()));
    }

    private Element system() {
        Layout layout = layout();
        List<Node> fields = new ArrayList<>();
        fields.add(provider());
        fields.add(new Element("EventID", attribute("Qualifiers", ValueType.UINT16, layout.qualifiers()),
                List.of(number(ValueType.UINT16, layout.id()))));
        fields.add(field("Version", number(ValueType.UINT8, layout.version())));
        fields.add(field("Level", number(ValueType.UINT8, override("level", layout.level()))));
        fields.add(field("Task", number(ValueType.UINT16, layout.task())));
        fields.add(field("Opcode", number(ValueType.UINT8, layout.opcode())));
        fields.add(field("Keywords", new Value.Int(ValueType.HEX_INT64, layout.keywords())));
        fields.add(withAttributes("TimeCreated", new Attribute("SystemTime", new Value.Time(time))));
        fields.add(field("EventRecordID", number(ValueType.UINT64, record)));
        LabNode activity = node().get("activity");
        fields.add(activity == null
                ? withAttributes("Correlation")
                : withAttributes("Correlation",
                        new Attribute("ActivityID", new Value.GuidValue(activity.parsed(Guid::parse)))));
        fields.add(withAttributes("Execution",
                new Attribute("ProcessID", number(ValueType.UINT32, override("pid", 1000))),
                new Attribute("ThreadID", number(ValueType.UINT32, override("tid", 1004)))));
        fields.add(field("Channel", new Value.Text(channel)));
        fields.add(field("Computer", new Value.Text(node().text("computer", machine.name()))));
        LabNode user = node().get("user");
        fields.add(user == null
                ? withAttributes("Security")
                : withAttributes("Security", new Attribute("UserID", new Value.SidValue(user.parsed(Sid::parse)))));
        return new Element("System", List.of(), fields);
    }

    private Element provider() {
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(new Attribute("Name", new Value.Text(layout().provider())));
        Guid guid = layout().guid();
        if (guid != null) {
            attributes.add(new Attribute("Guid", new Value.GuidValue(guid)));
        }
        String source = layout().source();
        if (source != null) {
            attributes.add(new Attribute("EventSourceName", new Value.Text(source)));
        }
        return new Element("Provider", attributes, List.of());
    }

    private Element payload() {
        List<Node> values = new ArrayList<>();
        List<@Nullable LabNode> given = given();
        for (int i = 0; i < layout().data().size(); i++) {
            Layout.Datum datum = layout().data().get(i);
            LabNode node = given.get(i) == null ? datum.fallback() : given.get(i);
            Value value = node == null ? Value.Null.NULL : value(datum.type(), node);
            values.add(datum(datum.name(), value));
        }
        if (!layout().isUserData()) {
            return new Element("EventData", List.of(), values);
        }
        String namespace = Objects.requireNonNullElse(layout().namespace(), "");
        List<Attribute> attributes = namespace.isEmpty()
                ? List.of()
                : List.of(new Attribute("xmlns", new Value.Text(namespace)));
        return new Element("UserData", List.of(), List.of(new Element(layout().root(), attributes, values)));
    }

    private Element datum(String name, Value value) {
        if (layout().isUserData()) {
            return new Element(name, List.of(), List.of(value));
        }
        return new Element("Data", name.isEmpty() ? List.of() : List.of(new Attribute("Name", new Value.Text(name))),
                List.of(value));
    }

    /** What the lab file gives for each datum of the layout, null where it gives nothing. */
    private List<@Nullable LabNode> given() {
        List<Layout.Datum> data = layout().data();
        LabNode node = node().get("data");
        List<@Nullable LabNode> given = new ArrayList<>();
        if (node != null && node.isList()) {
            given.addAll(node.items());
            if (given.size() > data.size()) {
                throw node.wrong("more values than the " + data.size() + " of the layout");
            }
        } else {
            Map<String, LabNode> byName = node == null ? Map.of() : node.entries();
            Set<String> unknown = new HashSet<>(byName.keySet());
            data.forEach(datum -> unknown.remove(datum.name()));
            if (!unknown.isEmpty()) {
                throw node().wrong("the layout has no data " + unknown);
            }
            data.forEach(datum -> given.add(byName.get(datum.name())));
        }
        while (given.size() < data.size()) {
            given.add(null);
        }
        return given;
    }

    private Value value(ValueType type, LabNode node) {
        if (node.isMap()) {
            return new Value.Text(Sentences.of(node.only(Set.of("sentence")).need("sentence"), machine.language()));
        }
        if (node.isList()) {
            return new Value.Array(type, node.items().stream().map(item -> value(type, item)).toList());
        }
        return switch (type) {
            case STRING, ANSI_STRING -> new Value.Text(type, node.text());
            case BOOL -> new Value.Bool(Boolean.parseBoolean(node.text()));
            case BINARY -> new Value.Binary(node.parsed(HexFormat.of()::parseHex));
            case GUID -> new Value.GuidValue(node.parsed(Guid::parse));
            case SID -> new Value.SidValue(node.parsed(Sid::parse));
            case FILETIME -> new Value.Time(FileTime.of(LabTime.time(node, machine.now())));
            case REAL32, REAL64 -> new Value.Real(type, node.parsed(Double::parseDouble));
            case NULL, SYSTEMTIME, BINARY_XML -> throw node.wrong("the lab writes no values of type " + type);
            default -> number(type, node.number());
        };
    }

    private static Value number(ValueType type, long number) {
        return new Value.Int(type, number);
    }

    private static List<Attribute> attribute(String name, ValueType type, @Nullable Integer number) {
        return number == null ? List.of() : List.of(new Attribute(name, number(type, number)));
    }

    private static Element field(String name, Value value) {
        return new Element(name, List.of(), List.of(value));
    }

    private static Element withAttributes(String name, Attribute... attributes) {
        return new Element(name, List.of(attributes), List.of());
    }

    private long override(String key, long usual) {
        LabNode node = node().get(key);
        return node == null ? usual : node.number();
    }

    private Layout layout() {
        return occurrence.layout();
    }

    private LabNode node() {
        return occurrence.node();
    }
}
