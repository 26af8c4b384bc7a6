package dev.vigie.formats.events.query;

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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Builds events through the model, with System fields in the types that templates give them. */
final class EventBuilder {
    private final Map<SystemField, Value> system = new EnumMap<>(SystemField.class);
    private final List<Node> data = new ArrayList<>();
    private String payload = "EventData";

    static EventBuilder event() {
        return new EventBuilder();
    }

    EventBuilder id(int id) {
        return with(SystemField.EVENT_ID, new Value.Int(ValueType.UINT16, id));
    }

    EventBuilder level(int level) {
        return with(SystemField.LEVEL, new Value.Int(ValueType.UINT8, level));
    }

    EventBuilder keywords(long bits) {
        return with(SystemField.KEYWORDS, new Value.Int(ValueType.HEX_INT64, bits));
    }

    EventBuilder provider(String name) {
        return with(SystemField.PROVIDER_NAME, text(name));
    }

    EventBuilder guid(String guid) {
        return with(SystemField.PROVIDER_GUID, new Value.GuidValue(Guid.parse(guid)));
    }

    EventBuilder channel(String name) {
        return with(SystemField.CHANNEL, text(name));
    }

    EventBuilder user(String sid) {
        return with(SystemField.USER_ID, new Value.SidValue(Sid.parse(sid)));
    }

    EventBuilder time(String time) {
        return with(SystemField.TIME_CREATED, new Value.Time(FileTime.parse(time)));
    }

    EventBuilder with(SystemField field, Value value) {
        system.put(field, value);
        return this;
    }

    EventBuilder data(String name, String value) {
        return data(name, text(value));
    }

    EventBuilder data(String name, Value value) {
        data.add(new Element("Data", List.of(new Attribute("Name", text(name))), List.of(value)));
        return this;
    }

    EventBuilder data(Value value) {
        data.add(new Element("Data", List.of(), List.of(value)));
        return this;
    }

    /** {@code UserData} with one element of that name around the leaves. */
    EventBuilder userData(String name, Element... leaves) {
        payload = "UserData";
        data.add(new Element(name, List.of(new Attribute("xmlns", text("urn:x"))), List.of(leaves)));
        return this;
    }

    static Element leaf(String name, String value) {
        return new Element(name, List.of(), List.of(text(value)));
    }

    static Value text(String text) {
        return new Value.Text(text);
    }

    Event build() {
        List<Node> children = new ArrayList<>();
        children.add(systemElement());
        if (!data.isEmpty()) {
            children.add(new Element(payload, List.of(), data));
        }
        return new Event(new Element("Event", List.of(), children), Place.of("test"));
    }

    /** As a forwarded event without template has it: all fields are text. */
    Event buildAsText() {
        system.replaceAll((field, value) -> text(value.text()));
        return build();
    }

    private Element systemElement() {
        List<Node> elements = new ArrayList<>();
        for (SystemField field : SystemField.values()) {
            if (elements.stream().noneMatch(node -> ((Element) node).name().equals(field.element()))) {
                Element element = element(field.element());
                if (!element.content().isEmpty() || !element.attributes().isEmpty()) {
                    elements.add(element);
                }
            }
        }
        return new Element("System", List.of(), elements);
    }

    private Element element(String name) {
        List<Attribute> attributes = new ArrayList<>();
        List<Node> content = new ArrayList<>();
        system.forEach((field, value) -> {
            String attribute = field.attribute();
            if (field.element().equals(name) && attribute != null) {
                attributes.add(new Attribute(attribute, value));
            } else if (field.element().equals(name)) {
                content.add(value);
            }
        });
        return new Element(name, attributes, content);
    }
}
