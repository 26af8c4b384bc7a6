package dev.vigie.formats.events.text;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import java.util.List;

/**
 * The shape that nearly all events have, which flat JSON can state: {@code Event} with the standard namespace alone; in
 * it System, with elements and attributes in the schema's order; in {@code EventData} one value an element.
 */
final class EventShape {
    static final String NAMESPACE = EventXml.NAMESPACE;
    static final String SYSTEM = "System";
    static final String EVENT_DATA = "EventData";
    static final String DATA = "Data";
    /** The elements below System, in the order of the event schema. */
    static final List<String> SYSTEM_ELEMENTS = List.of("Provider", "EventID", "Version", "Level", "Task", "Opcode",
            "Keywords", "TimeCreated", "EventRecordID", "Correlation", "Execution", "Channel", "Computer", "Security");

    private EventShape() {
    }

    /** Whether the flat form can state the root and System. */
    static boolean isRegular(Element root) {
        return root.name().equals("Event") && root.attributes().equals(List.of(namespace()))
                && root.content().stream().allMatch(Element.class::isInstance) && !root.content().isEmpty()
                && isRegularSystem(root.elements().getFirst());
    }

    private static Attribute namespace() {
        return new Attribute(NamespaceScope.XMLNS, new Value.Text(NAMESPACE));
    }

    private static boolean isRegularSystem(Element system) {
        if (!system.name().equals(SYSTEM) || !system.attributes().isEmpty()) {
            return false;
        }
        int last = -1;
        for (Node node : system.content()) {
            int position = node instanceof Element element ? SYSTEM_ELEMENTS.indexOf(element.name()) : -1;
            if (position <= last || !isRegularField((Element) node)) {
                return false;
            }
            last = position;
        }
        return true;
    }

    private static boolean isRegularField(Element element) {
        SystemField last = null;
        for (Attribute attribute : element.attributes()) {
            SystemField field = SystemField.of(element.name(), attribute.name());
            boolean ordered = field != null && (last == null || field.compareTo(last) > 0);
            if (!ordered || attribute.value() instanceof Value.Array) {
                return false;
            }
            last = field;
        }
        return isLeaf(element.name()) ? holdsOneValueAtMost(element) : element.content().isEmpty();
    }

    /** Whether an element below System is a field itself, not a holder of attributes. */
    static boolean isLeaf(String systemElement) {
        return SystemField.of(systemElement, null) != null;
    }

    private static boolean holdsOneValueAtMost(Element element) {
        return element.content().isEmpty() || element.content().size() == 1
                && element.content().getFirst() instanceof Value value && !(value instanceof Value.Array);
    }

    /** Whether the flat form can state this payload. */
    static boolean isRegularPayload(Element payload) {
        return payload.name().equals(EVENT_DATA) && payload.attributes().isEmpty()
                && payload.content().stream().allMatch(node -> node instanceof Element item && isRegularItem(item));
    }

    private static boolean isRegularItem(Element item) {
        boolean oneValueAtMost = item.content().isEmpty()
                || item.content().size() == 1 && item.content().getFirst() instanceof Value;
        return oneValueAtMost && (item.attributes().isEmpty() || item.name().equals(DATA) && isNamed(item));
    }

    private static boolean isNamed(Element data) {
        Attribute attribute = data.attributes().getFirst();
        return data.attributes().size() == 1 && attribute.name().equals("Name")
                && attribute.value() instanceof Value.Text text && text.type() == ValueType.STRING;
    }
}
