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

/** Builds the tree of a template from {@link CanonicalBinXml}, whose form is known to be right. Used once. */
final class TemplateParser {
    private final byte[] bytes;
    private int position;

    TemplateParser(byte[] canonical) {
        bytes = canonical;
    }

    ElementTemplate parse() {
        position++;
        int dependency = nextShort();
        String name = name();
        List<AttributeTemplate> attributes = attributes();
        List<TemplatePart> content = parts();
        position++;
        return element(name, dependency, attributes, content);
    }

    private List<AttributeTemplate> attributes() {
        List<AttributeTemplate> attributes = new ArrayList<>();
        while (bytes[position++] == CanonicalBinXml.ATTRIBUTE) {
            String name = name();
            List<TemplatePart> parts = parts();
            AttributeTemplate attribute = new AttributeTemplate(name, parts, constantAttribute(name, parts));
            // An attribute without data is not written (MS-EVEN6 2.2.12.2).
            if (!parts.isEmpty()) {
                attributes.add(attribute);
            }
        }
        return List.copyOf(attributes);
    }

    private List<TemplatePart> parts() {
        List<TemplatePart> parts = new ArrayList<>();
        while (true) {
            switch (bytes[position]) {
                case CanonicalBinXml.ELEMENT -> parts.add(parse());
                case CanonicalBinXml.TEXT -> text(parts);
                case CanonicalBinXml.SUBSTITUTION, CanonicalBinXml.OPTIONAL_SUBSTITUTION -> parts.add(slot());
                default -> {
                    return List.copyOf(parts);
                }
            }
        }
    }

    private void text(List<TemplatePart> parts) {
        int length = LittleEndian.i32(bytes, position + 1);
        position += 1 + Integer.BYTES;
        if (length > 0) {
            parts.add(new Literal(new Value.Text(LittleEndian.utf16(bytes, position, length))));
        }
        position += length;
    }

    private Slot slot() {
        boolean optional = bytes[position++] == CanonicalBinXml.OPTIONAL_SUBSTITUTION;
        int index = nextShort();
        return new Slot(index, LittleEndian.u8(bytes, position++), optional);
    }

    private String name() {
        int length = 2 * nextShort();
        String name = LittleEndian.utf16(bytes, position, length);
        position += length;
        return name;
    }

    private int nextShort() {
        int value = LittleEndian.u16(bytes, position);
        position += Short.BYTES;
        return value;
    }

    private static @Nullable Attribute constantAttribute(String name, List<TemplatePart> parts) {
        return parts.size() == 1 && parts.getFirst() instanceof Literal(Value.Text value)
                ? new Attribute(name, value)
                : null;
    }

    private static ElementTemplate element(String name, int dependency, List<AttributeTemplate> attributes,
            List<TemplatePart> content) {
        Element constant = dependency == ElementTemplate.NO_DEPENDENCY
                ? constantElement(name, attributes, content)
                : null;
        return new ElementTemplate(name, dependency, attributes, content, constant);
    }

    private static @Nullable Element constantElement(String name, List<AttributeTemplate> attributes,
            List<TemplatePart> content) {
        List<Attribute> constantAttributes = new ArrayList<>();
        for (AttributeTemplate attribute : attributes) {
            if (attribute.constant() == null) {
                return null;
            }
            constantAttributes.add(attribute.constant());
        }
        List<Node> constantContent = new ArrayList<>();
        for (TemplatePart part : content) {
            Node node = switch (part) {
                case Literal literal -> literal.value();
                case ElementTemplate element -> element.constant();
                case Slot _ -> null;
            };
            if (node == null) {
                return null;
            }
            constantContent.add(node);
        }
        return new Element(name, constantAttributes, constantContent);
    }
}
