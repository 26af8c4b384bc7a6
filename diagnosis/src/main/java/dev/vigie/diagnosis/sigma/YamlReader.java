package dev.vigie.diagnosis.sigma;

import dev.vigie.diagnosis.sigma.YamlValue.Kind;
import dev.vigie.diagnosis.sigma.YamlValue.Mapping;
import dev.vigie.diagnosis.sigma.YamlValue.Scalar;
import dev.vigie.diagnosis.sigma.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the documents of a YAML file from strangers: no tags are obeyed, no key may occur twice, and size, depth and
 * what aliases unfold to are limited.
 *
 * <p>It is built on the parser's events and not on its object loader, because those limits must hold while reading.
 */
final class YamlReader {
    static final int MAX_CHARACTERS = 1 << 20;
    static final int MAX_DEPTH = 32;
    static final int MAX_VALUES = 50_000;
    private static final Pattern WHOLE = Pattern.compile("[-+]?(?:0|[1-9][0-9]{0,18})|0x[0-9a-fA-F]{1,16}");
    private static final Pattern REAL = Pattern.compile("[-+]?[0-9]{1,18}\\.[0-9]{1,18}(?:[eE][-+]?[0-9]{1,3})?");
    private final Iterator<Event> events;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int values;

    private YamlReader(Iterator<Event> events) {
        this.events = events;
    }

    /** A value that can be referred to, and how many values it holds. */
    private record Anchored(YamlValue value, int size) {
    }

    /** The documents in order, empty ones left out. */
    static List<YamlValue> read(String content) throws RuleFault {
        if (content.length() > MAX_CHARACTERS) {
            throw new RuleFault(SigmaProblem.TOO_LARGE, 1, MAX_CHARACTERS);
        }
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(MAX_CHARACTERS).build();
        try {
            return new YamlReader(new Parse(settings).parseString(content).iterator()).documents();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new RuleFault(SigmaProblem.NO_YAML, line, String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new RuleFault(SigmaProblem.NO_YAML, 1, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private List<YamlValue> documents() throws RuleFault {
        List<YamlValue> documents = new ArrayList<>();
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                anchors.clear();
                YamlValue document = value(events.next(), 0);
                if (!(document instanceof Scalar scalar && scalar.kind() == Kind.NULL)) {
                    documents.add(document);
                }
            }
        }
        return documents;
    }

    private YamlValue value(Event event, int depth) throws RuleFault {
        int line = line(event);
        int before = values;
        count(1, line);
        if (depth > MAX_DEPTH) {
            throw new RuleFault(SigmaProblem.TOO_DEEP, line, MAX_DEPTH);
        }
        YamlValue value = switch (event) {
            case ScalarEvent scalar -> scalar(scalar, line);
            case SequenceStartEvent _ -> sequence(line, depth);
            case MappingStartEvent _ -> mapping(line, depth);
            case AliasEvent alias -> alias(alias, line);
            default -> throw new RuleFault(SigmaProblem.NO_YAML, line, event.getEventId());
        };
        if (event instanceof NodeEvent node && !(event instanceof AliasEvent)) {
            node.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(value, values - before)));
        }
        return value;
    }

    private void count(int more, int line) throws RuleFault {
        values += more;
        if (values > MAX_VALUES) {
            throw new RuleFault(SigmaProblem.TOO_LARGE, line, MAX_VALUES);
        }
    }

    private Sequence sequence(int line, int depth) throws RuleFault {
        List<YamlValue> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(value(event, depth + 1));
        }
        return new Sequence(line, items);
    }

    private Mapping mapping(int line, int depth) throws RuleFault {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            YamlValue key = value(event, depth + 1);
            if (!(key instanceof Scalar name)) {
                throw new RuleFault(SigmaProblem.NO_TEXT_KEY, key.line());
            }
            if (entries.containsKey(name.text())) {
                throw new RuleFault(SigmaProblem.DUPLICATE_KEY, name.line(), name.text());
            }
            entries.put(name.text(), value(events.next(), depth + 1));
        }
        return new Mapping(line, entries);
    }

    /** A value again; its size counts again too, or a few lines could unfold to billions of values. */
    private YamlValue alias(AliasEvent event, int line) throws RuleFault {
        Optional<Anchored> anchored = Optional.ofNullable(anchors.get(event.getAlias()));
        if (anchored.isEmpty()) {
            throw new RuleFault(SigmaProblem.UNKNOWN_ALIAS, line, event.getAlias().getValue());
        }
        count(anchored.get().size(), line);
        return anchored.get().value();
    }

    private static Scalar scalar(ScalarEvent event, int line) {
        String text = event.getValue();
        return new Scalar(line, text, event.isPlain() && event.getTag().isEmpty() ? kind(text) : Kind.TEXT);
    }

    private static Kind kind(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> Kind.NULL;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> Kind.BOOL;
            default -> number(text);
        };
    }

    private static Kind number(String text) {
        if (WHOLE.matcher(text).matches()) {
            return Kind.WHOLE;
        }
        return REAL.matcher(text).matches() ? Kind.REAL : Kind.TEXT;
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
