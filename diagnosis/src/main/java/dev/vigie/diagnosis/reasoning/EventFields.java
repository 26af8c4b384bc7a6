package dev.vigie.diagnosis.reasoning;

import dev.vigie.diagnosis.facts.LogEvent;
import dev.vigie.diagnosis.knowledge.Field;
import dev.vigie.formats.events.Datum;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.windows.Sid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The fields of an event as conditions name them; a field without a value is one the event does not have. */
final class EventFields {
    private EventFields() {
    }

    /** The raw value of a field, that of the inner field for functions; null when the event does not have it. */
    static @Nullable Value value(Field field, LogEvent event) {
        Value value = switch (field) {
            case Field.Header header -> event.event().system(systemField(header));
            case Field.Named named -> named(named.name(), event);
            case Field.Indexed indexed -> indexed(indexed.index(), event);
            case Field.Last _ -> indexed(event.data().size(), event);
            case Field.Status status -> value(status.of(), event);
            case Field.SidOf sid -> value(sid.of(), event);
            case Field.NumberOf number -> value(number.of(), event);
        };
        return value == Value.Null.NULL ? null : value;
    }

    private static SystemField systemField(Field.Header header) {
        return switch (header) {
            case ID -> SystemField.EVENT_ID;
            case LEVEL -> SystemField.LEVEL;
            case PROVIDER -> SystemField.PROVIDER_NAME;
            case CHANNEL -> SystemField.CHANNEL;
            case COMPUTER -> SystemField.COMPUTER;
            case USER -> SystemField.USER_ID;
            case PID -> SystemField.PROCESS_ID;
            case QUALIFIERS -> SystemField.QUALIFIERS;
        };
    }

    private static @Nullable Value named(String name, LogEvent event) {
        for (Datum datum : event.data()) {
            if (datum.name().equals(name)) {
                return datum.value();
            }
        }
        return null;
    }

    private static @Nullable Value indexed(int index, LogEvent event) {
        List<Datum> data = event.data();
        return index >= 1 && index <= data.size() ? data.get(index - 1).value() : null;
    }

    static OptionalLong number(Value value) {
        return switch (value) {
            case Value.Int number -> OptionalLong.of(number.bits());
            case Value.Text text -> Numbers.parse(text.text());
            default -> OptionalLong.empty();
        };
    }

    static Optional<Sid> sid(Value value) {
        if (value instanceof Value.SidValue known) {
            return Optional.of(known.sid());
        }
        String text = value.text().strip();
        if (!text.regionMatches(true, 0, "S-1-", 0, 4)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Sid.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What two events must share to agree in a field; null when the event does not have it or it cannot be read. */
    static @Nullable String agreement(Field field, LogEvent event) {
        Value value = value(field, event);
        if (value == null) {
            return null;
        }
        return switch (field.kind()) {
            case STATUS -> StatusReader.meanings(value).stream().findFirst().map(String::valueOf).orElse(null);
            case SID -> sid(value).map(Sid::toString).orElse(null);
            case NUMBER -> {
                OptionalLong number = number(value);
                yield number.isPresent() ? Long.toString(number.getAsLong()) : null;
            }
            case TEXT, ANY -> value.text().toLowerCase(Locale.ROOT);
        };
    }
}
