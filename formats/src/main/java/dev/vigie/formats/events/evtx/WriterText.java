package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.evtx.WriterNode.Literal;
import dev.vigie.formats.events.evtx.WriterNode.Tag;
import dev.vigie.formats.events.evtx.WriterNode.TagAttribute;
import java.util.ArrayList;
import java.util.List;

/**
 * An event without types, as it is after a journey as XML: values are text, adjacent ones one text, an absent one
 * nothing, an array one element for each item.
 */
final class WriterText {
    private WriterText() {
    }

    static Tag tag(Element element) {
        return tag(element, content(element));
    }

    private static Tag tag(Element element, List<WriterNode> content) {
        List<TagAttribute> attributes = new ArrayList<>();
        for (Attribute attribute : element.attributes()) {
            attributes.add(new TagAttribute(attribute.name(), new Literal(attribute.value().text())));
        }
        return new Tag(element.name(), WriterNode.NO_DEPENDENCY, attributes, content);
    }

    private static List<WriterNode> content(Element element) {
        List<WriterNode> content = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Node node : element.content()) {
            switch (node) {
                case Value value -> text.append(value.text());
                case Element child -> {
                    flush(text, content);
                    content.addAll(tags(child));
                }
            }
        }
        flush(text, content);
        return content;
    }

    private static void flush(StringBuilder text, List<WriterNode> content) {
        if (!text.isEmpty()) {
            content.add(new Literal(text.toString()));
            text.setLength(0);
        }
    }

    private static List<Tag> tags(Element element) {
        if (element.content().size() == 1 && element.content().getFirst() instanceof Value.Array array
                && !array.items().isEmpty()) {
            return array.items().stream().map(item -> tag(element, text(item))).toList();
        }
        return List.of(tag(element));
    }

    private static List<WriterNode> text(Value value) {
        return value.text().isEmpty() ? List.of() : List.of(new Literal(value.text()));
    }
}
