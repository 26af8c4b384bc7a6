package dev.vigie.diagnosis.sigma;

import dev.vigie.diagnosis.sigma.YamlValue.Mapping;
import dev.vigie.diagnosis.sigma.YamlValue.Scalar;
import dev.vigie.diagnosis.sigma.YamlValue.Sequence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which events the log sources of rules stand for, and what those events call the fields of rules. Immutable.
 *
 * <p>Read from a YAML file; the one that comes with the library follows the taxonomy of the Sigma specification.
 */
public final class LogSources {
    private static final String STANDARD = "log-sources.yaml";
    private static final Set<String> KIND_KEYS = Set.of("channels", "ids", "fields", "absent");
    private static final Set<String> ORIGIN_KEYS = Set.of("from", "prefixes", "values");
    private final Map<String, List<EventKind>> categories;
    private final Map<String, List<EventKind>> services;

    private LogSources(Map<String, List<EventKind>> categories, Map<String, List<EventKind>> services) {
        this.categories = categories;
        this.services = services;
    }

    /** The mapping that comes with the library. */
    public static LogSources standard() {
        try (InputStream in = Objects.requireNonNull(LogSources.class.getResourceAsStream(STANDARD), STANDARD)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (RuleFault | IOException e) {
            throw new IllegalStateException(STANDARD, e);
        }
    }

    /**
     * Reads a mapping that replaces the one of the library.
     *
     * @throws RuleSetException when it is none
     * @throws IOException when the file cannot be read
     */
    public static LogSources read(Path file) throws IOException, RuleSetException {
        try {
            return parse(RuleFiles.content(file));
        } catch (RuleFault fault) {
            throw new RuleSetException(file, fault.finding());
        }
    }

    static LogSources parse(String content) throws RuleFault {
        List<YamlValue> documents = YamlReader.read(content);
        if (documents.size() != 1) {
            throw new RuleFault(SigmaProblem.BAD_MAPPING, 1, "categories");
        }
        Mapping root = mapping(documents.getFirst(), "categories");
        for (Map.Entry<String, YamlValue> entry : root.entries().entrySet()) {
            if (!entry.getKey().equals("categories") && !entry.getKey().equals("services")) {
                throw new RuleFault(SigmaProblem.BAD_MAPPING, entry.getValue().line(), entry.getKey());
            }
        }
        return new LogSources(kinds(root, "categories"), kinds(root, "services"));
    }

    /** The events a log source stands for; empty when that is not known. */
    List<EventKind> kinds(LogSource source) {
        if (source.category().isEmpty()) {
            boolean everything = source.service().isEmpty() && !source.product().isEmpty();
            return everything ? List.of(EventKind.ANY) : services.getOrDefault(source.service(), List.of());
        }
        List<EventKind> byCategory = categories.getOrDefault(source.category(), List.of());
        if (source.service().isEmpty()) {
            return byCategory;
        }
        List<EventKind> byService = services.getOrDefault(source.service(), List.of());
        return byCategory.stream().filter(kind -> byService.stream()
                .anyMatch(other -> !Collections.disjoint(kind.channels(), other.channels()))).toList();
    }

    /** The service that stands for all of a channel and nothing else, if there is one. */
    Optional<String> service(String channel) {
        EventKind wanted = new EventKind(Set.of(Folding.fold(channel)), Set.of(), Map.of(), Set.of());
        return services.entrySet().stream().filter(entry -> entry.getValue().equals(List.of(wanted)))
                .map(Map.Entry::getKey).min(Comparator.naturalOrder());
    }

    private static Map<String, List<EventKind>> kinds(Mapping root, String key) throws RuleFault {
        Map<String, List<EventKind>> kinds = new HashMap<>();
        YamlValue value = root.entries().get(key);
        if (value != null) {
            for (Map.Entry<String, YamlValue> entry : mapping(value, key).entries().entrySet()) {
                List<EventKind> list = new ArrayList<>();
                for (YamlValue item : items(entry.getValue())) {
                    list.add(kind(mapping(item, entry.getKey())));
                }
                kinds.put(entry.getKey(), List.copyOf(list));
            }
        }
        return kinds;
    }

    private static EventKind kind(Mapping kind) throws RuleFault {
        check(kind, KIND_KEYS);
        Set<String> channels = new HashSet<>();
        for (String channel : texts(kind, "channels")) {
            channels.add(Folding.fold(channel));
        }
        Set<Integer> ids = new HashSet<>();
        for (String id : texts(kind, "ids")) {
            if (!id.matches("[0-9]{1,5}")) {
                throw new RuleFault(SigmaProblem.BAD_MAPPING, kind.line(), "ids");
            }
            ids.add(Integer.valueOf(id));
        }
        Map<String, FieldOrigin> fields = new LinkedHashMap<>();
        YamlValue renamed = kind.entries().get("fields");
        if (renamed != null) {
            for (Map.Entry<String, YamlValue> field : mapping(renamed, "fields").entries().entrySet()) {
                fields.put(field.getKey(), origin(field.getValue()));
            }
        }
        return new EventKind(channels, ids, fields, new HashSet<>(texts(kind, "absent")));
    }

    private static FieldOrigin origin(YamlValue value) throws RuleFault {
        if (!(value instanceof Mapping mapping)) {
            return new FieldOrigin(List.of(text(value, "fields")), Map.of(), Map.of());
        }
        check(mapping, ORIGIN_KEYS);
        List<String> names = texts(mapping, "from");
        if (names.isEmpty()) {
            throw new RuleFault(SigmaProblem.BAD_MAPPING, mapping.line(), "from");
        }
        return new FieldOrigin(names, words(mapping, "prefixes"), words(mapping, "values"));
    }

    private static Map<String, String> words(Mapping parent, String key) throws RuleFault {
        Map<String, String> words = new LinkedHashMap<>();
        YamlValue value = parent.entries().get(key);
        if (value != null) {
            for (Map.Entry<String, YamlValue> entry : mapping(value, key).entries().entrySet()) {
                words.put(entry.getKey(), text(entry.getValue(), entry.getKey()));
            }
        }
        return words;
    }

    private static List<String> texts(Mapping parent, String key) throws RuleFault {
        List<String> texts = new ArrayList<>();
        YamlValue value = parent.entries().get(key);
        if (value != null) {
            for (YamlValue item : items(value)) {
                texts.add(text(item, key));
            }
        }
        return texts;
    }

    private static List<YamlValue> items(YamlValue value) {
        return value instanceof Sequence list ? list.items() : List.of(value);
    }

    private static String text(YamlValue value, String key) throws RuleFault {
        if (value instanceof Scalar scalar && !scalar.text().isEmpty()) {
            return scalar.text();
        }
        throw new RuleFault(SigmaProblem.BAD_MAPPING, value.line(), key);
    }

    private static Mapping mapping(YamlValue value, String key) throws RuleFault {
        if (value instanceof Mapping mapping) {
            return mapping;
        }
        throw new RuleFault(SigmaProblem.BAD_MAPPING, value.line(), key);
    }

    private static void check(Mapping mapping, Set<String> known) throws RuleFault {
        for (Map.Entry<String, YamlValue> entry : mapping.entries().entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw new RuleFault(SigmaProblem.BAD_MAPPING, entry.getValue().line(), entry.getKey());
            }
        }
    }
}
