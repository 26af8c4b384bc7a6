package dev.vigie.diagnosis.knowledge;

import dev.vigie.diagnosis.facts.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The parser of signals, by recursive descent over the grammar of {@code docs/knowledge.md}. */
final class ExpressionParser {
    private final TokenReader tokens;
    private final ConditionParser conditions;

    private ExpressionParser(String text) throws ExpressionException {
        tokens = new TokenReader(text);
        conditions = new ConditionParser(tokens);
    }

    /** Reads a signal. */
    static Expression signal(String text) throws ExpressionException {
        ExpressionParser parser = new ExpressionParser(text);
        Expression expression = parser.disjunction();
        parser.tokens.expectEnd();
        return expression;
    }

    /** Reads a condition on one event. */
    static Condition condition(String text) throws ExpressionException {
        ExpressionParser parser = new ExpressionParser(text);
        Condition condition = parser.conditions.disjunction();
        parser.tokens.expectEnd();
        return condition;
    }

    /** Reads a selection. */
    static Selection selection(String text) throws ExpressionException {
        ExpressionParser parser = new ExpressionParser(text);
        Selection selection = parser.selection();
        parser.tokens.expectEnd();
        return selection;
    }

    private Expression disjunction() throws ExpressionException {
        List<Expression> terms = new ArrayList<>();
        do {
            terms.add(conjunction());
        } while (tokens.accept("or"));
        return terms.size() == 1 ? terms.getFirst() : new Expression.Or(terms);
    }

    private Expression conjunction() throws ExpressionException {
        List<Expression> terms = new ArrayList<>();
        do {
            terms.add(negation());
        } while (tokens.accept("and"));
        return terms.size() == 1 ? terms.getFirst() : new Expression.And(terms);
    }

    private Expression negation() throws ExpressionException {
        tokens.enter();
        try {
            if (tokens.accept("not")) {
                return new Expression.Not(negation());
            }
            if (tokens.accept("(")) {
                Expression inner = disjunction();
                tokens.expect(")");
                return inner;
            }
            return test();
        } finally {
            tokens.leave();
        }
    }

    private Expression test() throws ExpressionException {
        Token keyword = tokens.next();
        return switch (keyword.text()) {
            case "exists" -> new Expression.Exists(selection(), relation());
            case "count" -> new Expression.Count(selection(), tokens.comparison(), tokens.integer());
            case "last" -> end(End.LAST);
            case "first" -> end(End.FIRST);
            case "fact" -> fact();
            case "signal" -> new Expression.SignalIs(tokens.name("a signal"));
            case "machine-is" -> new Expression.MachineIs(role());
            default -> throw new ExpressionException(keyword.position(),
                    "expected exists, count, last, first, fact, signal, machine-is, not or '(' but found "
                            + keyword.shown());
        };
    }

    private Expression end(End end) throws ExpressionException {
        Selection selection = selection();
        tokens.expect("is");
        tokens.expect("[");
        Condition condition = conditions.disjunction();
        tokens.expect("]");
        return new Expression.EndIs(end, selection, condition);
    }

    private Expression fact() throws ExpressionException {
        String name = tokens.name("a fact");
        tokens.expect("is");
        TreeSet<String> outcomes = new TreeSet<>();
        if (tokens.accept("{")) {
            do {
                outcomes.add(tokens.name("an outcome"));
            } while (tokens.accept(","));
            tokens.expect("}");
        } else {
            outcomes.add(tokens.name("an outcome"));
        }
        return new Expression.FactIs(name, outcomes);
    }

    private Role role() throws ExpressionException {
        Token token = tokens.next();
        for (Role role : Role.values()) {
            if (token.is(role.key())) {
                return role;
            }
        }
        throw new ExpressionException(token.position(), "expected machine, client or ca but found " + token.shown());
    }

    private Selection selection() throws ExpressionException {
        String set = tokens.name("an event set");
        if (!tokens.accept("[")) {
            return new Selection(set, Optional.empty());
        }
        Condition condition = conditions.disjunction();
        tokens.expect("]");
        return new Selection(set, Optional.of(condition));
    }

    private Optional<Relation> relation() throws ExpressionException {
        if (tokens.accept("after")) {
            return Optional.of(order(true));
        }
        if (tokens.accept("before")) {
            return Optional.of(order(false));
        }
        if (tokens.accept("within")) {
            Duration distance = tokens.duration();
            tokens.expect("of");
            return Optional.of(new Relation.Within(distance, selection(), same()));
        }
        boolean negated = tokens.peek().is("not") && tokens.peekSecond().is("followed");
        if (negated) {
            tokens.next();
        }
        return tokens.accept("followed") ? Optional.of(followed(negated)) : Optional.empty();
    }

    private Relation order(boolean after) throws ExpressionException {
        Token end = tokens.next();
        if (!end.is("first") && !end.is("last")) {
            throw new ExpressionException(end.position(), "expected first or last but found " + end.shown());
        }
        return new Relation.Order(after, end.is("first") ? End.FIRST : End.LAST, selection());
    }

    private Relation followed(boolean negated) throws ExpressionException {
        tokens.expect("by");
        Selection other = selection();
        Optional<Duration> distance = tokens.accept("within") ? Optional.of(tokens.duration()) : Optional.empty();
        return new Relation.Followed(negated, other, distance, same());
    }

    private List<Field> same() throws ExpressionException {
        if (!tokens.accept("same")) {
            return List.of();
        }
        tokens.expect("(");
        List<Field> fields = new ArrayList<>();
        do {
            fields.add(conditions.field());
        } while (tokens.accept(","));
        tokens.expect(")");
        return fields;
    }
}
