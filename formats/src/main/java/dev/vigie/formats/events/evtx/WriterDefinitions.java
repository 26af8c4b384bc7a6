package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.evtx.TemplatePart.AttributeTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.ElementTemplate;
import dev.vigie.formats.events.evtx.WriterNode.Leaf;
import dev.vigie.formats.events.evtx.WriterNode.Tag;
import dev.vigie.formats.events.evtx.WriterNode.TagAttribute;
import dev.vigie.formats.windows.Guid;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The definitions a log needs. A template that was read keeps its GUID, as long as no other one has it: real logs hold
 * different templates under one GUID, and readers may remember the first. Every other definition has a GUID made of its
 * content.
 */
final class WriterDefinitions {
    /** Far more than the templates of all logs of a machine; a log that brings more starts over. */
    private static final int MOST = 1 << 14;
    private final Map<Tag, WriterDefinition> built = new HashMap<>();
    private final IdentityHashMap<Template, WriterDefinition> read = new IdentityHashMap<>();
    private final Map<Guid, Tag> owners = new HashMap<>();

    /** The definition with this content. */
    WriterDefinition of(Tag root) {
        WriterDefinition known = built.get(root);
        return known == null ? add(root, ChunkWriter.identity(root)) : known;
    }

    /** The definition of a template that was read. */
    WriterDefinition of(Template template) {
        WriterDefinition known = read.get(template);
        if (known == null) {
            known = definition(template);
            read.put(template, known);
        }
        return known;
    }

    private WriterDefinition definition(Template template) {
        forgetTooMany();
        Tag root = tag(template.root());
        WriterDefinition known = built.get(root);
        if (known != null) {
            return known;
        }
        Tag owner = owners.putIfAbsent(template.guid(), root);
        boolean isFree = owner == null || owner.equals(root);
        return add(root, isFree ? template.guid() : ChunkWriter.identity(root));
    }

    private WriterDefinition add(Tag root, Guid guid) {
        forgetTooMany();
        WriterDefinition definition = new WriterDefinition(root, guid);
        built.put(root, definition);
        return definition;
    }

    private void forgetTooMany() {
        if (built.size() >= MOST || read.size() >= MOST) {
            built.clear();
            read.clear();
            owners.clear();
        }
    }

    private static Tag tag(ElementTemplate element) {
        List<TagAttribute> attributes = element.attributes().stream().map(WriterDefinitions::attribute).toList();
        List<WriterNode> content = element.content().stream().map(WriterDefinitions::node).toList();
        return new Tag(element.name(), element.dependency(), attributes, content);
    }

    private static TagAttribute attribute(AttributeTemplate attribute) {
        return new TagAttribute(attribute.name(), attribute.parts().stream().map(WriterDefinitions::leaf).toList());
    }

    private static WriterNode node(TemplatePart part) {
        return part instanceof ElementTemplate element ? tag(element) : leaf(part);
    }

    private static Leaf leaf(TemplatePart part) {
        return switch (part) {
            case TemplatePart.Literal literal -> new WriterNode.Literal(literal.value().text());
            case TemplatePart.Slot slot -> new WriterNode.Slot(slot.index(), slot.declaredType(), slot.optional());
            case ElementTemplate element -> throw new IllegalArgumentException(element.name() + " in an attribute");
        };
    }
}
