package dev.vigie.formats.events;

import dev.vigie.formats.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event: the immutable tree of its {@code Event} element, with typed values.
 *
 * <p>Two events are equal when their trees are, values and types included; where they were read does not count. Safe
 * for use by several threads.
 */
public final class Event implements EventCursor {
    private final Element root;
    private final Place place;
    private final @Nullable Recovery recovery;

    /**
     * An event of a tree.
     *
     * @param root the {@code Event} element
     * @param place where it was read
     */
    public Event(Element root, Place place) {
        this(root, place, null);
    }

    /**
     * An event of a tree.
     *
     * @param root the {@code Event} element
     * @param place where it was read
     * @param recovery how it was recovered; null when it was simply read
     */
    public Event(Element root, Place place, @Nullable Recovery recovery) {
        this.root = root;
        this.place = place;
        this.recovery = recovery;
    }

    /** The {@code Event} element. */
    public Element root() {
        return root;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public @Nullable Recovery recovery() {
        return recovery;
    }

    @Override
    public @Nullable Value system(SystemField field) {
        Element system = root.element("System");
        Element element = system == null ? null : system.element(field.element());
        if (element == null) {
            return null;
        }
        String attribute = field.attribute();
        Value value = attribute == null ? element.value() : element.attribute(attribute);
        return value == Value.Null.NULL ? null : value;
    }

    /**
     * The element with the provider's own data: {@code EventData}, {@code UserData} or another that is neither
     * {@code System} nor {@code RenderingInfo}; null when there is none.
     */
    public @Nullable Element payload() {
        for (Element element : root.elements()) {
            String name = element.localName();
            if (!name.equals("System") && !name.equals("RenderingInfo")) {
                return element;
            }
        }
        return null;
    }

    /**
     * The payload as a flat list in order, duplicates kept: each {@code Data} of {@code EventData} under its
     * {@code Name} (empty when it has none; each item of an array apart), each leaf element of {@code UserData} under
     * its local name.
     */
    public List<Datum> data() {
        List<Datum> data = new ArrayList<>();
        Element payload = payload();
        if (payload != null) {
            collect(payload, data);
        }
        return List.copyOf(data);
    }

    private static void collect(Element parent, List<Datum> data) {
        for (Element element : parent.elements()) {
            if (element.elements().isEmpty()) {
                addDatum(element, data);
            } else {
                collect(element, data);
            }
        }
    }

    private static void addDatum(Element element, List<Datum> data) {
        Value given = element.attribute("Name");
        String name = element.localName();
        if (name.equals("Data")) {
            name = given == null ? "" : given.text();
        }
        Value value = element.value();
        if (value instanceof Value.Array array && !array.items().isEmpty()) {
            for (Value item : array.items()) {
                data.add(new Datum(name, item));
            }
        } else {
            data.add(new Datum(name, value));
        }
    }

    /** The first value of this name in {@link #data()}, or null. */
    public @Nullable Value datum(String name) {
        for (Datum datum : data()) {
            if (datum.name().equals(name)) {
                return datum.value();
            }
        }
        return null;
    }

    @Override
    public Event toEvent() {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Event event && root.equals(event.root);
    }

    @Override
    public int hashCode() {
        return root.hashCode();
    }

    /** For logs and tests: {@code Microsoft-Windows-WinRM/10149 System.evtx@0x1200#42}. */
    @Override
    public String toString() {
        return provider() + "/" + eventId() + " " + place;
    }
}
