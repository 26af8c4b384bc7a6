package dev.vigie.formats.events.text;

import dev.vigie.formats.Place;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.Recovery;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON Lines as an output format: one event a line, convenient for queries and without loss.
 *
 * <p>System fields are flat and typed; the payload is a list of names, values and types. The event's tree, with types,
 * order, duplicates and prefixes, can be rebuilt exactly from the line; what the flat form cannot state is added as a
 * tree. The form is described in {@code docs/formats/events-jsonl.md} and by the JSON Schema {@link #SCHEMA}.
 */
public final class EventJsonLines implements EventFormat {
    /** The only instance; it has no state. */
    public static final EventJsonLines FORMAT = new EventJsonLines();
    /** The resource of this package that holds the JSON Schema (2020-12) of a line. */
    public static final String SCHEMA = "events-jsonl.schema.json";

    private EventJsonLines() {
    }

    /** The member of {@code system} that holds a field. */
    public static String key(SystemField field) {
        return switch (field) {
            case PROVIDER_NAME -> "provider";
            case PROVIDER_GUID -> "providerGuid";
            case EVENT_SOURCE_NAME -> "eventSourceName";
            case EVENT_ID -> "eventId";
            case QUALIFIERS -> "qualifiers";
            case VERSION -> "version";
            case LEVEL -> "level";
            case TASK -> "task";
            case OPCODE -> "opcode";
            case KEYWORDS -> "keywords";
            case TIME_CREATED -> "time";
            case EVENT_RECORD_ID -> "recordId";
            case ACTIVITY_ID -> "activityId";
            case RELATED_ACTIVITY_ID -> "relatedActivityId";
            case PROCESS_ID -> "processId";
            case THREAD_ID -> "threadId";
            case PROCESSOR_ID -> "processorId";
            case SESSION_ID -> "sessionId";
            case KERNEL_TIME -> "kernelTime";
            case USER_TIME -> "userTime";
            case PROCESSOR_TIME -> "processorTime";
            case CHANNEL -> "channel";
            case COMPUTER -> "computer";
            case USER_ID -> "userId";
        };
    }

    /** The type that a field has unless the line says otherwise: that of the event schema. */
    public static ValueType type(SystemField field) {
        return SystemSchema.type(field);
    }

    /** The name of a type in a line. */
    public static String typeName(ValueType type) {
        return JsonWriter.typeName(type);
    }

    /** Appends the JSON form of a value. */
    public static void append(Value value, Utf8Buffer out) {
        new JsonWriter(out).value(value);
    }

    /** Appends the JSON form of a System field's value. */
    public static void append(SystemField field, Value value, Utf8Buffer out) {
        writeField(field, value, new JsonWriter(out));
    }

    @Override
    public void append(EventCursor cursor, Utf8Buffer out) {
        int start = out.size();
        if (!(cursor instanceof SelfPrinting direct) || !direct.appendJson(out)) {
            out.truncate(start);
            appendTree(cursor, out);
        }
    }

    private static void appendTree(EventCursor cursor, Utf8Buffer out) {
        Event event = cursor.toEvent();
        JsonWriter json = new JsonWriter(out);
        json.open('{');
        writePlace(event.place(), json);
        writeRecovery(event.recovery(), json);
        boolean regular = EventShape.isRegular(event.root());
        writeSystem(event, regular, json);
        writePayload(event, regular, json);
        if (regular) {
            writeFurtherElements(event, json);
        } else {
            json.name("tree");
            json.tree(event.root());
        }
        json.close('}');
        out.append('\n');
    }

    private static void writePlace(Place place, JsonWriter json) {
        if (place.record() != Place.NO_RECORD) {
            json.name("record");
            json.unsigned(place.record());
        }
        json.name("file");
        json.string(place.source());
        if (place.offset() != Place.NO_OFFSET) {
            json.name("offset");
            json.unsigned(place.offset());
        }
    }

    private static void writeRecovery(@Nullable Recovery recovery, JsonWriter json) {
        if (recovery != null) {
            json.name("recovered");
            json.open('{');
            json.name("from");
            json.string(recovery.origin().key());
            json.name("template");
            json.string(recovery.template().key());
            json.close('}');
        }
    }

    private static void writeSystem(Event event, boolean regular, JsonWriter json) {
        Element system = event.root().element(EventShape.SYSTEM);
        if (system == null) {
            return;
        }
        Map<SystemField, Value> fields = fields(system);
        json.name("system");
        json.open('{');
        fields.forEach((field, value) -> {
            json.name(key(field));
            writeField(field, value, json);
        });
        json.close('}');
        if (regular) {
            writeTypes(system, fields, json);
            writeOmitted(system, json);
        }
    }

    /** The first of each field, in the order of the schema. */
    private static Map<SystemField, Value> fields(Element system) {
        Map<SystemField, Value> fields = new EnumMap<>(SystemField.class);
        for (SystemField field : SystemField.values()) {
            Element element = system.element(field.element());
            String attribute = field.attribute();
            Value value = element == null ? null : attribute == null ? element.value() : element.attribute(attribute);
            if (value != null) {
                fields.put(field, value);
            }
        }
        return fields;
    }

    /** A number that was written as decimal text is a JSON number all the same. */
    private static void writeField(SystemField field, Value value, JsonWriter json) {
        boolean textual = value instanceof Value.Text && SystemSchema.type(field).isInteger();
        Value typed = textual ? SystemSchema.read(field, value.text()) : value;
        boolean same = typed instanceof Value.Int && typed.text().equals(value.text());
        json.value(same ? typed : value);
    }

    private static void writeTypes(Element system, Map<SystemField, Value> fields, JsonWriter json) {
        Map<SystemField, String> types = new EnumMap<>(SystemField.class);
        fields.forEach((field, value) -> {
            if (value.type() != SystemSchema.type(field) && !isPlainNull(system, field, value)) {
                types.put(field, JsonWriter.typeName(value));
            }
        });
        if (!types.isEmpty()) {
            json.name("types");
            json.open('{');
            types.forEach((field, type) -> {
                json.name(key(field));
                json.string(type);
            });
            json.close('}');
        }
    }

    /** Null in a line means an attribute without value or an element without content. */
    private static boolean isPlainNull(Element system, SystemField field, Value value) {
        Element element = system.element(field.element());
        return value == Value.Null.NULL
                && (field.attribute() != null || element != null && element.content().isEmpty());
    }

    private static void writeOmitted(Element system, JsonWriter json) {
        List<String> omitted = new ArrayList<>();
        for (String element : EventShape.SYSTEM_ELEMENTS) {
            if (!EventShape.isLeaf(element) && system.element(element) == null) {
                omitted.add(element);
            }
        }
        if (!omitted.isEmpty()) {
            json.name("omitted");
            json.open('[');
            omitted.forEach(json::string);
            json.close(']');
        }
    }

    private static void writePayload(Event event, boolean regular, JsonWriter json) {
        Element payload = event.payload();
        if (payload == null) {
            return;
        }
        if (!regular || !hasFlatPayload(event.root())) {
            json.name("payload");
            json.string(payload.name());
        }
        json.name("data");
        json.open('[');
        writeItems(payload, json);
        json.close(']');
    }

    /** Whether {@code data} alone states the payload of a regular event. */
    private static boolean hasFlatPayload(Element root) {
        return root.content().size() > 1 && root.content().get(1) instanceof Element payload
                && EventShape.isRegularPayload(payload);
    }

    private static void writeItems(Element parent, JsonWriter json) {
        for (Element element : parent.elements()) {
            if (element.elements().isEmpty()) {
                writeItem(element, json);
            } else {
                writeItems(element, json);
            }
        }
    }

    private static void writeItem(Element element, JsonWriter json) {
        json.open('{');
        String name = element.localName().equals(EventShape.DATA) ? givenName(element) : element.localName();
        if (name != null) {
            json.name("name");
            json.string(name);
        }
        if (!element.name().equals(EventShape.DATA)) {
            json.name("element");
            json.string(element.name());
        }
        Value value = element.value();
        json.name("value");
        json.value(value);
        if (!element.content().isEmpty()) {
            json.name("type");
            json.string(JsonWriter.typeName(value));
        }
        json.close('}');
    }

    private static @Nullable String givenName(Element data) {
        Value name = data.attribute("Name");
        return name == null ? null : name.text();
    }

    private static void writeFurtherElements(Event event, JsonWriter json) {
        List<Element> elements = event.root().elements();
        int stated = hasFlatPayload(event.root()) ? 2 : 1;
        if (elements.size() > stated) {
            json.name("elements");
            json.open('[');
            elements.subList(stated, elements.size()).forEach(json::tree);
            json.close(']');
        }
    }
}
