package dev.vigie.diagnosis.sigma;

import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.SystemField;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes hits as JSON, one line each, described by {@code vigie.hunt-1.schema.json}. For one thread. */
public final class HitJson implements AutoCloseable {
    /** The version of the form; only additions keep it. */
    public static final String SCHEMA = "vigie.hunt/1";
    // Text of logs may hold lone surrogates, which UTF-8 cannot.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII).rootValueSeparator("").build();
    private final JsonGenerator json;

    /** Lines for a writer, which is closed with this. */
    public HitJson(Writer out) {
        json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }

    /** Writes one line. */
    public void write(RuleHit hit) {
        json.writeStartObject();
        json.writeStringProperty("schema", SCHEMA);
        rule(hit.rule());
        event(hit.event());
        json.writeArrayPropertyStart("matched");
        for (RuleHit.MatchedField field : hit.matched()) {
            json.writeStartObject();
            json.writeStringProperty("field", field.field());
            json.writeStringProperty("value", field.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void rule(SigmaRule rule) {
        json.writeObjectPropertyStart("rule");
        json.writeStringProperty("id", rule.id());
        json.writeStringProperty("title", rule.title());
        json.writeStringProperty("level", rule.level().key());
        json.writeStringProperty("status", rule.status());
        json.writeArrayPropertyStart("tags");
        rule.tags().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void event(Event event) {
        json.writeObjectPropertyStart("event");
        text("time", event.timeCreated());
        json.writeStringProperty("computer", event.computer());
        json.writeStringProperty("channel", event.channel());
        json.writeStringProperty("provider", event.provider());
        long id = event.number(SystemField.EVENT_ID, EventCursor.ABSENT);
        text("id", id == EventCursor.ABSENT ? null : Long.valueOf(id));
        json.writeStringProperty("record", Long.toUnsignedString(event.recordId()));
        json.writeStringProperty("source", event.place().source());
        json.writeEndObject();
    }

    private void text(String name, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNullProperty(name);
            case Long number -> json.writeNumberProperty(name, number);
            default -> json.writeStringProperty(name, value.toString());
        }
    }

    @Override
    public void close() {
        json.close();
    }
}
