package dev.vigie.diagnosis.cases;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object that was read whole.
 *
 * @param members its members: text, {@link Long}, {@link Boolean}, lists and objects
 */
record JsonObject(Map<String, Object> members) {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(EventTree.MAX_JSON_DEPTH).build())
            .build();

    /** Something that was not as it should be. */
    static final class Mismatch extends Exception {
        private static final long serialVersionUID = 1L;

        Mismatch(String message) {
            super(message);
        }
    }

    static JsonObject parse(String text) throws Mismatch {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            if (value(parser) instanceof JsonObject object && parser.nextToken() == null) {
                return object;
            }
            throw new Mismatch("not one JSON object");
        } catch (JacksonException e) {
            throw new Mismatch(String.valueOf(e.getOriginalMessage()));
        }
    }

    private static Object value(JsonParser parser) throws Mismatch {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> throw new Mismatch("unexpected " + parser.currentToken());
        };
    }

    private static JsonObject object(JsonParser parser) throws Mismatch {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new JsonObject(members);
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    String text(String name) throws Mismatch {
        return as(String.class, name);
    }

    long number(String name) throws Mismatch {
        return as(Long.class, name);
    }

    boolean bool(String name) throws Mismatch {
        return as(Boolean.class, name);
    }

    JsonObject object(String name) throws Mismatch {
        return as(JsonObject.class, name);
    }

    Instant time(String name) throws Mismatch {
        return time(name, text(name));
    }

    List<Instant> times(String name) throws Mismatch {
        List<Instant> times = new ArrayList<>();
        for (String text : texts(name)) {
            times.add(time(name, text));
        }
        return times;
    }

    private static Instant time(String name, String text) throws Mismatch {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw new Mismatch(name + " is no time");
        }
    }

    Optional<Instant> optionalTime(String name) throws Mismatch {
        return has(name) ? Optional.of(time(name)) : Optional.empty();
    }

    List<Object> values(String name) throws Mismatch {
        List<?> list = as(List.class, name);
        return new ArrayList<>(list);
    }

    List<String> texts(String name) throws Mismatch {
        return all(String.class, name);
    }

    List<JsonObject> objects(String name) throws Mismatch {
        return all(JsonObject.class, name);
    }

    private <T> List<T> all(Class<T> type, String name) throws Mismatch {
        List<T> items = new ArrayList<>();
        for (Object item : values(name)) {
            if (!type.isInstance(item)) {
                throw new Mismatch(name + " holds something else than " + type.getSimpleName());
            }
            items.add(type.cast(item));
        }
        return items;
    }

    private <T> T as(Class<T> type, String name) throws Mismatch {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw new Mismatch(name + " is missing or no " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
