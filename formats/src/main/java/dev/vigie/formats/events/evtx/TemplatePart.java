package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One piece of a compiled template. */
sealed interface TemplatePart {
    /**
     * Text that is the same in every event of the template.
     *
     * @param value the text, without trailing NULs
     */
    record Literal(Value.Text value) implements TemplatePart {
    }

    /**
     * A place for a value of the event.
     *
     * @param index the number of the value, from 0
     * @param declaredType the type code the template states; values bring their own, and only that counts
     * @param optional whether a NULL value removes the element or attribute around it (MS-EVEN6 3.1.4.7.2)
     */
    record Slot(int index, int declaredType, boolean optional) implements TemplatePart {
    }

    /**
     * An attribute.
     *
     * @param name the name
     * @param parts what its value is made of; several are joined as text
     * @param constant the attribute, when it is the same in every event
     */
    record AttributeTemplate(String name, List<TemplatePart> parts, @Nullable Attribute constant) {
        /** The slot that is the whole value, or null. */
        @Nullable
        Slot onlySlot() {
            return parts.size() == 1 && parts.getFirst() instanceof Slot slot ? slot : null;
        }
    }

    /**
     * An element.
     *
     * @param name the name
     * @param dependency the number of the value without which the element does not exist, or {@link #NO_DEPENDENCY}
     * @param attributes the attributes; never one that is always empty
     * @param content the content
     * @param constant the element, when it is the same in every event
     */
    record ElementTemplate(String name, int dependency, List<AttributeTemplate> attributes,
            List<TemplatePart> content, @Nullable Element constant) implements TemplatePart {
        /** The dependency of an element that always exists. */
        static final int NO_DEPENDENCY = CanonicalBinXml.NO_DEPENDENCY;

        /** The slots whose NULL removes the element: by its dependency (MS-EVEN6 2.2.12.1) or as its only content. */
        int[] guards() {
            Slot slot = onlySlot();
            boolean depends = dependency != NO_DEPENDENCY;
            if (slot == null || !slot.optional() || depends && slot.index() == dependency) {
                return depends ? new int[]{dependency} : new int[0];
            }
            return depends ? new int[]{dependency, slot.index()} : new int[]{slot.index()};
        }

        String localName() {
            return name.substring(name.indexOf(':') + 1);
        }

        /** The slot that is the whole content, or null. */
        @Nullable
        Slot onlySlot() {
            return content.size() == 1 && content.getFirst() instanceof Slot slot ? slot : null;
        }
    }
}
