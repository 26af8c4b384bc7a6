package dev.vigie.diagnosis.sigma;

import dev.vigie.diagnosis.sigma.YamlValue.Mapping;
import dev.vigie.diagnosis.sigma.YamlValue.Scalar;
import dev.vigie.diagnosis.sigma.YamlValue.Sequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What placeholders of rules such as {@code %Servers%} stand for, where the modifier {@code expand} asks for it.
 * Immutable.
 */
public final class Placeholders {
    /** No placeholder has a value. */
    public static final Placeholders NONE = new Placeholders(Map.of());

    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\\\)%([A-Za-z0-9_-]+)%");
    private final Map<String, List<String>> values;

    private Placeholders(Map<String, List<String>> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads a YAML mapping of names, without percent signs, to a value or a list of values; values may hold wildcards.
     *
     * @throws RuleSetException when it is none
     * @throws IOException when the file cannot be read
     */
    public static Placeholders read(Path file) throws IOException, RuleSetException {
        try {
            List<YamlValue> documents = YamlReader.read(RuleFiles.content(file));
            Map<String, List<String>> values = new HashMap<>();
            for (YamlValue document : documents) {
                if (!(document instanceof Mapping mapping)) {
                    throw new RuleFault(SigmaProblem.WRONG_KIND, document.line(), "placeholders");
                }
                for (Map.Entry<String, YamlValue> entry : mapping.entries().entrySet()) {
                    values.put(entry.getKey(), texts(entry.getKey(), entry.getValue()));
                }
            }
            return new Placeholders(values);
        } catch (RuleFault fault) {
            throw new RuleSetException(file, fault.finding());
        }
    }

    private static List<String> texts(String key, YamlValue value) throws RuleFault {
        List<String> texts = new ArrayList<>();
        for (YamlValue item : value instanceof Sequence list ? list.items() : List.of(value)) {
            if (!(item instanceof Scalar scalar)) {
                throw new RuleFault(SigmaProblem.WRONG_KIND, item.line(), key);
            }
            texts.add(scalar.text());
        }
        return texts;
    }

    /** A value with its placeholders replaced in every combination. */
    List<String> expand(String value, int line) throws RuleFault {
        Matcher found = PLACEHOLDER.matcher(value);
        if (!found.find()) {
            return List.of(value.replace("\\%", "%"));
        }
        Optional<List<String>> meanings = Optional.ofNullable(values.get(found.group(1)));
        if (meanings.isEmpty()) {
            throw new RuleFault(SigmaProblem.PLACEHOLDER, line, found.group(1));
        }
        List<String> expanded = new ArrayList<>();
        for (String rest : expand(value.substring(found.end()), line)) {
            for (String meaning : meanings.get()) {
                expanded.add(value.substring(0, found.start()).replace("\\%", "%") + meaning + rest);
            }
            if (expanded.size() > Transformations.MAX_VARIANTS) {
                throw new RuleFault(SigmaProblem.TOO_MANY_VARIANTS, line, value, Transformations.MAX_VARIANTS);
            }
        }
        return expanded;
    }
}
