package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.Datum;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.windows.FileTime;
import java.util.List;
import java.util.Random;

/** Seeded queries that ask for what a log holds, or nearly so. */
final class LogQueries {
    private static final List<String> OPERATORS = List.of("=", "=", "=", "!=", "<", "<=", ">", ">=");
    private static final List<SystemField> FIELDS = List.of(SystemField.values());
    /** The moment of {@code timediff()}. */
    static final FileTime NOW = FileTime.parse("2021-06-01T00:00:00Z");

    private final List<Event> events;
    private final Random random;

    LogQueries(List<Event> events, long seed) {
        this.events = events;
        random = new Random(seed);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    String query() {
        return switch (random.nextInt(8)) {
            case 0 -> "*[System[" + system(1) + "]] or *[" + eventData() + "]";
            case 1 -> "*[System[" + system(2) + "]][System[" + system(0) + "]]";
            case 2 -> "*[System[" + system(1) + "] and " + eventData() + "]";
            case 3, 4 -> "*[" + eventData() + "]";
            default -> "*[System[" + system(2) + "]]";
        };
    }

    private String system(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> "TimeCreated[timediff(@SystemTime)" + pick(OPERATORS) + age() + "]";
            case 1 -> "band(Keywords," + Long.toUnsignedString(1L << random.nextInt(64)) + ")";
            case 2 -> path(pick(FIELDS));
            case 3 -> system(SystemField.EVENT_ID);
            case 4, 5 -> system(pick(FIELDS));
            default -> "(" + system(depth - 1) + pick(List.of(" and ", " or ")) + system(depth - 1) + ")";
        };
    }

    /** The age of an event, or a bit less or more; no query has a sign, so an event of the future is 0 old. */
    private long age() {
        FileTime time = pick(events).timeCreated();
        long ticks = time == null ? 0 : Math.max(0, NOW.ticks() - time.ticks());
        return ticks / 10_000 + random.nextInt(2);
    }

    private String system(SystemField field) {
        Value value = pick(events).system(field);
        return path(field) + pick(OPERATORS) + literal(value == null ? "" : value.text());
    }

    private static String path(SystemField field) {
        return field.element() + (field.attribute() == null ? "" : "/@" + field.attribute());
    }

    private String eventData() {
        List<Datum> data = pick(events).data();
        Datum datum = data.isEmpty() ? new Datum("Nobody", Value.Null.NULL) : pick(data);
        String named = random.nextInt(4) == 0 || datum.name().contains("'")
                ? "Data"
                : "Data[@Name='" + datum.name() + "']";
        String comparison = named + pick(OPERATORS) + literal(datum.value().text());
        return switch (random.nextInt(4)) {
            case 0 -> "EventData/" + comparison;
            case 1 -> "EventData[" + comparison + pick(List.of(" and ", " or ")) + named + "!='-']";
            default -> "EventData[" + comparison + "]";
        };
    }

    /** As a string, or as a number where it is one; now and then something else. */
    private String literal(String text) {
        if (random.nextInt(6) == 0) {
            return pick(List.of("''", "'-'", "0", "4", "4624", "'0x0'", "'S-1-5-18'", "18446744073709551615"));
        }
        if (random.nextBoolean() && text.matches("[0-9]{1,19}")) {
            return text;
        }
        String quote = text.indexOf('\'') < 0 ? "'" : "\"";
        return text.contains("\"") && quote.equals("\"") ? "'x'" : quote + text + quote;
    }
}
