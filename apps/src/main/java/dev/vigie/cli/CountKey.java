package dev.vigie.cli;

import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.windows.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A field by which events are counted. */
enum CountKey {
    PROVIDER, ID, LEVEL, CHANNEL, COMPUTER, USER, TASK, OPCODE, KEYWORDS, FILE, DAY, HOUR, MINUTE;

    String of(EventCursor event) {
        return switch (this) {
            case PROVIDER -> event.provider();
            case ID -> number(event, SystemField.EVENT_ID);
            case LEVEL -> number(event, SystemField.LEVEL);
            case CHANNEL -> event.channel();
            case COMPUTER -> event.computer();
            case USER -> text(event, SystemField.USER_ID);
            case TASK -> number(event, SystemField.TASK);
            case OPCODE -> number(event, SystemField.OPCODE);
            case KEYWORDS -> text(event, SystemField.KEYWORDS);
            case FILE -> event.place().source();
            case DAY -> time(event, "2026-03-18".length());
            case HOUR -> time(event, "2026-03-18T08".length());
            case MINUTE -> time(event, "2026-03-18T08:14".length());
        };
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
        FileTime time = event.timeCreated();
        return time == null ? "" : time.toString().substring(0, length);
    }
}
