package dev.vigie.diagnosis.sigma;

import dev.vigie.diagnosis.sigma.Detection.AllOf;
import dev.vigie.diagnosis.sigma.Detection.FieldTest;
import dev.vigie.diagnosis.sigma.Detection.Keyword;
import dev.vigie.diagnosis.sigma.Detection.Negated;
import dev.vigie.diagnosis.sigma.YamlValue.Mapping;
import dev.vigie.diagnosis.sigma.YamlValue.Scalar;
import dev.vigie.diagnosis.sigma.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads one search identifier: maps, lists of maps and lists of keywords, with everything below them. */
final class DetectionReader {
    private static final Detection UNREADABLE = new AllOf(List.of());
    private final Placeholders placeholders;
    private final List<RuleFinding> findings;

    /** Whatever cannot be read goes to the findings, and reading goes on, so that all of it is named. */
    DetectionReader(Placeholders placeholders, List<RuleFinding> findings) {
        this.placeholders = placeholders;
        this.findings = findings;
    }

    /** A search identifier's meaning; nothing useful when there was a finding. */
    Detection read(YamlValue value) {
        return switch (value) {
            case Mapping mapping -> fields(mapping);
            case Sequence list -> alternatives(list);
            case Scalar scalar -> field("", scalar);
        };
    }

    private Detection fields(Mapping mapping) {
        if (mapping.entries().isEmpty()) {
            return unreadable(new RuleFinding(SigmaProblem.EMPTY_DETECTION, mapping.line(), List.of()));
        }
        List<Detection> terms = new ArrayList<>();
        for (Map.Entry<String, YamlValue> entry : mapping.entries().entrySet()) {
            terms.add(field(entry.getKey(), entry.getValue()));
        }
        return Detection.allOf(terms);
    }

    private Detection alternatives(Sequence list) {
        if (list.items().isEmpty()) {
            return unreadable(new RuleFinding(SigmaProblem.EMPTY_DETECTION, list.line(), List.of()));
        }
        return Detection.anyOf(list.items().stream().map(this::read).toList());
    }

    private Detection unreadable(RuleFinding finding) {
        findings.add(finding);
        return UNREADABLE;
    }

    private Detection field(String written, YamlValue value) {
        try {
            FieldName name = FieldName.parse(written, value.line());
            return new FieldValues(name).read(value);
        } catch (RuleFault fault) {
            return unreadable(fault.finding());
        }
    }

    /** The values of one field. */
    private final class FieldValues {
        private final FieldName name;

        FieldValues(FieldName name) {
            this.name = name;
        }

        Detection read(YamlValue value) throws RuleFault {
            List<YamlValue> items = value instanceof Sequence list ? list.items() : List.of(value);
            if (items.isEmpty()) {
                throw new RuleFault(SigmaProblem.EMPTY_DETECTION, value.line());
            }
            List<Detection> terms = new ArrayList<>();
            for (YamlValue item : items) {
                if (!(item instanceof Scalar scalar)) {
                    throw new RuleFault(SigmaProblem.BAD_VALUE, item.line(), "…", name.written());
                }
                terms.add(item(scalar));
            }
            Detection all = name.has(Modifier.ALL) ? Detection.allOf(terms) : Detection.anyOf(terms);
            return name.has(Modifier.NEQ) ? new Negated(all) : all;
        }

        private Detection item(Scalar scalar) throws RuleFault {
            return new ValueReader(name, placeholders).read(scalar);
        }
    }

    /** A test of a field, or of every value where there is no field. */
    static Detection test(FieldName name, ValueTest test) {
        return name.isKeyword() ? new Keyword(test) : new FieldTest(name.field(), test);
    }
}
