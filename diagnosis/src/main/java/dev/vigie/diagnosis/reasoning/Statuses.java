package dev.vigie.diagnosis.reasoning;

import dev.vigie.diagnosis.facts.LogEvent;
import dev.vigie.diagnosis.knowledge.Field;
import dev.vigie.formats.events.Value;
import java.util.Optional;

/** Status codes of events as people write them. */
public final class Statuses {
    private Statuses() {
    }

    /** The code in a field with its name, {@code 0x80090016 NTE_BAD_KEYSET}; empty when the event holds none there. */
    public static Optional<String> shown(Field.Status field, LogEvent event) {
        Value value = EventFields.value(field, event);
        return value == null ? Optional.empty() : StatusReader.shown(value);
    }
}
