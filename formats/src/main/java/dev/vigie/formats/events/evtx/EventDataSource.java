package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.evtx.TemplatePart.AttributeTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.ElementTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.Literal;
import dev.vigie.formats.events.evtx.TemplatePart.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of a template have their {@code EventData}: what lets a filter look at named values without a tree.
 * Most templates have it as binary XML in a slot, that is as a template of its own. Immutable.
 */
final class EventDataSource {
    private static final String EVENT_DATA = "EventData";
    private static final String DATA = "Data";
    private static final String NAME = "Name";

    private final List<ElementTemplate> inline = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final @Nullable DataElements ofInline;
    private final @Nullable DataElements ofRoot;

    /**
     * The {@code Data} elements of an {@code EventData}.
     *
     * @param parent the {@code EventData}
     * @param all those there are, in order
     * @param byName those whose constant {@code Name} this is
     */
    record DataElements(ElementTemplate parent, List<ElementTemplate> all, Map<String, List<ElementTemplate>> byName) {
        /** The elements of a name, or all of them for none. */
        List<ElementTemplate> named(@Nullable String name) {
            return name == null ? all : byName.getOrDefault(name, List.of());
        }
    }

    private EventDataSource(ElementTemplate root) {
        for (TemplatePart part : root.content()) {
            switch (part) {
                case ElementTemplate element when element.localName().equals(EVENT_DATA) -> inline.add(element);
                case Slot slot -> slots.add(slot);
                case ElementTemplate _,Literal _ -> {
                    // Nothing that could hold the payload.
                }
            }
        }
        ofInline = inline.size() == 1 ? elements(inline.getFirst()) : null;
        ofRoot = isEventData(root) ? elements(root) : null;
    }

    static EventDataSource ofTemplate(ElementTemplate root) {
        return new EventDataSource(root);
    }

    static boolean isEventData(ElementTemplate element) {
        return element.localName().equals(EVENT_DATA);
    }

    /** How many are written out in the template itself. */
    int inlineCount() {
        return inline.size();
    }

    /** The elements of the one that is written out; null when there is not one, or an unusual one. */
    @Nullable
    DataElements ofInline() {
        return ofInline;
    }

    /** The slots of the root's content, each of which may hold another. */
    List<Slot> slots() {
        return slots;
    }

    /** The elements of the root, which is itself an {@code EventData}; null when it is none, or an unusual one. */
    @Nullable
    DataElements ofRoot() {
        return ofRoot;
    }

    /** The elements of an {@code EventData}, or null when values decide what elements it has and how they are named. */
    private static @Nullable DataElements elements(ElementTemplate eventData) {
        List<ElementTemplate> all = new ArrayList<>();
        Map<String, List<ElementTemplate>> byName = new HashMap<>();
        for (TemplatePart part : eventData.content()) {
            if (part instanceof Slot) {
                return null;
            }
            if (part instanceof ElementTemplate element && element.localName().equals(DATA)) {
                if (!hasPlainNames(element)) {
                    return null;
                }
                all.add(element);
                for (AttributeTemplate attribute : element.attributes()) {
                    if (attribute.name().equals(NAME) && attribute.constant() != null) {
                        byName.computeIfAbsent(attribute.constant().value().text(), _ -> new ArrayList<>())
                                .add(element);
                    }
                }
            }
        }
        return new DataElements(eventData, all, byName);
    }

    /** Whether the template alone says what the element is called: no prefixes, one name at most, and that constant. */
    private static boolean hasPlainNames(ElementTemplate data) {
        int names = 0;
        for (AttributeTemplate attribute : data.attributes()) {
            if (attribute.name().indexOf(':') >= 0) {
                return false;
            }
            if (attribute.name().equals(NAME)) {
                names++;
                if (attribute.constant() == null) {
                    return false;
                }
            }
        }
        return names <= 1;
    }
}
