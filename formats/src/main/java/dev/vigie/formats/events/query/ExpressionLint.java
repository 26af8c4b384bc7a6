package dev.vigie.formats.events.query;

import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.query.ConditionCompiler.At;
import dev.vigie.formats.events.query.Expression.AllOf;
import dev.vigie.formats.events.query.Expression.AnyOf;
import dev.vigie.formats.events.query.Expression.Band;
import dev.vigie.formats.events.query.Expression.Comparison;
import dev.vigie.formats.events.query.Expression.Position;
import dev.vigie.formats.events.query.Expression.TimeDiff;
import dev.vigie.formats.events.query.Path.Axis;
import dev.vigie.formats.events.query.Path.Step;
import dev.vigie.formats.windows.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds traps in the logic of a parsed query: what can never or always hold, and what holds for the wrong reason. */
final class ExpressionLint {
    /* Only the shape of the constraints counts here, so any time will do that lies far enough from both ends. */
    private static final QueryContext SOME_TIME = QueryContext.of(FileTime.of(Instant.EPOCH));
    private final QueryEditor editor;
    private final NameLint names;
    private final LiteralLint literals;
    private boolean contradictory;

    ExpressionLint(QueryEditor editor, VocabularyLint vocabulary) {
        this.editor = editor;
        this.names = new NameLint(editor);
        this.literals = new LiteralLint(editor, vocabulary);
    }

    void lint() {
        Expression root = editor.query().root();
        visit(root, At.DOCUMENT);
        if (!contradictory && ConditionCompiler.compile(root).constraints(SOME_TIME).areImpossible()) {
            editor.report(QueryLintCode.NEVER_MATCHES, root);
        }
    }

    private void visit(Expression expression, At at) {
        switch (expression) {
            case AnyOf any -> {
                alwaysTrue(any);
                any.terms().forEach(term -> visit(term, at));
            }
            case AllOf all -> {
                contradiction(all, at);
                uncorrelated(all);
                all.terms().forEach(term -> visit(term, at));
            }
            case Comparison comparison -> visit(comparison, at);
            case Path path -> visit(path, at);
            case Band(Operand left, Operand right) -> {
                visit(left, at);
                visit(right, at);
                bits(left, right, at);
            }
            case TimeDiff(Operand first, Operand second) -> {
                visit(first, at);
                if (second != null) {
                    visit(second, at);
                }
            }
            case Literal _,Position _ -> {
                // Nothing to say.
            }
        }
    }

    private void visit(Comparison comparison, At at) {
        if (comparison.right() instanceof Path word && names.isUnquotedString(comparison, word, at)) {
            visit(comparison.left(), at);
            editor.replace(QueryLintCode.UNQUOTED_STRING, word, "'" + word + "'", word.toString());
            return;
        }
        visit(comparison.left(), at);
        visit(comparison.right(), at);
        if (comparison.left() instanceof Path path && comparison.right() instanceof Literal literal) {
            At end = end(path, at);
            literals.lint(path, end, literal);
            lacking(comparison, path, end);
        }
    }

    private void bits(Operand left, Operand right, At at) {
        if (left instanceof Path path && right instanceof Literal literal) {
            literals.lint(path, end(path, at), literal);
        } else if (right instanceof Path path && left instanceof Literal literal) {
            literals.lint(path, end(path, at), literal);
        }
    }

    private void visit(Path path, At from) {
        names.eventPrefix(path, from);
        At at = from;
        for (Step step : path.steps()) {
            names.lint(step, at);
            At inner = step.axis() == Axis.ELEMENT ? NameLint.follow(step, at) : at;
            for (Expression predicate : step.predicates()) {
                positional(step, predicate, inner);
                visit(predicate, inner);
            }
            at = inner;
        }
    }

    private static At end(Path path, At from) {
        At at = from;
        for (Step step : path.steps()) {
            at = step.axis() == Axis.ELEMENT ? NameLint.follow(step, at) : at;
        }
        return at;
    }

    private void positional(Step step, Expression predicate, At inner) {
        if (inner.scope() == Scope.OTHER && predicate instanceof Literal literal && !literal.quoted()) {
            editor.report(QueryLintCode.POSITIONAL, step, literal.text());
        }
    }

    private void lacking(Comparison comparison, Path path, At end) {
        boolean payload = end.scope() == Scope.OTHER && path.last().axis() != Axis.ATTRIBUTE;
        if (comparison.operator() == Operator.NE && payload) {
            editor.report(QueryLintCode.LACKING_NOT_SELECTED, comparison, path.toString());
        }
    }

    private void alwaysTrue(AnyOf any) {
        Set<String> values = any.terms().stream().map(ExpressionLint::unequal).collect(Collectors.toSet());
        Set<String> paths = any.terms().stream()
                .map(term -> term instanceof Comparison comparison ? comparison.left().toString() : "")
                .collect(Collectors.toSet());
        boolean allUnequal = values.stream().noneMatch(String::isEmpty);
        if (allUnequal && values.size() > 1 && paths.size() == 1) {
            String and = new AllOf(any.terms()).toString();
            editor.replace(QueryLintCode.ALWAYS_TRUE, any, "(" + and + ")", paths.iterator().next());
        }
    }

    /** The literal of {@code path!=literal}; empty for anything else. */
    private static String unequal(Expression term) {
        return term instanceof Comparison(Path _, Operator operator, Literal literal) && operator == Operator.NE
                ? literal.toString()
                : "";
    }

    private void contradiction(AllOf all, At at) {
        SystemConstraints together = SystemConstraints.NONE;
        boolean eachPossible = true;
        for (Expression term : all.terms()) {
            SystemConstraints constraints = ConditionCompiler.compile(term, at).constraints(SOME_TIME);
            eachPossible &= !constraints.areImpossible();
            together = together.and(constraints);
        }
        if (eachPossible && together.areImpossible()) {
            contradictory = true;
            editor.report(QueryLintCode.NEVER_MATCHES, all,
                    together.impossibleField().map(SystemField::element).orElse(""));
        }
    }

    /** {@code Data[@Name='n'] and Data='v'} where {@code Data[@Name='n']='v'} is meant. */
    private void uncorrelated(AllOf all) {
        List<Expression> terms = all.terms();
        for (int i = 0; i + 1 < terms.size(); i++) {
            if (terms.get(i) instanceof Path path && terms.get(i + 1) instanceof Comparison comparison) {
                String name = namedData(path);
                if (name != null && isAnyData(comparison)) {
                    List<Expression> merged = new ArrayList<>(terms);
                    merged.set(i, new Comparison(path, comparison.operator(), comparison.right()));
                    merged.remove(i + 1);
                    String correlated = merged.stream().map(Expression::toString).collect(Collectors.joining(" and "));
                    editor.replace(QueryLintCode.UNCORRELATED, all, correlated, name, comparison.right().toString());
                }
            }
        }
    }

    private static @Nullable String namedData(Path path) {
        Step step = path.last();
        return path.steps().size() == 1 && step.isElement("Data") && step.predicates().size() == 1
                && step.predicates().getFirst() instanceof Comparison(Path name, Operator operator, Literal literal)
                && operator == Operator.EQ && name.toString().equals("@Name") ? literal.text() : null;
    }

    private static boolean isAnyData(Comparison comparison) {
        return comparison.left().toString().equals("Data") && comparison.right() instanceof Literal;
    }
}
