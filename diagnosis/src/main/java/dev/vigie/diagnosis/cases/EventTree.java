package dev.vigie.diagnosis.cases;

import dev.vigie.diagnosis.cases.JsonObject.Mismatch;
import dev.vigie.diagnosis.report.JsonFields;
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
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The tree of an event as JSON, with the types of its values, so that it can be read back equal. */
final class EventTree {
    /** Deeper than any event that is read from a log or from XML. */
    private static final int MAX_DEPTH = 300;
    /** How deep the JSON of an event can be: an element takes two levels, its object and the list it stands in. */
    static final int MAX_JSON_DEPTH = 3 * MAX_DEPTH;

    private EventTree() {
    }

    static void write(Event event, JsonFields json) {
        json.text("source", event.place().source());
        json.number("offset", event.place().offset());
        json.number("record", event.place().record());
        json.object("tree", () -> element(event.root(), json));
    }

    private static void element(Element element, JsonFields json) {
        json.text("element", element.name());
        json.objects("attributes", element.attributes(), attribute -> {
            json.text("name", attribute.name());
            value(attribute.value(), json);
        });
        json.objects("content", element.content(), node -> {
            switch (node) {
                case Element child -> element(child, json);
                case Value value -> value(value, json);
            }
        });
    }

    private static void value(Value value, JsonFields json) {
        json.text("type", value.type().name().toLowerCase(Locale.ROOT));
        switch (value) {
            case Value.Array array -> json.objects("items", array.items(), item -> value(item, json));
            case Value.Int number -> json.number("bits", number.bits());
            case Value.Real real -> json.text("real", Double.toString(real.number()));
            case Value.Time time -> json.number("ticks", time.time().ticks());
            case Value.SystemTime time -> json.text("time", time.time().toString());
            case Value.Null _ -> {
            }
            default -> json.text("text", value.text());
        }
    }

    static Event read(JsonObject json) throws Mismatch {
        Place place = new Place(json.text("source"), json.number("offset"), json.number("record"));
        return new Event(element(json.object("tree"), 0), place);
    }

    private static Element element(JsonObject json, int depth) throws Mismatch {
        if (depth > MAX_DEPTH) {
            throw new Mismatch("an event nested deeper than " + MAX_DEPTH);
        }
        List<Attribute> attributes = new ArrayList<>();
        for (JsonObject attribute : json.objects("attributes")) {
            attributes.add(new Attribute(attribute.text("name"), value(attribute)));
        }
        List<Node> content = new ArrayList<>();
        for (JsonObject node : json.objects("content")) {
            content.add(node.has("element") ? element(node, depth + 1) : value(node));
        }
        return new Element(json.text("element"), attributes, content);
    }

    private static Value value(JsonObject json) throws Mismatch {
        try {
            ValueType type = ValueType.valueOf(json.text("type").toUpperCase(Locale.ROOT));
            if (json.has("items")) {
                List<Value> items = new ArrayList<>();
                for (JsonObject item : json.objects("items")) {
                    items.add(value(item));
                }
                return new Value.Array(type, items);
            }
            return single(type, json);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Mismatch(String.valueOf(e.getMessage()));
        }
    }

    private static Value single(ValueType type, JsonObject json) throws Mismatch {
        return switch (type) {
            case NULL -> Value.Null.NULL;
            case STRING, ANSI_STRING -> new Value.Text(type, json.text("text"));
            case REAL32, REAL64 -> new Value.Real(type, Double.parseDouble(json.text("real")));
            case BOOL -> new Value.Bool(json.text("text").equals("true"));
            case BINARY -> new Value.Binary(HexFormat.of().parseHex(json.text("text")));
            case GUID -> new Value.GuidValue(Guid.parse(json.text("text")));
            case FILETIME -> new Value.Time(new FileTime(json.number("ticks")));
            case SYSTEMTIME -> new Value.SystemTime(LocalDateTime.parse(json.text("time")));
            case SID -> new Value.SidValue(Sid.parse(json.text("text")));
            case BINARY_XML -> throw new Mismatch("a value cannot be of type " + type);
            case INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64, UINT64, SIZE_T, HEX_INT32, HEX_INT64 ->
                new Value.Int(type, json.number("bits"));
        };
    }
}
