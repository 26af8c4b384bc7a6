package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.evtx.WriterFragment.Instance;
import dev.vigie.formats.events.evtx.WriterFragment.SlotValue;
import dev.vigie.formats.events.evtx.WriterNode.Leaf;
import dev.vigie.formats.events.evtx.WriterNode.Literal;
import dev.vigie.formats.events.evtx.WriterNode.Slot;
import dev.vigie.formats.events.evtx.WriterNode.Tag;
import dev.vigie.formats.events.evtx.WriterNode.TagAttribute;
import java.util.ArrayList;
import java.util.List;

/**
 * Separates an element into a template, which events of the same shape share, and the values of its slots.
 *
 * <p>Names, namespaces and the {@code Name} of a {@code Data} element belong to the shape; everything else is a value.
 */
final class TemplateBuilder {
    private final List<SlotValue> values = new ArrayList<>();

    /** The template instance of an element on its own. */
    static Instance instance(Element element) {
        TemplateBuilder builder = new TemplateBuilder();
        Tag definition = builder.tag(element);
        return new Instance(definition, builder.values());
    }

    List<SlotValue> values() {
        return values;
    }

    Tag tag(Element element) {
        return new Tag(element.name(), WriterNode.NO_DEPENDENCY, attributes(element), content(element));
    }

    List<WriterNode> content(Element element) {
        List<WriterNode> content = new ArrayList<>();
        for (Node node : element.content()) {
            content.add(switch (node) {
                case Element child -> tag(child);
                case Value value -> slot(value);
            });
        }
        return content;
    }

    List<TagAttribute> attributes(Element element) {
        List<TagAttribute> attributes = new ArrayList<>();
        for (Attribute attribute : element.attributes()) {
            attributes.add(new TagAttribute(attribute.name(), leaf(element, attribute)));
        }
        return attributes;
    }

    Leaf leaf(Element element, Attribute attribute) {
        return attribute.value() instanceof Value.Text(ValueType type, String text) && type == ValueType.STRING
                && isShape(element.name(), attribute.name()) ? new Literal(text) : slot(attribute.value());
    }

    private static boolean isShape(String element, String attribute) {
        return attribute.equals("xmlns") || attribute.startsWith("xmlns:")
                || attribute.equals("Name") && (element.equals("Data") || element.equals("ComplexData"));
    }

    /** A new slot for a value; without a value it stays, empty. */
    Slot slot(Value value) {
        return slot(new SlotValue.Typed(value), WriterValues.typeCode(value), false);
    }

    /** A new slot for an element with its own template. */
    Slot nested(Element element) {
        return slot(new SlotValue.Nested(instance(element)), ValueType.BINARY_XML.code(), true);
    }

    private Slot slot(SlotValue value, int typeCode, boolean optional) {
        values.add(value);
        return new Slot(values.size() - 1, typeCode, optional);
    }
}
