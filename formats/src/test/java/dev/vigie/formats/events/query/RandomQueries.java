package dev.vigie.formats.events.query;

import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import java.util.List;
import java.util.Random;

/** Seeded queries and events that are likely to have something to do with each other. */
final class RandomQueries {
    private static final List<String> OPERATORS = List.of("=", "!=", "<", "<=", ">", ">=");
    private static final List<String> LITERALS = List.of("1", "2", "3", "'1'", "'2'", "'x'", "''", "'0x2'", "-1",
            "'2026-01-01T00:00:00Z'", "'S-1-5-18'", "'{00000000-0000-0000-0000-000000000001}'", "18446744073709551615");
    private static final List<String> EVENT_PATHS = List.of("System", "EventData", "System/EventID", "System/Level",
            "System/Provider/@Name", "EventData/Data", "*", "*/Data", "*/EventID", "System/*", "Missing");
    private static final List<String> SYSTEM_PATHS = List.of("EventID", "Level", "Task", "Keywords", "Provider/@Name",
            "Provider/@Guid", "TimeCreated/@SystemTime", "Security/@UserID", "Channel", "EventID/@Qualifiers",
            "EventID/text()", "*", "Missing");
    private final Random random;

    RandomQueries(long seed) {
        random = new Random(seed);
    }

    Random random() {
        return random;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    String query() {
        String query = selector();
        for (int i = random.nextInt(3); i > 0; i--) {
            query += pick(List.of(" and ", " or ")) + selector();
        }
        return query;
    }

    private String selector() {
        return switch (random.nextInt(6)) {
            case 0 -> "*";
            case 1 -> "*/" + pick(EVENT_PATHS) + pick(OPERATORS) + pick(LITERALS);
            case 2 -> "(*[" + event(2) + "] or Event[" + event(1) + "][" + event(1) + "])";
            default -> "*[" + event(3) + "]";
        };
    }

    private String event(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 3)) {
            case 0 -> comparison(EVENT_PATHS);
            case 1 -> "position()" + pick(OPERATORS) + "2";
            case 2 -> pick(EVENT_PATHS);
            case 3 -> "(" + event(depth - 1) + pick(List.of(" and ", " or ")) + event(depth - 1) + ")";
            case 4 -> "EventData[Data[@Name='a']" + pick(OPERATORS) + pick(LITERALS) + "]";
            default -> "System[" + system(depth - 1) + "]";
        };
    }

    private String system(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> pick(SYSTEM_PATHS);
            case 1 -> "band(Keywords," + pick(LITERALS) + ")";
            case 2 -> "TimeCreated[timediff(@SystemTime)" + pick(OPERATORS) + pick(LITERALS) + "]";
            case 3 -> "EventID[" + pick(List.of("1", "2", "@Qualifiers", "position()=1")) + "]";
            case 4, 5 -> comparison(SYSTEM_PATHS);
            default -> "(" + system(depth - 1) + pick(List.of(" and ", " or ")) + system(depth - 1) + ")";
        };
    }

    private String comparison(List<String> paths) {
        return random.nextInt(8) == 0
                ? pick(LITERALS) + pick(OPERATORS) + pick(paths)
                : pick(paths) + pick(OPERATORS) + pick(LITERALS);
    }

    Event event() {
        EventBuilder builder = EventBuilder.event();
        if (random.nextInt(8) > 0) {
            builder.id(random.nextInt(4));
        }
        maybe(SystemField.LEVEL, builder, EventBuilder.text(pick(List.of("1", "2", "0x2", "x", " 3 ", "-1"))));
        maybe(SystemField.QUALIFIERS, builder, Value.Null.NULL);
        maybe(SystemField.TASK, builder, pick(List.of(Value.Null.NULL, new Value.Bool(true), EventBuilder.text(""))));
        if (random.nextBoolean()) {
            builder.keywords(random.nextInt(3) - 1L);
        }
        if (random.nextBoolean()) {
            builder.provider(pick(List.of("x", "1", ""))).channel("x");
        }
        if (random.nextBoolean()) {
            builder.user("S-1-5-18").guid("00000000-0000-0000-0000-000000000001");
        }
        if (random.nextBoolean()) {
            builder.time(pick(List.of("2026-01-01T00:00:00Z", "2025-12-31T23:59:59.999Z", "2027-01-01T00:00:00Z")));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            builder.data(pick(List.of("a", "b")), pick(List.of("1", "2", "x", "")));
        }
        return random.nextInt(4) == 0 ? builder.buildAsText() : builder.build();
    }

    private void maybe(SystemField field, EventBuilder builder, Value value) {
        if (random.nextBoolean()) {
            builder.with(field, value);
        }
    }
}
