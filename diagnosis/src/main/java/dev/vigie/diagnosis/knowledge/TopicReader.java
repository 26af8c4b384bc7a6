package dev.vigie.diagnosis.knowledge;

import dev.vigie.diagnosis.facts.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one topic file; references between its parts are checked by {@link TopicChecker}. */
final class TopicReader {
    static final int SCHEMA = 1;
    private final Map<String, YamlNode> places = new HashMap<>();

    /**
     * A topic as read.
     *
     * @param topic what could be read
     * @param root the file
     * @param places the pieces of the file by what they define, such as {@code signals/NAME}
     */
    record TopicFile(Topic topic, YamlNode root, Map<String, YamlNode> places) {
        /** Reports a mistake at what defines something. */
        void error(String place, String reason) {
            places.getOrDefault(place, root).error(reason);
        }
    }

    static TopicFile read(YamlNode root) {
        return new TopicReader().topic(root);
    }

    private TopicFile topic(YamlNode root) {
        Map<String, YamlNode> keys = root.entries(Set.of("schema", "topic", "sources", "events", "signals", "causes"),
                Set.of("facts", "groups", "noise", "fixes", "symptom", "ask-first"));
        places.putAll(keys);
        YamlNode schema = keys.get("schema");
        if (schema != null && schema.integer() != SCHEMA) {
            schema.error("schema " + SCHEMA + " is read here");
        }
        String id = Optional.ofNullable(keys.get("topic")).map(YamlNode::text).orElse("");
        Topic topic = new Topic(id, area(keys.get("topic"), id), all(keys, "sources", this::source),
                all(keys, "events", this::eventSet), all(keys, "facts", this::fact), all(keys, "signals", this::signal),
                groups(keys.get("groups")), all(keys, "causes", this::cause), all(keys, "noise", this::noise),
                all(keys, "fixes", this::fix), Optional.ofNullable(keys.get("symptom")).map(YamlNode::text),
                Optional.ofNullable(keys.get("ask-first")).map(YamlNode::text));
        return new TopicFile(topic, root, places);
    }

    private static Area area(@Nullable YamlNode node, String id) {
        int dot = id.indexOf('.');
        Optional<Area> area = Area.of(dot < 0 ? id : id.substring(0, dot));
        if (node != null && (area.isEmpty() || !id.matches("(winrm|rdp|enroll)\\.[a-z0-9]+(-[a-z0-9]+)*"))) {
            node.error("a topic is area.object in lower case with hyphens; the area is winrm, rdp or enroll");
        }
        return area.orElse(Area.WINRM);
    }

    private interface ItemReader<V> {
        @Nullable
        V read(String name, YamlNode node);
    }

    private <V> Map<String, V> all(Map<String, YamlNode> keys, String section, ItemReader<V> reader) {
        Map<String, V> items = new LinkedHashMap<>();
        YamlNode node = keys.get(section);
        if (node == null) {
            return items;
        }
        for (Map.Entry<String, YamlNode> entry : node.entries().entrySet()) {
            places.put(section + "/" + entry.getKey(), entry.getValue());
            V item = reader.read(entry.getKey(), entry.getValue());
            if (item != null) {
                items.put(entry.getKey(), item);
            }
        }
        return items;
    }

    private String source(String name, YamlNode node) {
        return node.prose();
    }

    private EventSet eventSet(String name, YamlNode node) {
        checkName(name, node);
        Map<String, YamlNode> keys = node.entries(Set.of("provider", "channel", "ids"), Set.of("where", "role"));
        SortedSet<Integer> ids = new TreeSet<>();
        for (YamlNode id : items(keys.get("ids"))) {
            if (!ids.add(id.integer())) {
                id.error("id " + id.text() + " stands twice");
            }
        }
        if (ids.isEmpty()) {
            node.error("an event set needs ids");
        }
        Optional<Condition> where = Optional.ofNullable(keys.get("where"))
                .flatMap(text -> parse(text, ExpressionParser::condition));
        return new EventSet(name, text(keys.get("provider")), text(keys.get("channel")), ids, where,
                Optional.ofNullable(keys.get("role")).map(TopicReader::role).orElse(Role.MACHINE));
    }

    private FactDefinition fact(String name, YamlNode node) {
        Map<String, YamlNode> keys = node.entries(Set.of("cost", "outcomes"), Set.of("ask"));
        int cost = keys.containsKey("cost") ? keys.get("cost").integer() : 1;
        if (cost < 1 || cost > 5) {
            node.error("the cost of a fact is 1 to 5");
        }
        List<String> outcomes = texts(keys.get("outcomes"));
        if (outcomes.size() < 2 || Set.copyOf(outcomes).size() != outcomes.size()) {
            node.error("a fact has at least two outcomes, each once");
        }
        return new FactDefinition(name, Math.clamp(cost, 1, 5), outcomes,
                Optional.ofNullable(keys.get("ask")).map(TopicReader::ask));
    }

