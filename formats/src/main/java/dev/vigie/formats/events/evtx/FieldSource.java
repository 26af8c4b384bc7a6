package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.evtx.TemplatePart.AttributeTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.ElementTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.Literal;
import dev.vigie.formats.events.evtx.TemplatePart.Slot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the events of a template have a System field: what lets a cursor, or a filter, answer without a tree. */
sealed interface FieldSource {
    /** No slot. */
    int NONE = -1;

    /** The template has no such field. */
    enum Absent implements FieldSource {
        /** The only one. */
        ABSENT;
    }

    /** Only the tree tells: the template writes the field in an unusual way. */
    enum InTree implements FieldSource {
        /** The only one. */
        IN_TREE;
    }

    /**
     * Every event of the template has the same value.
     *
     * @param value the value
     * @param guard a slot that removes the field's element when it is NULL, or {@link #NONE}
     */
    record Constant(Value value, int guard) implements FieldSource {
    }

    /**
     * The value of a slot.
     *
     * @param slot the number of the value
     * @param guard a slot that removes the field's element when it is NULL, or {@link #NONE}
     * @param attribute whether it is an attribute's value; an empty one does not exist
     */
    record InSlot(int slot, int guard, boolean attribute) implements FieldSource {
    }

    /** The sources of the fields; one that is not there is {@link Absent}. */
    static Map<SystemField, FieldSource> ofTemplate(ElementTemplate root) {
        Map<SystemField, FieldSource> sources = new EnumMap<>(SystemField.class);
        for (TemplatePart part : root.content()) {
            if (part instanceof ElementTemplate system && isSystem(system) && isRegular(system)) {
                for (SystemField field : SystemField.values()) {
                    sources.put(field, ofSystem(system, field));
                }
                return sources;
            }
            // Binary XML in a slot may turn out to be the System element, too.
            if (part instanceof Slot || part instanceof ElementTemplate element && isSystem(element)) {
                for (SystemField field : SystemField.values()) {
                    sources.put(field, InTree.IN_TREE);
                }
                return sources;
            }
        }
        return sources;
    }

    private static boolean isSystem(ElementTemplate element) {
        return element.localName().equals("System");
    }

    /** Whether it always exists and all its elements are written out. */
    private static boolean isRegular(ElementTemplate system) {
        return system.dependency() == ElementTemplate.NO_DEPENDENCY
                && system.content().stream().noneMatch(Slot.class::isInstance);
    }

    private static FieldSource ofSystem(ElementTemplate system, SystemField field) {
        List<ElementTemplate> candidates = system.content().stream().filter(ElementTemplate.class::isInstance)
                .map(ElementTemplate.class::cast).filter(element -> element.localName().equals(field.element()))
                .toList();
        return switch (candidates.size()) {
            case 0 -> Absent.ABSENT;
            case 1 -> ofElement(candidates.getFirst(), field.attribute());
            default -> InTree.IN_TREE;
        };
    }

    private static FieldSource ofElement(ElementTemplate element, @Nullable String attributeName) {
        if (hasTwoGuards(element)) {
            return InTree.IN_TREE;
        }
        int guard = guard(element);
        if (attributeName == null) {
            return ofParts(element.content(), guard, false);
        }
        List<AttributeTemplate> candidates = element.attributes().stream()
                .filter(attribute -> localName(attribute.name()).equals(attributeName)).toList();
        return switch (candidates.size()) {
            case 0 -> Absent.ABSENT;
            case 1 -> ofParts(candidates.getFirst().parts(), guard, true);
            default -> InTree.IN_TREE;
        };
    }

    private static int guard(ElementTemplate element) {
        if (element.dependency() != ElementTemplate.NO_DEPENDENCY) {
            return element.dependency();
        }
        Slot slot = element.onlySlot();
        return slot != null && slot.optional() ? slot.index() : NONE;
    }

    private static boolean hasTwoGuards(ElementTemplate element) {
        Slot slot = element.onlySlot();
        return element.dependency() != ElementTemplate.NO_DEPENDENCY && slot != null && slot.optional()
                && slot.index() != element.dependency();
    }

    private static FieldSource ofParts(List<TemplatePart> parts, int guard, boolean attribute) {
        if (parts.isEmpty()) {
            return Absent.ABSENT;
        }
        if (parts.size() > 1) {
            return InTree.IN_TREE;
        }
        return switch (parts.getFirst()) {
            case Literal literal -> new Constant(literal.value(), guard);
            case Slot slot -> new InSlot(slot.index(), guard, attribute);
            case ElementTemplate _ -> InTree.IN_TREE;
        };
    }

    private static String localName(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }
}
