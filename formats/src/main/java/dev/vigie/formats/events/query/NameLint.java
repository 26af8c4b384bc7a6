package dev.vigie.formats.events.query;

import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.query.ConditionCompiler.At;
import dev.vigie.formats.events.query.Expression.Comparison;
import dev.vigie.formats.events.query.Path.Axis;
import dev.vigie.formats.events.query.Path.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the names of elements and attributes against the event schema. Names have case. */
final class NameLint {
    private static final List<String> PAYLOADS = List.of("System", "EventData", "UserData", "RenderingInfo",
            "DebugData", "BinaryEventData", "ProcessingErrorData");
    private final QueryEditor editor;

    NameLint(QueryEditor editor) {
        this.editor = editor;
    }

    /** The context a step leads to, with the element's name also below the payload. */
    static At follow(Step step, At at) {
        Scope scope = step.name().equals(Step.ANY) && at.scope() != Scope.DOCUMENT
                ? Scope.OTHER
                : at.scope().child(step.name());
        return new At(scope, step.name());
    }

    void lint(Step step, At at) {
        if (step.name().equals(Step.ANY) || step.axis() == Axis.TEXT) {
            return;
        }
        if (step.axis() == Axis.ATTRIBUTE) {
            attribute(step, at);
            return;
        }
        switch (at.scope()) {
            case EVENT -> {
                if (!step.name().equals("Event")) {
                    belowEvent(step);
                }
            }
            case SYSTEM -> belowSystem(step);
            case OTHER -> {
                if (at.element().equals("EventData") && step.name().equalsIgnoreCase("Data")) {
                    nameCase(step, "Data");
                }
            }
            case DOCUMENT, SYSTEM_FIELD -> {
                // The parser checks the first step; System fields have no children.
            }
        }
    }

    /** {@code Event} within a predicate of the event would be an Event inside the Event. */
    void eventPrefix(Path path, At at) {
        Step first = path.first();
        if (at.scope() != Scope.EVENT || !first.isElement("Event")) {
            return;
        }
        if (path.steps().size() > 1 && first.predicates().isEmpty()) {
            Path rest = new Path(path.steps().subList(1, path.steps().size()));
            editor.replace(QueryLintCode.EVENT_PREFIX, path, rest.toString());
        } else {
            editor.report(QueryLintCode.EVENT_PREFIX, path);
        }
    }

    private void belowEvent(Step step) {
        String name = step.name();
        String similar = ignoringCase(PAYLOADS, name);
        if (similar != null) {
            nameCase(step, similar);
        } else if (ignoringCase(SyntaxRepair.SYSTEM_ELEMENTS, name) != null) {
            editor.replace(QueryLintCode.SYSTEM_MISSING, step, "System/" + step, name);
        } else if (name.equals("Data")) {
            editor.replace(QueryLintCode.UNKNOWN_NAME, step, "EventData/" + step, name, "Event");
        } else if (looksLikeSystem(step)) {
            String rest = step.toString().substring(name.length());
            editor.replace(QueryLintCode.UNKNOWN_NAME, step, "System" + rest, name, "Event");
        } else {
            editor.report(QueryLintCode.UNKNOWN_NAME, step, name, "Event");
        }
    }

    /** Whether what is asked of an unknown element is asked of System fields. */
    private static boolean looksLikeSystem(Step step) {
        return !step.predicates().isEmpty()
                && SyntaxRepair.SYSTEM_ELEMENTS.stream().anyMatch(step.predicates().getFirst().toString()::startsWith);
    }

    private void belowSystem(Step step) {
        String similar = ignoringCase(SyntaxRepair.SYSTEM_ELEMENTS, step.name());
        if (similar == null) {
            editor.report(QueryLintCode.UNKNOWN_NAME, step, step.name(), "System");
        } else {
            nameCase(step, similar);
        }
    }

    private void attribute(Step step, At at) {
        if (at.scope() == Scope.SYSTEM_FIELD) {
            List<String> known = Arrays.stream(SystemField.values())
                    .filter(field -> field.element().equals(at.element()))
                    .<String>mapMulti((field, sink) -> {
                        String attribute = field.attribute();
                        if (attribute != null) {
                            sink.accept(attribute);
                        }
                    }).toList();
            String similar = ignoringCase(known, step.name());
            if (similar != null) {
                nameCase(step, similar);
            } else if (SyntaxRepair.SYSTEM_ELEMENTS.contains(at.element())) {
                editor.report(QueryLintCode.UNKNOWN_NAME, step, "@" + step.name(), at.element());
            }
        } else if (at.element().equals("Data") && step.name().equalsIgnoreCase("Name")) {
            nameCase(step, "Name");
        }
    }

    private void nameCase(Step step, String right) {
        if (!step.name().equals(right)) {
            String written = step.toString();
            int start = step.axis() == Axis.ATTRIBUTE ? 1 : 0;
            String replaced = written.substring(0, start) + right + written.substring(start + step.name().length());
            editor.replace(QueryLintCode.NAME_CASE, step, replaced, step.name(), right);
        }
    }

    private static @Nullable String ignoringCase(Iterable<String> known, String name) {
        for (String candidate : known) {
            if (candidate.equalsIgnoreCase(name)) {
                return candidate;
            }
        }
        return null;
    }

    /** Whether the right side of a comparison is a bare word that can be no element there. */
    boolean isUnquotedString(Comparison comparison, Path word, At at) {
        Step step = word.first();
        boolean bare = word.steps().size() == 1 && step.axis() == Axis.ELEMENT && step.predicates().isEmpty()
                && !step.name().equals(Step.ANY);
        if (!bare || !(comparison.left() instanceof Path left) || at.scope() == Scope.DOCUMENT) {
            return false;
        }
        return switch (at.scope()) {
            case SYSTEM -> !SyntaxRepair.SYSTEM_ELEMENTS.contains(step.name());
            case EVENT -> !Set.copyOf(PAYLOADS).contains(step.name());
            default -> !left.first().name().equals(step.name());
        };
    }
}
