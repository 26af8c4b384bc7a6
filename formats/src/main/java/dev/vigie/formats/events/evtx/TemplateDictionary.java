package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.evtx.TemplatePart.ElementTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The templates met in a file, by the id that records state: the first 32 bits of the template's GUID. */
final class TemplateDictionary {
    private static final int MAX_TEMPLATES = 1 << 16;
    private final Map<Integer, List<Template>> byId = new HashMap<>();
    private int size;

    void add(Template template) {
        List<Template> same = byId.computeIfAbsent(id(template), _ -> new ArrayList<>(1));
        if (size < MAX_TEMPLATES && !same.contains(template)) {
            same.add(template);
            size++;
        }
    }

    /** The only template of an id that values of these types fit; null when there is none, or no telling which. */
    @Nullable
    Template find(int id, int[] types) {
        Template found = null;
        for (Template template : byId.getOrDefault(id, List.of())) {
            if (template.slotCount() <= types.length && fit(template.root(), types)) {
                if (found != null) {
                    return null;
                }
                found = template;
            }
        }
        return found;
    }

    static int id(Template template) {
        return (int) (template.guid().high() >>> Integer.SIZE);
    }

    private static boolean fit(ElementTemplate element, int[] types) {
        return element.attributes().stream().allMatch(attribute -> fit(attribute.parts(), types))
                && fit(element.content(), types);
    }

    private static boolean fit(List<TemplatePart> parts, int[] types) {
        return parts.stream().allMatch(part -> switch (part) {
            case ElementTemplate element -> fit(element, types);
            case Slot slot -> fits(slot.declaredType(), types[slot.index()]);
            case TemplatePart.Literal _ -> true;
        });
    }

    /** Values have types of their own (size_t comes as hexadecimal, one width as another), but never of another kind. */
    private static boolean fits(int declared, int given) {
        if (declared == given || given == ValueType.NULL.code() || declared == ValueType.NULL.code()) {
            return true;
        }
        ValueType one = ValueType.ofCode(declared);
        ValueType other = ValueType.ofCode(given);
        return one != null && other != null && kind(one) == kind(other);
    }

    private static int kind(ValueType type) {
        if (type.isInteger() || type == ValueType.BOOL) {
            return ValueType.INT64.code();
        }
        return switch (type) {
            case ANSI_STRING -> ValueType.STRING.code();
            case BINARY, SID, GUID -> ValueType.BINARY.code();
            default -> type.code();
        };
    }
}
