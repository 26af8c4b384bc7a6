package dev.vigie.formats.events.text;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds an event's tree from the parser's reports, with System fields typed. White space between elements is layout and
 * left out; in an element that holds nothing else it is text.
 */
final class EventTreeBuilder {
    private static final String SYSTEM = "System";

    /** An element that is not closed yet. */
    private record Open(String name, List<Attribute> attributes, List<Node> content) {
        Element close() {
            return new Element(name, attributes, content);
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Element root;

    void start(String name, List<Attribute> attributes) {
        dropSpace();
        List<Attribute> typed = isInSystem() ? typedAttributes(name, attributes) : attributes;
        open.push(new Open(name, typed, new ArrayList<>()));
    }

    void text(String text) {
        Open parent = open.peek();
        if (parent == null || text.isEmpty()) {
            return;
        }
        boolean layout = !parent.content.isEmpty() && text.isBlank();
        if (!layout) {
            parent.content.add(new Value.Text(text));
        }
    }

    void end() {
        Open closed = open.pop();
        if (isInSystem()) {
            typeContent(closed);
        }
        Open parent = open.peek();
        if (parent == null) {
            root = closed.close();
        } else {
            parent.content.add(closed.close());
        }
    }

    /** The whole tree, or null when nothing was whole. */
    @Nullable
    Element root() {
        return root;
    }

    /** The root with those of its children that are whole, or null when System is not among them. */
    @Nullable
    Element rescued() {
        Open outermost = open.peekLast();
        Element rescued = outermost == null ? root : outermost.close();
        return rescued != null && rescued.element(SYSTEM) != null ? rescued : null;
    }

    /** Forgets white space before an element's first nested element. */
    private void dropSpace() {
        Open parent = open.peek();
        if (parent != null && parent.content.size() == 1 && parent.content.getFirst() instanceof Value.Text text
                && text.text().isBlank()) {
            parent.content.clear();
        }
    }

    private boolean isInSystem() {
        Open parent = open.peek();
        return open.size() == 2 && parent != null && localName(parent.name).equals(SYSTEM);
    }

    private static List<Attribute> typedAttributes(String element, List<Attribute> attributes) {
        List<Attribute> typed = new ArrayList<>(attributes.size());
        for (Attribute attribute : attributes) {
            SystemField field = SystemField.of(localName(element), attribute.name());
            typed.add(field == null
                    ? attribute
                    : new Attribute(attribute.name(), SystemSchema.read(field, attribute.value().text())));
        }
        return typed;
    }

    private static void typeContent(Open element) {
        SystemField field = SystemField.of(localName(element.name), null);
        if (field != null && element.content.size() == 1 && element.content.getFirst() instanceof Value.Text text) {
            element.content.set(0, SystemSchema.read(field, text.text()));
        }
    }

    private static String localName(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
