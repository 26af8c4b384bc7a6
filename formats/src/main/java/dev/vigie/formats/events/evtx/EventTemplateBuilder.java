package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.evtx.WriterFragment.Instance;
import dev.vigie.formats.events.evtx.WriterFragment.SlotValue;
import dev.vigie.formats.events.evtx.WriterNode.Leaf;
import dev.vigie.formats.events.evtx.WriterNode.Slot;
import dev.vigie.formats.events.evtx.WriterNode.Tag;
import dev.vigie.formats.events.evtx.WriterNode.TagAttribute;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Separates an event into the template of its {@code System} part and the payload, a nested template of its own.
 *
 * <p>As in logs that Windows writes, the {@code System} fields have fixed slots, the same for every event, and the
 * attributes that few events have are always in the template, removed by an empty slot: one template serves nearly
 * every event of a file.
 */
final class EventTemplateBuilder {
    private static final int EVENT_DATA_SLOT = 17;
    private static final int USER_DATA_SLOT = 19;
    private static final int STANDARD_SLOTS = 20;
    private static final Map<SystemField, Standard> STANDARD = new EnumMap<>(Map.ofEntries(
            Map.entry(SystemField.LEVEL, new Standard(0, ValueType.UINT8)),
            Map.entry(SystemField.OPCODE, new Standard(1, ValueType.UINT8)),
            Map.entry(SystemField.TASK, new Standard(2, ValueType.UINT16)),
            Map.entry(SystemField.EVENT_ID, new Standard(3, ValueType.UINT16)),
            Map.entry(SystemField.QUALIFIERS, new Standard(4, ValueType.UINT16)),
            Map.entry(SystemField.KEYWORDS, new Standard(5, ValueType.HEX_INT64)),
            Map.entry(SystemField.TIME_CREATED, new Standard(6, ValueType.FILETIME)),
            Map.entry(SystemField.ACTIVITY_ID, new Standard(7, ValueType.GUID)),
            Map.entry(SystemField.PROCESS_ID, new Standard(8, ValueType.UINT32)),
            Map.entry(SystemField.THREAD_ID, new Standard(9, ValueType.UINT32)),
            Map.entry(SystemField.EVENT_RECORD_ID, new Standard(10, ValueType.UINT64)),
            Map.entry(SystemField.VERSION, new Standard(11, ValueType.UINT8)),
            Map.entry(SystemField.USER_ID, new Standard(12, ValueType.SID)),
            Map.entry(SystemField.RELATED_ACTIVITY_ID, new Standard(13, ValueType.GUID)),
            Map.entry(SystemField.PROVIDER_NAME, new Standard(14, ValueType.STRING)),
            Map.entry(SystemField.PROVIDER_GUID, new Standard(15, ValueType.GUID)),
            Map.entry(SystemField.CHANNEL, new Standard(16, ValueType.STRING)),
            Map.entry(SystemField.COMPUTER, new Standard(18, ValueType.STRING))));
    /** The attributes that are in the template even when the event has none. */
    private static final Map<String, List<String>> OPTIONAL = Map.of(
            "EventID", List.of("Qualifiers"),
            "Correlation", List.of("ActivityID", "RelatedActivityID"),
            "Execution", List.of("ProcessID", "ThreadID"),
            "Security", List.of("UserID"));
    private final TemplateBuilder builder = new TemplateBuilder();

    private EventTemplateBuilder() {
        for (int i = 0; i < STANDARD_SLOTS; i++) {
            builder.values().add(SlotValue.NONE);
        }
    }

    /** A slot that means the same in every event. */
    private record Standard(int index, ValueType type) {
    }

    /** The template instance of an event. */
    static Instance instance(Element event) {
        EventTemplateBuilder builder = new EventTemplateBuilder();
        Tag definition = builder.event(event);
        return new Instance(definition, builder.builder.values());
    }

    private Tag event(Element event) {
        List<WriterNode> content = new ArrayList<>();
        for (Node node : event.content()) {
            content.add(switch (node) {
                case Element child -> child.name().equals("System") ? system(child) : payload(child);
                case Value value -> builder.slot(value);
            });
        }
        return new Tag(event.name(), WriterNode.NO_DEPENDENCY, builder.attributes(event), content);
    }

