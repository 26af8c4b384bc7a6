package dev.vigie.formats.events.messages;

import dev.vigie.formats.Place;
import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.Guid;
import java.util.ArrayList;
import java.util.List;

/** Builds the events that are put into words. */
final class TestEvent {
    private final List<Attribute> provider = new ArrayList<>();
    private final List<Attribute> idAttributes = new ArrayList<>();
    private final List<Node> system = new ArrayList<>();
    private final List<Node> data = new ArrayList<>();
    private final int id;
    private String userData = "";

    TestEvent(String name, int id) {
        this.id = id;
        provider.add(new Attribute("Name", new Value.Text(name)));
    }

    TestEvent guid(Guid guid) {
        provider.add(new Attribute("Guid", new Value.GuidValue(guid)));
        return this;
    }

    TestEvent qualifiers(int qualifiers) {
        idAttributes.add(new Attribute("Qualifiers", new Value.Int(ValueType.UINT16, qualifiers)));
        return this;
    }

    TestEvent system(String element, ValueType type, long value) {
        system.add(new Element(element, List.of(), List.of(new Value.Int(type, value))));
        return this;
    }

    TestEvent channel(String path) {
        system.add(new Element("Channel", List.of(), List.of(new Value.Text(path))));
        return this;
    }

    TestEvent userData(String root) {
        userData = root;
        return this;
    }

    /** A value without a name, as classic events have. */
    TestEvent value(String text) {
        data.add(new Element("Data", List.of(), List.of(new Value.Text(text))));
        return this;
    }

    TestEvent value(String name, Value value) {
        data.add(userData.isEmpty()
                ? new Element("Data", List.of(new Attribute("Name", new Value.Text(name))), List.of(value))
                : new Element(name, List.of(), List.of(value)));
        return this;
    }

    Event build() {
        List<Node> fields = new ArrayList<>();
        fields.add(new Element("Provider", provider, List.of()));
        fields.add(new Element("EventID", idAttributes, List.of(new Value.Int(ValueType.UINT16, id))));
        fields.addAll(system);
        Element payload = userData.isEmpty()
                ? new Element("EventData", List.of(), data)
                : new Element("UserData", List.of(), List.of(new Element(userData, List.of(), data)));
        return new Event(new Element("Event", List.of(), List.of(new Element("System", List.of(), fields), payload)),
                Place.of("test"));
    }
}
