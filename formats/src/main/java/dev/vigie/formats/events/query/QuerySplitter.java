package dev.vigie.formats.events.query;

import dev.vigie.formats.events.query.Expression.AllOf;
import dev.vigie.formats.events.query.Expression.AnyOf;
import dev.vigie.formats.events.query.Expression.Band;
import dev.vigie.formats.events.query.Expression.Comparison;
import dev.vigie.formats.events.query.Expression.TimeDiff;
import dev.vigie.formats.events.query.Path.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits a query that has more expressions than Windows takes into several that together select the same events.
 *
 * <p>The language has no negation, and a path asks whether there is a node: an {@code or} can therefore be drawn out of
 * everything around it, and each part of it asked alone. The exceptions are an {@code or} that decides which node is
 * the first of its like, before a position or inside a function.
 */
final class QuerySplitter {
    private static final int MOST_PARTS = 256;
    private final int limit;

    private QuerySplitter(int limit) {
        this.limit = limit;
    }

    /** The parts, each of at most {@code limit} expressions; empty when there is no such split. */
    static Optional<List<Expression>> split(Expression query, int limit) {
        List<Expression> parts = new ArrayList<>();
        return new QuerySplitter(limit).split(query, parts) ? Optional.of(parts) : Optional.empty();
    }

    private boolean split(Expression query, List<Expression> parts) {
        int size = size(query);
        if (size <= limit) {
            parts.add(query);
            return parts.size() <= MOST_PARTS;
        }
        List<AnyOf> choices = new ArrayList<>();
        collect(query, choices);
        Optional<AnyOf> largest = choices.stream().max(Comparator.comparingInt(QuerySplitter::size));
        return largest.isPresent() && groups(largest.get(), limit - size + size(largest.get())).stream()
                .allMatch(group -> split(replace(query, largest.get(), group), parts));
    }

    /** The terms of an {@code or} in groups of at most {@code room} expressions, or one by one. */
    private static List<Expression> groups(AnyOf choice, int room) {
        List<Expression> groups = new ArrayList<>();
        List<Expression> group = new ArrayList<>();
        int used = 0;
        for (Expression term : choice.terms()) {
            int size = size(term);
            if (!group.isEmpty() && used + size > room) {
                groups.add(joined(group));
                group = new ArrayList<>();
                used = 0;
            }
            group.add(term);
            used += size;
        }
        groups.add(joined(group));
        return groups;
    }

    private static Expression joined(List<Expression> terms) {
        return terms.size() == 1 ? terms.getFirst() : new AnyOf(terms);
    }

    /** How many expressions there are, counted as {@link ParsedQuery#expressions} are. */
    static int size(Expression expression) {
        return switch (expression) {
            case AnyOf any -> any.terms().stream().mapToInt(QuerySplitter::size).sum();
            case AllOf all -> all.terms().stream().mapToInt(QuerySplitter::size).sum();
            case Comparison comparison -> 1 + inside(comparison.left()) + inside(comparison.right());
            case Path path -> (path.hasPredicates() ? 0 : 1) + inside(path);
            case Operand operand -> 1 + inside(operand);
        };
    }

    private static int inside(@Nullable Operand operand) {
        return switch (operand) {
            case Path path -> path.steps().stream().flatMap(step -> step.predicates().stream())
                    .mapToInt(QuerySplitter::size).sum();
            case Band band -> inside(band.left()) + inside(band.right());
            case TimeDiff diff -> inside(diff.first()) + inside(diff.second());
            case null, default -> 0;
        };
    }

    private static void collect(Expression expression, List<AnyOf> choices) {
        switch (expression) {
            case AnyOf any -> {
                choices.add(any);
                any.terms().forEach(term -> collect(term, choices));
            }
            case AllOf all -> all.terms().forEach(term -> collect(term, choices));
            case Comparison comparison -> {
                collect(comparison.left(), choices);
                collect(comparison.right(), choices);
            }
            case Path path -> path.steps().forEach(step -> collect(step, choices));
            case Operand _ -> {
                // A function takes the first node of a set.
            }
        }
    }

    private static void collect(Step step, List<AnyOf> choices) {
        for (Expression predicate : step.predicates().reversed()) {
            collect(predicate, choices);
            if (isPositional(predicate)) {
                return;
            }
        }
    }

    /** Whether a predicate may depend on how many nodes the ones before it left. */
    private static boolean isPositional(Expression predicate) {
        return switch (predicate) {
            case AnyOf any -> any.terms().stream().anyMatch(QuerySplitter::isPositional);
            case AllOf all -> all.terms().stream().anyMatch(QuerySplitter::isPositional);
            case Comparison comparison -> isFunction(comparison.left()) || isFunction(comparison.right());
            case Path _ -> false;
            case Operand _ -> true;
        };
    }

    private static boolean isFunction(Operand operand) {
        return !(operand instanceof Path) && !(operand instanceof Literal);
    }

    /** The expression with one of its nodes replaced; an equal one elsewhere stays. */
    @SuppressWarnings("ReferenceEquality")
    private static Expression replace(Expression in, AnyOf old, Expression by) {
        return switch (in) {
            case AnyOf any when any == old -> by;
            case AnyOf any -> new AnyOf(replaceEach(any.terms(), old, by));
            case AllOf all -> new AllOf(replaceEach(all.terms(), old, by));
            case Comparison(Operand left, Operator operator, Operand right) ->
                new Comparison(replace(left, old, by), operator, replace(right, old, by));
            case Operand operand -> replace(operand, old, by);
        };
    }

    private static Operand replace(Operand in, AnyOf old, Expression by) {
        return in instanceof Path path
                ? new Path(path.steps().stream()
                        .map(step -> new Step(step.axis(), step.name(), replaceEach(step.predicates(), old, by)))
                        .toList())
                : in;
    }

    private static List<Expression> replaceEach(List<Expression> terms, AnyOf old, Expression by) {
        return terms.stream().map(term -> replace(term, old, by)).toList();
    }
}
