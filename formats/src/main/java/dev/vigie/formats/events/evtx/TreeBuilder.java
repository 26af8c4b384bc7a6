package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.evtx.TemplatePart.AttributeTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.ElementTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.Literal;
import dev.vigie.formats.events.evtx.TemplatePart.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes immutable trees of resolved records. */
final class TreeBuilder {
    private final Chunk chunk;
    private final ValueDecoder values;

    TreeBuilder(Chunk chunk, ValueDecoder values) {
        this.chunk = chunk;
        this.values = values;
    }

    /** The tree of a record; its root exists even where it depends on a value that is NULL, as in some real logs. */
    Element tree(TemplateInstance instance) {
        ElementTemplate root = instance.template().root();
        Element constant = root.constant();
        return constant == null ? existing(root, instance) : constant;
    }

    /** A value, {@link Value.Null} when it is missing; binary XML only as text. */
    Value value(int slot, TemplateInstance instance) {
        TemplateInstance nested = instance.nested(slot);
        if (nested != null) {
            return new Value.Text(tree(nested).text());
        }
        return instance.isNull(slot)
                ? Value.Null.NULL
                : values.decode(chunk.bytes, instance.type(slot), instance.offset(slot), instance.size(slot));
    }

    private @Nullable Element element(ElementTemplate template, TemplateInstance instance) {
        if (template.constant() != null) {
            return template.constant();
        }
        return exists(template, instance) ? existing(template, instance) : null;
    }

    /**
     * An element depends on a value by its dependency id (MS-EVEN6 2.2.12.1) or by an optional substitution that is
     * all its content (3.1.4.7.2). One among other content removes nothing: {@code Event} itself has such.
     */
    private static boolean exists(ElementTemplate template, TemplateInstance instance) {
        if (template.dependency() != ElementTemplate.NO_DEPENDENCY && instance.isNull(template.dependency())) {
            return false;
        }
        Slot slot = template.onlySlot();
        return slot == null || !slot.optional() || !instance.isNull(slot.index());
    }

    private Element existing(ElementTemplate template, TemplateInstance instance) {
        return new Element(template.name(), attributes(template, instance), content(template, instance));
    }

    private List<Attribute> attributes(ElementTemplate template, TemplateInstance instance) {
        if (template.attributes().isEmpty()) {
            return List.of();
        }
        List<Attribute> attributes = new ArrayList<>(template.attributes().size());
        for (AttributeTemplate attribute : template.attributes()) {
            Attribute constant = attribute.constant();
            if (constant != null) {
                attributes.add(constant);
            } else {
                Value value = attributeValue(attribute, instance);
                if (!isEmpty(value)) {
                    attributes.add(new Attribute(attribute.name(), value));
                }
            }
        }
        return attributes;
    }

    private Value attributeValue(AttributeTemplate attribute, TemplateInstance instance) {
        Slot only = attribute.onlySlot();
        if (only != null) {
            return value(only.index(), instance);
        }
        StringBuilder text = new StringBuilder();
        for (TemplatePart part : attribute.parts()) {
            switch (part) {
                case Literal literal -> text.append(literal.value().text());
                case Slot slot when slot.optional() && instance.isNull(slot.index()) -> {
                    return Value.Null.NULL;
                }
                case Slot slot -> text.append(value(slot.index(), instance).text());
                case ElementTemplate _ -> throw new IllegalStateException("element in an attribute");
            }
        }
        return new Value.Text(text.toString());
    }

    /** Whether an attribute of this value is not written (MS-EVEN6 2.2.12.2). */
    static boolean isEmpty(Value value) {
        return switch (value) {
            case Value.Null _ -> true;
            case Value.Text text -> text.text().isEmpty();
            case Value.Binary binary -> binary.length() == 0;
            case Value.Array array -> array.text().isEmpty();
            default -> false;
        };
    }

    private List<Node> content(ElementTemplate template, TemplateInstance instance) {
        List<TemplatePart> parts = template.content();
        if (parts.size() == 1 && parts.getFirst() instanceof Slot slot) {
            Node node = node(slot, instance);
            return node == null ? List.of() : List.of(node);
        }
        List<Node> content = new ArrayList<>(parts.size());
        for (TemplatePart part : parts) {
            Node node = switch (part) {
                case Literal literal -> literal.value();
                case Slot slot -> node(slot, instance);
                case ElementTemplate element -> element(element, instance);
            };
            if (node != null) {
                content.add(node);
            }
        }
        return content;
    }

    private @Nullable Node node(Slot slot, TemplateInstance instance) {
        TemplateInstance nested = instance.nested(slot.index());
        if (nested != null) {
            return element(nested.template().root(), nested);
        }
        return instance.isNull(slot.index()) ? null : value(slot.index(), instance);
    }
}
