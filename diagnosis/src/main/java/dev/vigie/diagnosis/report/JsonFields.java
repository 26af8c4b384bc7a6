package dev.vigie.diagnosis.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Writes the members of JSON objects; an absent value writes no member. */
public final class JsonFields {
    private final JsonGenerator json;

    /** Members for this generator. */
    public JsonFields(JsonGenerator json) {
        this.json = json;
    }

    /** An object. */
    public void object(Runnable members) {
        json.writeStartObject();
        members.run();
        json.writeEndObject();
    }

    /** A member that is an object. */
    public void object(String name, Runnable members) {
        json.writeName(name);
        object(members);
    }

    /** A member that is text. */
    public void text(String name, String value) {
        json.writeStringProperty(name, value);
    }

    /** A member that is text, if there is any. */
    public void text(String name, Optional<?> value) {
        value.ifPresent(known -> text(name, known.toString()));
    }

    /** A member that is a time. */
    public void text(String name, Instant value) {
        text(name, value.toString());
    }

    /** A member that is a whole number. */
    public void number(String name, long value) {
        json.writeNumberProperty(name, value);
    }

    /** A member that is a number; a whole one is written without a fraction. */
    public void points(String name, double value) {
        if (value == Math.rint(value)) {
            json.writeNumberProperty(name, (long) value);
        } else {
            json.writeNumberProperty(name, value);
        }
    }

    /** A member that is true or false. */
    public void bool(String name, boolean value) {
        json.writeBooleanProperty(name, value);
    }

    /** A member that is a list of texts. */
    public void texts(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    /** A member that is a list of numbers and texts. */
    public void values(String name, List<Object> values) {
        json.writeArrayPropertyStart(name);
        for (Object value : values) {
            if (value instanceof Number number) {
                json.writeNumber(number.longValue());
            } else {
                json.writeString(value.toString());
            }
        }
        json.writeEndArray();
    }

    /** A member that is a list of objects. */
    public <T> void objects(String name, List<T> items, Consumer<T> members) {
        json.writeArrayPropertyStart(name);
        for (T item : items) {
            object(() -> members.accept(item));
        }
        json.writeEndArray();
    }

    /** A member that is an object of texts. */
    public void map(String name, Map<String, String> entries) {
        object(name, () -> entries.forEach(this::text));
    }
}
