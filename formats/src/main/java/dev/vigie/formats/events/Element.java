package dev.vigie.formats.events;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One element of an event's tree, with everything in the order in which it was written and duplicates kept.
 *
 * @param name the name as written, with its prefix if it has one
 * @param attributes the attributes, {@code xmlns} included
 * @param content nested elements and values
 */
public record Element(String name, List<Attribute> attributes, List<Node> content) implements Node {
    /** Copies the lists. */
    public Element {
        attributes = List.copyOf(attributes);
        content = List.copyOf(content);
    }

    /** The name without its prefix. */
    public String localName() {
        return name.substring(name.indexOf(':') + 1);
    }

    /** The first attribute of this local name, or null. */
    public @Nullable Value attribute(String attributeName) {
        for (Attribute attribute : attributes) {
            String written = attribute.name();
            if (written.endsWith(attributeName)
                    && (written.length() == attributeName.length()
                            || written.charAt(written.length() - attributeName.length() - 1) == ':')) {
                return attribute.value();
            }
        }
        return null;
    }

    /** The nested elements. */
    public List<Element> elements() {
        return content.stream().filter(Element.class::isInstance).map(Element.class::cast).toList();
    }

    /** The first nested element of this local name, or null. */
    public @Nullable Element element(String elementName) {
        for (Node node : content) {
            if (node instanceof Element element && element.localName().equals(elementName)) {
                return element;
            }
        }
        return null;
    }

    /**
     * The value of an element that holds one value and nothing else; {@link Value.Null} when it is empty; the text of
     * the whole as a string value otherwise.
     */
    public Value value() {
        if (content.isEmpty()) {
            return Value.Null.NULL;
        }
        if (content.size() == 1 && content.getFirst() instanceof Value value) {
            return value;
        }
        return new Value.Text(text());
    }

    /** All text below this element, joined in order. */
    public String text() {
        if (content.size() == 1 && content.getFirst() instanceof Value value) {
            return value.text();
        }
        StringBuilder text = new StringBuilder();
        for (Node node : content) {
            text.append(node instanceof Element element ? element.text() : ((Value) node).text());
        }
        return text.toString();
    }
}
