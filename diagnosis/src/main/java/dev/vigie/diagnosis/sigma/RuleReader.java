package dev.vigie.diagnosis.sigma;

import dev.vigie.diagnosis.sigma.YamlValue.Mapping;
import dev.vigie.diagnosis.sigma.YamlValue.Scalar;
import dev.vigie.diagnosis.sigma.YamlValue.Sequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one document as a rule; everything that is not supported becomes a finding. */
final class RuleReader {
    private static final Set<String> STATUSES = Set.of("stable", "test", "experimental", "deprecated", "unsupported");
    private static final Set<String> BESIDE_IDENTIFIERS = Set.of("condition", "timeframe");
    private final Path file;
    private final Placeholders placeholders;
    private final Mapping document;
    private final List<RuleFinding> findings = new ArrayList<>();

    RuleReader(Path file, Placeholders placeholders, Mapping document) {
        this.file = file;
        this.placeholders = placeholders;
        this.document = document;
    }

    /** The rule; empty when there are findings. */
    Optional<SigmaRule> read() {
        if (document.entries().containsKey("correlation")) {
            find(SigmaProblem.CORRELATION, line("correlation"));
        } else if (document.entries().containsKey("filter")) {
            find(SigmaProblem.FILTER, line("filter"));
        } else {
            return rule();
        }
        return Optional.empty();
    }

    /** Why there is no rule. */
    List<RuleFinding> findings() {
        return findings;
    }

    /** The title, may be empty. */
    String title() {
        return text(document, "title");
    }

    private Optional<SigmaRule> rule() {
        if (title().isEmpty()) {
            find(SigmaProblem.MISSING, document.line(), "title");
        }
        LogSource logSource = logSource();
        Detection detection = detection();
        Level level = level();
        String status = status();
        return findings.isEmpty()
                ? Optional.of(new SigmaRule(text(document, "id"), title(), status, level, logSource, tags(), file,
                        document.line(), new SigmaDetection(detection)))
                : Optional.empty();
    }

    private Level level() {
        String word = text(document, "level");
        if (word.isEmpty()) {
            return Level.INFORMATIONAL;
        }
        Optional<Level> level = Level.of(word);
        if (level.isEmpty()) {
            find(SigmaProblem.UNKNOWN_WORD, line("level"), "level", word);
        }
        return level.orElse(Level.INFORMATIONAL);
    }

    private String status() {
        String status = text(document, "status").toLowerCase(Locale.ROOT);
        if (!status.isEmpty() && !STATUSES.contains(status)) {
            find(SigmaProblem.UNKNOWN_WORD, line("status"), "status", status);
        }
        return status;
    }

    private List<String> tags() {
        List<String> tags = new ArrayList<>();
        if (document.entries().get("tags") instanceof Sequence list) {
            for (YamlValue item : list.items()) {
                if (item instanceof Scalar scalar) {
                    tags.add(scalar.text());
                }
            }
        }
        return tags;
    }

    private LogSource logSource() {
        if (!(document.entries().get("logsource") instanceof Mapping source)) {
            find(SigmaProblem.MISSING, document.line(), "logsource");
            return new LogSource("", "", "");
        }
        return new LogSource(word(source, "product"), word(source, "category"), word(source, "service"));
    }

    private static String word(Mapping mapping, String key) {
        return text(mapping, key).toLowerCase(Locale.ROOT);
    }

    private Detection detection() {
        Map<String, Detection> identifiers = new HashMap<>();
        if (!(document.entries().get("detection") instanceof Mapping mapping)) {
            find(SigmaProblem.MISSING, document.line(), "detection");
            return Detection.allOf(List.of());
        }
        DetectionReader reader = new DetectionReader(placeholders, findings);
        mapping.entries().forEach((name, value) -> {
            if (!BESIDE_IDENTIFIERS.contains(name)) {
                identifiers.put(name, reader.read(value));
            }
        });
        YamlValue timeframe = mapping.entries().get("timeframe");
        if (timeframe != null) {
            find(SigmaProblem.TIMEFRAME, timeframe.line());
        }
        return condition(mapping, identifiers);
    }

    /** The condition, or any of several. */
    private Detection condition(Mapping mapping, Map<String, Detection> identifiers) {
        YamlValue condition = mapping.entries().get("condition");
        if (condition == null) {
            find(SigmaProblem.MISSING, mapping.line(), "condition");
            return Detection.allOf(List.of());
        }
        List<Detection> alternatives = new ArrayList<>();
        for (YamlValue item : condition instanceof Sequence list ? list.items() : List.of(condition)) {
            try {
                if (!(item instanceof Scalar scalar)) {
                    throw new RuleFault(SigmaProblem.WRONG_KIND, item.line(), "condition");
                }
                alternatives.add(ConditionParser.parse(scalar.text(), identifiers, item.line()));
            } catch (RuleFault fault) {
                findings.add(fault.finding());
            }
        }
        if (alternatives.isEmpty() && findings.isEmpty()) {
            find(SigmaProblem.MISSING, condition.line(), "condition");
        }
        return Detection.anyOf(alternatives);
    }

    private void find(SigmaProblem code, int line, Object... arguments) {
        findings.add(new RuleFinding(code, line, List.of(arguments)));
    }

    private int line(String key) {
        YamlValue value = document.entries().get(key);
        return value == null ? document.line() : value.line();
    }

    private static String text(Mapping mapping, String key) {
        return mapping.entries().get(key) instanceof Scalar scalar ? scalar.text().strip() : "";
    }
}
