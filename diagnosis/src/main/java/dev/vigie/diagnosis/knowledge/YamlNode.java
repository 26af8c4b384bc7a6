package dev.vigie.diagnosis.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A piece of a YAML file that knows its line; whatever does not fit is reported and read as if it were not there.
 *
 * @param node the piece
 * @param file the file's name, for reports
 * @param errors where mistakes go
 */
record YamlNode(Node node, String file, List<LintError> errors) {
    /** Reads a file; empty when it is no YAML, which is reported. */
    static Optional<YamlNode> read(String file, String content, List<LintError> errors) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            Optional<Node> root = new Compose(settings).composeString(content);
            if (root.isEmpty()) {
                errors.add(new LintError(file, 1, "the file is empty"));
            }
            return root.map(node -> new YamlNode(node, file, errors));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            errors.add(new LintError(file, line, String.valueOf(e.getProblem())));
            return Optional.empty();
        } catch (YamlEngineException e) {
            errors.add(new LintError(file, 1, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    void error(String reason) {
        errors.add(new LintError(file, line(), reason));
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The entries in order; keys that occur twice are reported. */
    Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            error("expected a mapping");
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = at(tuple.getKeyNode());
            String name = key.text();
            if (entries.containsKey(name)) {
                key.error("duplicate key '" + name + "'");
            } else {
                entries.put(name, at(tuple.getValueNode()));
            }
        }
        return entries;
    }

    /** The entries; other keys than these are reported, and required ones that are missing. */
    Map<String, YamlNode> entries(Set<String> required, Set<String> optional) {
        Map<String, YamlNode> entries = entries();
        for (Map.Entry<String, YamlNode> entry : entries.entrySet()) {
            if (!required.contains(entry.getKey()) && !optional.contains(entry.getKey())) {
                entry.getValue().error("unknown key '" + entry.getKey() + "'");
            }
        }
        for (String key : new TreeSet<>(required)) {
            if (!entries.containsKey(key)) {
                error("missing key '" + key + "'");
            }
        }
        return entries;
    }

    /** The items of a list. */
    List<YamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            error("expected a list");
            return List.of();
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(at(item));
        }
        return items;
    }

    /** The texts of a list. */
    List<String> texts() {
        return items().stream().map(YamlNode::text).toList();
    }

    /** A scalar as written. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        error("expected a text");
        return "";
    }

    /** A text for people: quoted or a block, and not blank. */
    String prose() {
        String text = text();
        if (node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN) {
            error("texts are quoted or block scalars");
        } else if (text.isBlank()) {
            error("empty text");
        }
        return text.strip();
    }

    /** A whole number; 0 when it is none, which is reported. */
    int integer() {
        String text = text();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            error("expected a whole number, not '" + text + "'");
            return 0;
        }
    }

    private YamlNode at(Node other) {
        return new YamlNode(other, file, errors);
    }
}