    private WriterNode payload(Element payload) {
        if (payload.name().equals("UserData") && isFree(USER_DATA_SLOT) && payload.content().size() == 1
                && payload.content().getFirst() instanceof Element inner) {
            Slot slot = fill(USER_DATA_SLOT, inner);
            return new Tag(payload.name(), slot.index(), builder.attributes(payload), List.of(slot));
        }
        return isFree(EVENT_DATA_SLOT) ? fill(EVENT_DATA_SLOT, payload) : builder.nested(payload);
    }

    private Tag system(Element system) {
        List<WriterNode> content = new ArrayList<>();
        for (Node node : system.content()) {
            content.add(switch (node) {
                case Element child -> systemElement(child);
                case Value value -> builder.slot(value);
            });
        }
        return new Tag(system.name(), WriterNode.NO_DEPENDENCY, builder.attributes(system), content);
    }

    private Tag systemElement(Element element) {
        List<TagAttribute> attributes = systemAttributes(element);
        if (element.content().size() == 1 && element.content().getFirst() instanceof Value value) {
            Standard standard = standard(element.name(), null);
            if (standard != null && isFree(standard.index()) && isPresent(value)) {
                Slot slot = fill(standard.index(), value);
                return new Tag(element.name(), slot.index(), attributes, List.of(slot));
            }
        }
        return new Tag(element.name(), WriterNode.NO_DEPENDENCY, attributes, builder.content(element));
    }

    private List<TagAttribute> systemAttributes(Element element) {
        List<String> optional = OPTIONAL.getOrDefault(element.name(), List.of());
        List<TagAttribute> attributes = new ArrayList<>();
        if (agree(element, optional)) {
            for (String name : optional) {
                attributes.add(optionalAttribute(element, name));
            }
        } else {
            for (Attribute attribute : element.attributes()) {
                attributes.add(new TagAttribute(attribute.name(), systemValue(element, attribute)));
            }
        }
        return attributes;
    }

    /** Whether an element has some of these attributes, in this order, and no other, and all their slots are free. */
    private boolean agree(Element element, List<String> optional) {
        int last = -1;
        for (Attribute attribute : element.attributes()) {
            int index = optional.indexOf(attribute.name());
            if (index <= last) {
                return false;
            }
            last = index;
        }
        return optional.stream().allMatch(name -> isFree(optionalSlot(element, name).index()));
    }

    private TagAttribute optionalAttribute(Element element, String name) {
        for (Attribute attribute : element.attributes()) {
            if (attribute.name().equals(name)) {
                return new TagAttribute(name, systemValue(element, attribute));
            }
        }
        Standard standard = optionalSlot(element, name);
        return new TagAttribute(name, new Slot(standard.index(), standard.type().code(), true));
    }

    private static Standard optionalSlot(Element element, String attribute) {
        return Objects.requireNonNull(standard(element.name(), attribute));
    }

    private Leaf systemValue(Element element, Attribute attribute) {
        Standard standard = standard(element.name(), attribute.name());
        return standard != null && isFree(standard.index()) && isPresent(attribute.value())
                ? fill(standard.index(), attribute.value())
                : builder.leaf(element, attribute);
    }

    private static @Nullable Standard standard(String element, @Nullable String attribute) {
        SystemField field = SystemField.of(element, attribute);
        return field == null ? null : STANDARD.get(field);
    }

    /** Whether a value survives in an optional slot. */
    private static boolean isPresent(Value value) {
        return value != Value.Null.NULL && !value.text().isEmpty();
    }

    private boolean isFree(int slot) {
        return builder.values().get(slot).equals(SlotValue.NONE);
    }

    private Slot fill(int slot, Value value) {
        builder.values().set(slot, new SlotValue.Typed(value));
        return new Slot(slot, WriterValues.typeCode(value), true);
    }

    private Slot fill(int slot, Element element) {
        builder.values().set(slot, new SlotValue.Nested(TemplateBuilder.instance(element)));
        return new Slot(slot, ValueType.BINARY_XML.code(), true);
    }
}
