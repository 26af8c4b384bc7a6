package dev.vigie.cli;

import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.windows.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A field by which events are counted. */
enum CountKey {
    PROVIDER(EventCursor::provider), ID(event -> number(event, SystemField.EVENT_ID)), LEVEL(event -> number(event,
            SystemField.LEVEL)), CHANNEL(EventCursor::channel), COMPUTER(EventCursor::computer), USER(
                    event -> text(event, SystemField.USER_ID)), TASK(event -> number(event, SystemField.TASK)), OPCODE(
                            event -> number(event, SystemField.OPCODE)), KEYWORDS(
                                    event -> text(event, SystemField.KEYWORDS)), FILE(
                                            event -> event.place().source()), DAY(
                                                    event -> time(event, "2026-03-18".length())), HOUR(
                                                            event -> time(event, "2026-03-18T08".length())), MINUTE(
                                                                    event -> time(event, "2026-03-18T08:14".length()));

    private final Function<EventCursor, String> reading;

    CountKey(Function<EventCursor, String> reading) {
        this.reading = reading;
    }

    String of(EventCursor event) {
        return reading.apply(event);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The keys of a list such as {@code provider,id}. */
    static List<CountKey> parse(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .map(CountKey::named).toList();
    }

    private static CountKey named(String name) {
        for (CountKey key : values()) {
            if (key.label().equals(name.toLowerCase(Locale.ROOT))) {
                return key;
            }
        }
        throw Refusal.usage("error.unknown-field", name,
                Arrays.stream(values()).map(CountKey::label).collect(Collectors.joining(", ")));
    }

    private static String number(EventCursor event, SystemField field) {
        long number = event.number(field, EventCursor.ABSENT);
        return number == EventCursor.ABSENT ? "" : Long.toString(number);
    }

    private static String text(EventCursor event, SystemField field) {
        String text = event.text(field);
        return text == null ? "" : text;
    }

    private static String time(EventCursor event, int length) {
        @Nullable
        FileTime time = event.timeCreated();
        return time == null ? "" : time.toString().substring(0, length);
    }
}
