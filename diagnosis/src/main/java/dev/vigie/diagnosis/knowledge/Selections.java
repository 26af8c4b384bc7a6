package dev.vigie.diagnosis.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Walks over expressions: what they select, which facts and signals they name, which status field they ask. */
public final class Selections {
    private Selections() {
    }

    /** Visits an expression and everything below it, in the order written. */
    public static void visit(Expression expression, Consumer<Expression> visitor) {
        visitor.accept(expression);
        switch (expression) {
            case Expression.Or or -> or.terms().forEach(term -> visit(term, visitor));
            case Expression.And and -> and.terms().forEach(term -> visit(term, visitor));
            case Expression.Not not -> visit(not.term(), visitor);
            case Expression.Exists _,Expression.Count _,Expression.EndIs _,Expression.FactIs _,Expression.SignalIs _,Expression.MachineIs _ ->
                {
                }
        }
    }

    /** The facts a signal asks for, also through other signals. */
    public static Set<String> facts(Topic topic, String signal) {
        Set<String> facts = new LinkedHashSet<>();
        for (Signal part : closure(topic, signal)) {
            visit(part.expression(), expression -> {
                if (expression instanceof Expression.FactIs fact) {
                    facts.add(fact.fact());
                }
            });
        }
        return facts;
    }

    /** A signal and every signal it rests on. */
    public static List<Signal> closure(Topic topic, String signal) {
        Map<String, Signal> found = new LinkedHashMap<>();
        close(topic, signal, found);
        return List.copyOf(found.values());
    }

    private static void close(Topic topic, String name, Map<String, Signal> found) {
        Signal signal = topic.signals().get(name);
        if (signal != null && found.putIfAbsent(name, signal) == null) {
            visit(signal.expression(), expression -> {
                if (expression instanceof Expression.SignalIs reference) {
                    close(topic, reference.signal(), found);
                }
            });
        }
    }

    /** Every selection an expression looks at itself, those of relations included. */
    public static List<Selection> of(Expression expression) {
        List<Selection> selections = new ArrayList<>();
        visit(expression, part -> {
            switch (part) {
                case Expression.Exists exists -> {
                    selections.add(exists.selection());
                    exists.relation().ifPresent(relation -> selections.add(relation.other()));
                }
                case Expression.Count count -> selections.add(count.selection());
                case Expression.EndIs end -> selections.add(narrowed(end));
                default -> {
                }
            }
        });
        return selections;
    }

    private static Selection narrowed(Expression.EndIs end) {
        Condition both = end.selection().condition()
                .map(first -> (Condition) new Condition.AllOf(List.of(first, end.condition())))
                .orElse(end.condition());
        return new Selection(end.selection().set(), Optional.of(both));
    }

    /** The ids a condition leaves of those of its set, as far as it says so plainly. */
    public static SortedSet<Integer> ids(SortedSet<Integer> ids, Condition condition) {
        SortedSet<Integer> left = new TreeSet<>(ids);
        switch (condition) {
            case Condition.AllOf all -> all.terms().forEach(term -> left.retainAll(ids(ids, term)));
            case Condition.AnyOf any -> {
                left.clear();
                any.terms().forEach(term -> left.addAll(ids(ids, term)));
            }
            case Condition.Compare compare when compare.field() == Field.Header.ID
                    && compare.literal() instanceof Literal.Whole number ->
                left.removeIf(id -> !compare.operator().holds(Long.compare(id, number.number())));
            case Condition.In in when in.field() == Field.Header.ID -> left.removeIf(id -> in.literals().stream()
                    .noneMatch(literal -> literal instanceof Literal.Whole number && number.number() == id));
            case Condition.Negated(Condition.In in) when in.field() == Field.Header.ID ->
                left.removeAll(ids(ids, in));
            case Condition.Negated(Condition.Compare compare) when compare.field() == Field.Header.ID ->
                left.removeAll(ids(ids, compare));
            default -> {
            }
        }
        return left;
    }

    /** The first {@code status(...)} field of an expression's own conditions: what {@code {status}} stands for. */
    public static Optional<Field.Status> statusField(Expression expression) {
        for (Selection selection : of(expression)) {
            Optional<Field.Status> field = selection.condition().flatMap(Selections::statusField);
            if (field.isPresent()) {
                return field;
            }
        }
        return Optional.empty();
    }

    private static Optional<Field.Status> statusField(Condition condition) {
        return switch (condition) {
            case Condition.AllOf all -> first(all.terms());
            case Condition.AnyOf any -> first(any.terms());
            case Condition.Negated not -> statusField(not.term());
            case Condition.Compare compare -> asStatus(compare.field());
            case Condition.In in -> asStatus(in.field());
            case Condition.Has has -> asStatus(has.field());
            case Condition.Like _ -> Optional.empty();
        };
    }

    private static Optional<Field.Status> first(List<Condition> terms) {
        return terms.stream().flatMap(term -> statusField(term).stream()).findFirst();
    }

    private static Optional<Field.Status> asStatus(Field field) {
        return field instanceof Field.Status status ? Optional.of(status) : Optional.empty();
    }
}
