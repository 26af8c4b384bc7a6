package dev.vigie.formats.events.text;

import dev.vigie.formats.Place;
import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.Guid;
import dev.vigie.formats.windows.Sid;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Rebuilds an event from a line, by the documentation of the format alone and with a parser that is not ours. */
@NullUnmarked // JSON's null is Java's null here.
final class JsonLine {
    /** A JSON number as it was written. */
    record Numeral(String written) {
        @Override
        public String toString() {
            return written;
        }
    }

    private static final JsonFactory JSON = new JsonFactory();
    private static final List<String> HOLDERS = List.of("Provider", "TimeCreated", "Correlation", "Execution",
            "Security");
    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("provider", "string"),
            Map.entry("providerGuid", "guid"), Map.entry("eventSourceName", "string"), Map.entry("eventId", "uint16"),
            Map.entry("qualifiers", "uint16"), Map.entry("version", "uint8"), Map.entry("level", "uint8"),
            Map.entry("task", "uint16"), Map.entry("opcode", "uint8"), Map.entry("keywords", "hex-int64"),
            Map.entry("time", "filetime"), Map.entry("recordId", "uint64"), Map.entry("activityId", "guid"),
            Map.entry("relatedActivityId", "guid"), Map.entry("channel", "string"), Map.entry("computer", "string"),
            Map.entry("userId", "sid"));

    private JsonLine() {
    }

    static Map<String, Object> parse(String line) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            parser.nextToken();
            Object value = read(parser);
            if (parser.nextToken() != null) {
                throw new AssertionError("more than one value in a line");
            }
            return object(value);
        }
    }

    private static Object read(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    if (members.containsKey(name)) {
                        throw new AssertionError("member twice: " + name);
                    }
                    members.put(name, read(parser));
                }
                yield members;
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new AssertionError(parser.currentToken());
        };
    }

    static Event event(String text) {
        Map<String, Object> line = parse(text);
        Element root = line.containsKey("tree") ? tree(object(line.get("tree"))) : regular(line);
        return new Event(root, new Place((String) line.get("file"), number(line, "offset"), number(line, "record")));
    }

    private static long number(Map<String, Object> line, String name) {
        return line.containsKey(name) ? Long.parseUnsignedLong(line.get(name).toString()) : -1;
    }

    private static Element regular(Map<String, Object> line) {
        List<Node> content = new ArrayList<>();
        content.add(system(line));
        if (line.containsKey("data") && !line.containsKey("payload")) {
            content.add(new Element("EventData", List.of(),
                    list(line.get("data")).stream().map(item -> (Node) item(object(item))).toList()));
        }
        for (Object further : list(line.getOrDefault("elements", List.of()))) {
            content.add(tree(object(further)));
        }
        Attribute namespace = new Attribute("xmlns",
                new Value.Text("http://schemas.microsoft.com/win/2004/08/events/event"));
        return new Element("Event", List.of(namespace), content);
    }

    private static Element system(Map<String, Object> line) {
        Map<String, Object> fields = object(line.get("system"));
        Map<String, Object> types = object(line.getOrDefault("types", Map.of()));
        List<Object> omitted = list(line.getOrDefault("omitted", List.of()));
        List<Node> elements = new ArrayList<>();
        for (String name : List.of("Provider", "EventID", "Version", "Level", "Task", "Opcode", "Keywords",
                "TimeCreated", "EventRecordID", "Correlation", "Execution", "Channel", "Computer", "Security")) {
            List<Attribute> attributes = new ArrayList<>();
            List<Node> content = new ArrayList<>();
            boolean present = HOLDERS.contains(name) && !omitted.contains(name);
            for (SystemField field : SystemField.values()) {
                String key = EventJsonLines.key(field);
                if (field.element().equals(name) && fields.containsKey(key)) {
                    Object type = types.getOrDefault(key, TYPES.getOrDefault(key, "uint32"));
                    Object json = fields.get(key);
                    if (field.attribute() != null) {
                        attributes.add(new Attribute(field.attribute(), value(json, (String) type)));
                    } else {
                        present = true;
                        if (json != null || types.containsKey(key)) {
                            content.add(value(json, (String) type));
                        }
                    }
                }
            }
            if (present) {
                elements.add(new Element(name, attributes, content));
            }
        }
        return new Element("System", List.of(), elements);
    }

    private static Element item(Map<String, Object> item) {
        boolean data = !item.containsKey("element");
        List<Attribute> attributes = data && item.containsKey("name")
                ? List.of(new Attribute("Name", new Value.Text((String) item.get("name"))))
                : List.of();
        List<Node> content = item.containsKey("type")
                ? List.of(value(item.get("value"), (String) item.get("type")))
                : List.of();
        return new Element(data ? "Data" : (String) item.get("element"), attributes, content);
    }

    private static Element tree(Map<String, Object> tree) {
        List<Attribute> attributes = new ArrayList<>();
        for (Object attribute : list(tree.getOrDefault("attributes", List.of()))) {
            attributes.add(new Attribute((String) list(attribute).get(0), typed(list(attribute).get(1))));
        }
        List<Node> content = new ArrayList<>();
        for (Object node : list(tree.getOrDefault("content", List.of()))) {
            boolean element = node instanceof Map<?, ?> map && map.containsKey("element");
            content.add(element ? tree(object(node)) : typed(node));
        }
        return new Element((String) tree.get("element"), attributes, content);
    }

    private static Value typed(Object json) {
        return switch (json) {
            case null -> Value.Null.NULL;
            case String text -> new Value.Text(text);
            default -> value(object(json).get("value"), (String) object(json).get("type"));
        };
    }

    private static Value value(Object json, String typeName) {
        if (typeName.endsWith("[]")) {
            String itemType = typeName.substring(0, typeName.length() - 2);
            return new Value.Array(type(itemType),
                    list(json).stream().map(item -> arrayItem(item, itemType)).toList());
        }
        return json == null ? Value.Null.NULL : scalar(json.toString(), type(typeName));
    }

    private static Value arrayItem(Object item, String itemType) {
        return item instanceof Map ? typed(item) : value(item, itemType);
    }

    private static Value scalar(String text, ValueType type) {
        return switch (type) {
            case STRING, ANSI_STRING -> new Value.Text(type, text);
            case REAL32 -> new Value.Real(type, Float.parseFloat(text));
            case REAL64 -> new Value.Real(type, Double.parseDouble(text));
            case BOOL -> new Value.Bool(Boolean.parseBoolean(text));
            case BINARY -> new Value.Binary(HexFormat.of().parseHex(text));
            case GUID -> new Value.GuidValue(Guid.parse(text));
            case SID -> new Value.SidValue(Sid.parse(text));
            case FILETIME -> new Value.Time(fileTime(text));
            case SYSTEMTIME -> new Value.SystemTime(calendar(text));
            case HEX_INT32, HEX_INT64, SIZE_T -> new Value.Int(type, Long.parseUnsignedLong(text.substring(2), 16));
            case UINT64 -> new Value.Int(type, Long.parseUnsignedLong(text));
            default -> new Value.Int(type, Long.parseLong(text));
        };
    }

    private static ValueType type(String name) {
        return Arrays.stream(ValueType.values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)).findFirst()
                .orElseThrow();
    }

    /** A year may have five digits, and the ticks may need all 64 bits. */
    private static FileTime fileTime(String text) {
        LocalDateTime time = calendar(text);
        long days = time.toLocalDate().toEpochDay() - LocalDate.of(1601, 1, 1).toEpochDay();
        long seconds = days * 86_400 + time.toLocalTime().toSecondOfDay();
        return new FileTime(seconds * FileTime.TICKS_PER_SECOND + time.get(ChronoField.NANO_OF_SECOND) / 100);
    }

    private static LocalDateTime calendar(String text) {
        String plain = text.substring(0, text.length() - 1);
        return LocalDateTime.parse(plain.indexOf('-') > 4 ? "+" + plain : plain);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object json) {
        return (Map<String, Object>) json;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object json) {
        return (List<Object>) json;
    }
}