    private static FactDefinition.Ask ask(YamlNode node) {
        Map<String, YamlNode> keys = node.entries(Set.of("role", "command"), Set.of());
        Role role = Optional.ofNullable(keys.get("role")).map(TopicReader::role).orElse(Role.MACHINE);
        return new FactDefinition.Ask(role, text(keys.get("command")));
    }

    private @Nullable Signal signal(String name, YamlNode node) {
        checkName(name, node);
        return parse(node, ExpressionParser::signal).map(expression -> new Signal(name, expression)).orElse(null);
    }

    private Map<String, String> groups(@Nullable YamlNode node) {
        Map<String, String> groups = new LinkedHashMap<>();
        if (node == null) {
            return groups;
        }
        for (Map.Entry<String, YamlNode> entry : node.entries().entrySet()) {
            for (YamlNode item : entry.getValue().items()) {
                places.put("groups/" + item.text(), item);
                if (groups.putIfAbsent(item.text(), entry.getKey()) != null) {
                    item.error("signal '" + item.text() + "' is in two groups");
                }
            }
        }
        return groups;
    }

    private Cause cause(String id, YamlNode node) {
        Map<String, YamlNode> keys = node.entries(Set.of("prior", "for", "sources"),
                Set.of("aliases", "against", "requires", "excludes", "cleared-by", "fix"));
        return new Cause(id, texts(keys.get("aliases")), constant(keys.get("prior"), Prior.values(), Prior::key),
                weights(keys.get("for")), weights(keys.get("against")), texts(keys.get("requires")),
                texts(keys.get("excludes")), texts(keys.get("cleared-by")), oneOrMore(keys.get("fix")),
                texts(keys.get("sources")));
    }

    private static Map<String, Weight> weights(@Nullable YamlNode node) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        if (node != null) {
            node.entries().forEach((name, weight) -> weights.put(name, constant(weight, Weight.values(), Weight::key)));
        }
        return weights;
    }

    private @Nullable Noise noise(String name, YamlNode node) {
        checkName(name, node);
        return parse(node, ExpressionParser::selection).map(selection -> new Noise(name, selection)).orElse(null);
    }

    private Fix fix(String name, YamlNode node) {
        checkName(name, node);
        Map<String, YamlNode> keys = node.entries(Set.of("risk", "reaches", "apply", "verify", "undo"),
                Set.of("backup", "never"));
        YamlNode reaches = keys.get("reaches");
        String target = text(reaches);
        if (reaches != null && !target.equals(Fix.POLICY)) {
            role(reaches);
        }
        return new Fix(name, constant(keys.get("risk"), Fix.Risk.values(), Fix.Risk::key), target,
                texts(keys.get("backup")), texts(keys.get("apply")), texts(keys.get("verify")),
                texts(keys.get("undo")), texts(keys.get("never")));
    }

    static Role role(YamlNode node) {
        return constant(node, Role.values(), Role::key);
    }

    /** The constant a text names; the first one when there is none, which is reported. */
    private static <E> E constant(@Nullable YamlNode node, E[] values, Function<E, String> key) {
        if (node == null) {
            return values[0];
        }
        List<String> known = new ArrayList<>();
        for (E value : values) {
            if (key.apply(value).equals(node.text())) {
                return value;
            }
            known.add(key.apply(value));
        }
        node.error("'" + node.text() + "' is none of " + String.join(", ", known));
        return values[0];
    }

    private interface Grammar<V> {
        V parse(String text) throws ExpressionException;
    }

    private static <V> Optional<V> parse(YamlNode node, Grammar<V> grammar) {
        try {
            return Optional.of(grammar.parse(node.text()));
        } catch (ExpressionException e) {
            node.error("at character " + (e.position() + 1) + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static void checkName(String name, YamlNode node) {
        if (!name.matches("[a-z][a-z0-9]*([.-][a-z0-9]+)*")) {
            node.error("names are lower case with hyphens: '" + name + "'");
        }
    }

    private static String text(@Nullable YamlNode node) {
        return node == null ? "" : node.text().strip();
    }

    private static List<YamlNode> items(@Nullable YamlNode node) {
        return node == null ? List.of() : node.items();
    }

    private static List<String> texts(@Nullable YamlNode node) {
        return node == null ? List.of() : node.texts();
    }

    private static List<String> oneOrMore(@Nullable YamlNode node) {
        return node == null ? List.of() : node.isList() ? node.texts() : List.of(node.text());
    }
}
