package dev.vigie.formats.events.text;

import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The payload of an event as names with text, for formats that have no trees and no types.
 *
 * <p>A name is that of the {@code Name} attribute, else the local name of the element; data without a name is called
 * {@code param1}, {@code param2} ... by its position. What lies deeper is named by the path to it, with full stops. A
 * name that occurs again keeps all its values, in order. Lone surrogates become U+FFFD.
 */
final class FlatPayload {
    private static final String USER_DATA = "UserData";
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private String element = "";
    private String wrapper = "";

    private FlatPayload() {
    }

    /** The payload of an event; empty when it has none. */
    static FlatPayload of(Event event) {
        FlatPayload flat = new FlatPayload();
        Element payload = event.payload();
        if (payload != null) {
            flat.read(payload);
        }
        return flat;
    }

    /** Each name with its values, in the order of the event. */
    Map<String, List<String>> values() {
        return values;
    }

    /** Whether it is {@code UserData}, which a provider lays out itself. */
    boolean isUserData() {
        return element.equals(USER_DATA);
    }

    /** The local name of the one element below {@code UserData}; empty when there is none such. */
    String wrapper() {
        return wrapper;
    }

    private void read(Element payload) {
        element = payload.localName();
        List<Element> children = payload.elements();
        if (isUserData() && children.size() == 1 && !children.getFirst().elements().isEmpty()) {
            wrapper = children.getFirst().localName();
            addChildren(children.getFirst(), "");
        } else if (children.isEmpty() && !payload.content().isEmpty()) {
            add(payload.localName(), payload.text());
        } else {
            addChildren(payload, "");
        }
    }

    private void addChildren(Element parent, String path) {
        int position = 0;
        for (Element child : parent.elements()) {
            if (child.elements().isEmpty()) {
                for (Value value : repeated(child.value())) {
                    position++;
                    add(path + name(child, position), value.text());
                }
            } else {
                position++;
                addChildren(child, path + name(child, position) + ".");
            }
        }
    }

    /** The values of an element, one for each element that it is printed as. */
    private static List<Value> repeated(Value value) {
        return value instanceof Value.Array array && !array.items().isEmpty() ? array.items() : List.of(value);
    }

    private static String name(Element child, int position) {
        Value given = child.attribute("Name");
        String name = given == null || given.text().isEmpty() ? child.localName() : given.text();
        return name.equals(EventShape.DATA) ? "param" + position : name;
    }

    private void add(String name, String text) {
        values.computeIfAbsent(WellFormedText.of(name), _ -> new ArrayList<>(1)).add(WellFormedText.of(text));
    }
}
