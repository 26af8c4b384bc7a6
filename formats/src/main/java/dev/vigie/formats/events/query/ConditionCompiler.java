package dev.vigie.formats.events.query;

import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.query.Expression.AllOf;
import dev.vigie.formats.events.query.Expression.AnyOf;
import dev.vigie.formats.events.query.Expression.Band;
import dev.vigie.formats.events.query.Expression.Comparison;
import dev.vigie.formats.events.query.Expression.Position;
import dev.vigie.formats.events.query.Expression.TimeDiff;
import dev.vigie.formats.events.query.Path.Axis;
import dev.vigie.formats.events.query.Path.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what of a query the System fields, and the named values of {@code EventData}, decide.
 *
 * <p>It follows only steps it knows to lead to a single node: the event, its {@code System}, a named element there, an
 * attribute of that; or the {@code EventData}, for which cursors answer only where it is the only one. For a single
 * node the existential meaning of a path is a plain conjunction. Everything else is left to the {@link TreeEvaluator},
 * whose answers these conditions never contradict.
 */
final class ConditionCompiler {
    private static final List<SystemField> ALL_FIELDS = List.of(SystemField.values());

    private ConditionCompiler() {
    }

    /**
     * A context node.
     *
     * @param scope where it lies
     * @param element the element below {@code System} for {@link Scope#SYSTEM_FIELD}, {@code EventData} and
     *        {@code Data} for those, else empty
     */
    record At(Scope scope, String element) {
        static final At DOCUMENT = new At(Scope.DOCUMENT, "");

        static final At EVENT_DATA = new At(Scope.OTHER, "EventData");
        static final At DATA = new At(Scope.OTHER, "Data");

        boolean isEvent() {
            return scope == Scope.EVENT;
        }
    }

    static Condition compile(Expression expression) {
        return compile(expression, At.DOCUMENT);
    }

    static Condition compile(Expression expression, At at) {
        return switch (expression) {
            case AnyOf any -> Condition.any(any.terms().stream().map(term -> compile(term, at)).toList());
            case AllOf all -> Condition.all(all.terms().stream().map(term -> compile(term, at)).toList());
            case Comparison comparison -> comparison(comparison, at);
            case Path path -> path(path, at, ConditionCompiler::present);
            case Band band -> band(band, at);
            case Literal _,Position _,TimeDiff _ -> Condition.PAYLOAD;
        };
    }

    private static Condition predicate(Expression expression, At at) {
        if (expression instanceof Literal literal && !literal.quoted()) {
            return at.scope() == Scope.OTHER
                    ? Condition.PAYLOAD
                    : new Condition.At(at.isEvent(), Operator.EQ, literal);
        }
        return compile(expression, at);
    }

    private static Condition comparison(Comparison comparison, At at) {
        if (comparison.right() instanceof Literal literal) {
            return comparison(comparison.left(), comparison.operator(), literal, at);
        }
        if (comparison.left() instanceof Literal literal) {
            return comparison(comparison.right(), comparison.operator().flipped(), literal, at);
        }
        return Condition.PAYLOAD;
    }

    private static Condition comparison(Operand operand, Operator operator, Literal literal, At at) {
        return switch (operand) {
            case Path path -> path(path, at, end -> {
                SystemField field = end.field();
                if (field != null) {
                    return new Condition.Field(field, operator, literal);
                }
                DataStep data = end.data();
                return data == null ? Condition.PAYLOAD : new Condition.Datum(data.name(), operator, literal);
            });
            case TimeDiff(Path path, Operand second) when second == null -> path(path, at, end -> {
                SystemField field = end.field();
                return field == null ? Condition.PAYLOAD : new Condition.Age(field, operator, literal);
            });
            case Position _ when at.scope() != Scope.OTHER && at.scope() != Scope.DOCUMENT ->
                new Condition.At(at.isEvent(), operator, literal);
            default -> Condition.PAYLOAD;
        };
    }

    private static Condition band(Band band, At at) {
        Operand left = band.left();
        Operand right = band.right();
        if (left instanceof Path path && right instanceof Literal literal) {
            return band(path, literal, at);
        }
        return left instanceof Literal literal && right instanceof Path path
                ? band(path, literal, at)
                : Condition.PAYLOAD;
    }

