package dev.vigie.diagnosis.sigma;

import dev.vigie.diagnosis.sigma.YamlValue.Mapping;
import dev.vigie.diagnosis.sigma.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The documents of one file, put together as old rules want it: {@code action: global} is part of every document that
 * follows, {@code reset} ends that, {@code repeat} is the document before with changes.
 */
final class RuleCollection {
    private static final int MAX_DOCUMENTS = 1000;
    private Mapping global = new Mapping(1, Map.of());
    private Mapping previous = global;
    private final List<Mapping> rules = new ArrayList<>();

    private RuleCollection() {
    }

    /** The rules of the documents of a file. */
    static List<Mapping> rules(List<YamlValue> documents) throws RuleFault {
        if (documents.size() > MAX_DOCUMENTS) {
            throw new RuleFault(SigmaProblem.TOO_LARGE, documents.get(MAX_DOCUMENTS).line(), MAX_DOCUMENTS);
        }
        RuleCollection collection = new RuleCollection();
        for (YamlValue document : documents) {
            if (!(document instanceof Mapping mapping)) {
                throw new RuleFault(SigmaProblem.NO_RULE, document.line());
            }
            collection.add(mapping);
        }
        return collection.rules;
    }

    private void add(Mapping document) throws RuleFault {
        String action = document.entries().get("action") instanceof Scalar scalar ? scalar.text() : "";
        switch (action) {
            case "global" -> global = merged(global, document, document.line());
            case "reset" -> global = new Mapping(1, Map.of());
            case "repeat" -> addRule(merged(previous, document, document.line()));
            case "" -> addRule(merged(global, document, document.line()));
            default -> throw new RuleFault(SigmaProblem.UNKNOWN_ACTION, document.line(), action);
        }
    }

    private void addRule(Mapping rule) {
        previous = rule;
        rules.add(rule);
    }

    private static Mapping merged(Mapping base, Mapping over, int line) {
        Map<String, YamlValue> entries = new LinkedHashMap<>(base.entries());
        over.entries().forEach((key, value) -> {
            if (entries.get(key) instanceof Mapping below && value instanceof Mapping above) {
                entries.put(key, merged(below, above, value.line()));
            } else {
                entries.put(key, value);
            }
        });
        return new Mapping(line, entries);
    }
}