    private static Condition band(Path path, Literal literal, At at) {
        Numeric mask = literal.forms().numeric();
        if (!mask.exact()) {
            return Condition.PAYLOAD;
        }
        return path(path, at, end -> {
            SystemField field = end.field();
            return field == null ? Condition.PAYLOAD : new Condition.Bits(field, mask.bits());
        });
    }

    /**
     * The end of a path.
     *
     * @param at the element it leads to or through
     * @param last its last step
     */
    private record End(At at, Step last) {
        /** The System field whose value the path has, or null. */
        @Nullable
        SystemField field() {
            return at.scope() == Scope.SYSTEM_FIELD
                    ? SystemField.of(at.element(), last.axis() == Axis.ATTRIBUTE ? last.name() : null)
                    : null;
        }

        /** What its values are called, when they are those of {@code EventData}; else null. */
        @Nullable
        DataStep data() {
            return at.equals(At.DATA) ? DataStep.of(last) : null;
        }
    }

    /**
     * A step to {@code Data} elements.
     *
     * @param name the {@code Name} they must have, or null for any
     */
    private record DataStep(@Nullable String name) {
        /** What a step asks for, or null when it asks for more than a name. */
        static @Nullable DataStep of(Step step) {
            if (!step.isElement("Data") || step.predicates().size() > 1) {
                return null;
            }
            if (step.predicates().isEmpty()) {
                return new DataStep(null);
            }
            return step.predicates().getFirst() instanceof Comparison(Path path, Operator operator, Literal name)
                    && operator == Operator.EQ && name.quoted() && path.toString().equals("@Name")
                            ? new DataStep(name.text())
                            : null;
        }
    }

    /** What is asked of the node a path leads to. */
    private interface Question {
        Condition of(End end);
    }

    private static Condition path(Path path, At from, Question question) {
        List<Condition> terms = new ArrayList<>();
        At at = from;
        for (Step step : path.steps()) {
            At next = step.axis() == Axis.ELEMENT ? follow(step, at) : at;
            boolean leaf = step.axis() != Axis.ELEMENT;
            if (next == null || leaf && (!step.predicates().isEmpty() || step.axis() == Axis.TEXT)) {
                terms.add(Condition.PAYLOAD);
                return Condition.all(terms);
            }
            at = next;
            if (at.equals(At.DATA)) {
                // Its predicate is its name, which the question knows.
                continue;
            }
            for (Expression predicate : step.predicates()) {
                terms.add(predicate(predicate, at));
            }
        }
        terms.add(question.of(new End(at, path.last())));
        return Condition.all(terms);
    }

    private static @Nullable At follow(Step step, At at) {
        return switch (at.scope()) {
            case DOCUMENT -> step.takes("Event") ? new At(Scope.EVENT, "") : null;
            case EVENT -> switch (step.name()) {
                case "System" -> new At(Scope.SYSTEM, "");
                case "EventData" -> At.EVENT_DATA;
                default -> null;
            };
            case SYSTEM -> step.name().equals(Step.ANY) ? null : new At(Scope.SYSTEM_FIELD, step.name());
            case OTHER -> at.equals(At.EVENT_DATA) && DataStep.of(step) != null ? At.DATA : null;
            case SYSTEM_FIELD -> null;
        };
    }

    private static Condition present(End end) {
        if (end.last().axis() == Axis.ATTRIBUTE) {
            SystemField field = end.field();
            return field == null ? Condition.PAYLOAD : new Condition.Present(List.of(field));
        }
        return switch (end.at().scope()) {
            case EVENT -> Condition.all(List.of());
            case SYSTEM -> new Condition.Present(ALL_FIELDS);
            case SYSTEM_FIELD -> new Condition.Present(Arrays.stream(SystemField.values())
                    .filter(field -> field.element().equals(end.at().element())).toList());
            // What holds of an EventData holds of one that exists.
            case OTHER -> end.last().isElement("EventData") && !end.last().predicates().isEmpty()
                    ? Condition.all(List.of())
                    : Condition.PAYLOAD;
            case DOCUMENT -> Condition.PAYLOAD;
        };
    }
}
