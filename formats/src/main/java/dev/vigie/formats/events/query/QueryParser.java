package dev.vigie.formats.events.query;

import dev.vigie.formats.events.query.Expression.AllOf;
import dev.vigie.formats.events.query.Expression.AnyOf;
import dev.vigie.formats.events.query.Expression.Band;
import dev.vigie.formats.events.query.Expression.Comparison;
import dev.vigie.formats.events.query.Expression.Position;
import dev.vigie.formats.events.query.Expression.TimeDiff;
import dev.vigie.formats.events.query.Lexer.Kind;
import dev.vigie.formats.events.query.Lexer.Token;
import dev.vigie.formats.events.query.ParsedQuery.Span;
import dev.vigie.formats.events.query.Path.Axis;
import dev.vigie.formats.events.query.Path.Step;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XPath subset of event queries (MS-EVEN6 2.2.15) by recursive descent.
 *
 * <pre>
 * or       := and ('or' and)*
 * and      := term ('and' term)*
 * term     := operand (('='|'!='|'&lt;'|'&lt;='|'&gt;'|'&gt;=') operand)? | '(' or ')'
 * operand  := path | string | number | band(x,y) | timediff(t[,u]) | position()
 * path     := step ('/' step)*
 * step     := ('@'? (name|'*') | 'text()') ('[' or ']')*
 * </pre>
 *
 * <p>Every path of the top level must start with {@code *} or {@code Event}: only events can be selected.
 */
final class QueryParser {
    static final int MAX_LENGTH = 1 << 16;
    static final int MAX_DEPTH = 64;
    static final int MAX_EXPRESSIONS = 4096;
    private static final Set<String> FUNCTIONS = Set.of("band", "timediff", "position");
    private final IdentityHashMap<Object, Span> spans = new IdentityHashMap<>();
    private final Lexer lexer;
    private Token token;
    private int lastEnd;
    private int depth;
    private int terms;
    private int expressions;

    private QueryParser(String text, int from) throws QuerySyntaxException {
        lexer = new Lexer(text, from);
        token = lexer.next();
    }

    static ParsedQuery parse(String text) throws QuerySyntaxException {
        if (text.length() > MAX_LENGTH) {
            throw new QuerySyntaxException(QueryProblem.TOO_LONG, MAX_LENGTH, text.length(), MAX_LENGTH);
        }
        QueryParser parser = new QueryParser(text, 0);
        if (parser.token.kind() == Kind.END) {
            throw new QuerySyntaxException(QueryProblem.EMPTY, 0);
        }
        Expression root = parser.anyOf();
        if (parser.token.kind() != Kind.END) {
            throw parser.unexpected();
        }
        parser.verifySelectsEvents(root);
        return new ParsedQuery(root, parser.spans, parser.expressions);
    }

    /** Reads one term that starts at an offset of a longer text, such as the operand of a refused function. */
    static ParsedQuery parseTerm(String text, int from) throws QuerySyntaxException {
        QueryParser parser = new QueryParser(text, from);
        int start = parser.token.start();
        Expression term = parser.term();
        parser.spans.put(term, new Span(start, parser.lastEnd));
        return new ParsedQuery(term, parser.spans, parser.expressions);
    }

    /** Every term of the top level must hold a path, and every such path must start at an event. */
    private void verifySelectsEvents(Expression expression) throws QuerySyntaxException {
        switch (expression) {
            case AnyOf any -> verifyEach(any.terms());
            case AllOf all -> verifyEach(all.terms());
            default -> {
                if (!startsAtEvent(expression)) {
                    throw selectsNoEvent(expression);
                }
            }
        }
    }

    private void verifyEach(List<Expression> terms) throws QuerySyntaxException {
        for (Expression term : terms) {
            verifySelectsEvents(term);
        }
    }

    private boolean startsAtEvent(@Nullable Expression term) throws QuerySyntaxException {
        return switch (term) {
            case Comparison comparison -> oneStartsAtEvent(comparison.left(), comparison.right());
            case Band band -> oneStartsAtEvent(band.left(), band.right());
            case TimeDiff diff -> oneStartsAtEvent(diff.first(), diff.second());
            case Path path -> {
                Step first = path.first();
                if (first.axis() != Axis.ELEMENT || !first.takes("Event")) {
                    throw selectsNoEvent(first);
                }
                yield true;
            }
            case null, default -> false;
        };
    }

    /** Both sides are verified, even where the first already selects events. */
    private boolean oneStartsAtEvent(Operand left, @Nullable Operand right) throws QuerySyntaxException {
        boolean first = startsAtEvent(left);
        boolean second = startsAtEvent(right);
        return first || second;
    }

    private QuerySyntaxException selectsNoEvent(Object node) {
        Span span = spans.getOrDefault(node, Span.NONE);
        String name = node instanceof Step step ? step.name() : node.toString();
        return new QuerySyntaxException(QueryProblem.SELECTS_NO_EVENT, span.start(), name);
    }

    private Expression anyOf() throws QuerySyntaxException {
        int start = token.start();
        List<Expression> terms = new ArrayList<>();
        do {
            Expression term = allOf();
            terms.addAll(term instanceof AnyOf any ? any.terms() : List.of(term));
        } while (takeWord("or"));
        return terms.size() == 1 ? terms.getFirst() : placed(new AnyOf(terms), start);
    }

    private Expression allOf() throws QuerySyntaxException {
        int start = token.start();
        List<Expression> terms = new ArrayList<>();
        int operands = 0;
        Expression term;
        do {
            term = term();
            operands++;
            terms.addAll(term instanceof AllOf all ? all.terms() : List.of(term));
        } while (takeWord("and"));
        return operands == 1 ? term : placed(new AllOf(terms), start);
    }

    private Expression term() throws QuerySyntaxException {
        if (take("(")) {
            enter();
            Expression inner = anyOf();
            leave(")");
            return inner;
        }
        if (++terms > MAX_EXPRESSIONS) {
            throw new QuerySyntaxException(QueryProblem.TOO_MANY_EXPRESSIONS, token.start(), MAX_EXPRESSIONS);
        }
        int start = token.start();
        Operand left = operand();
        Operator operator = takeOperator();
        if (operator != null || !(left instanceof Path path) || !path.hasPredicates()) {
            expressions++;
        }
        return operator == null ? left : placed(new Comparison(left, operator, operand()), start);
    }

    private @Nullable Operator takeOperator() throws QuerySyntaxException {
        for (Operator operator : Operator.values()) {
            if (take(operator.sign())) {
                return operator;
            }
        }
        return null;
    }

    private Operand operand() throws QuerySyntaxException {
        Token first = token;
        return switch (first.kind()) {
            case STRING -> {
                advance();
                yield placed(Literal.string(first.text()), first.start());
            }
            case NUMBER -> {
                advance();
                yield placed(Literal.number(first.text()), first.start());
            }
            case FUNCTION -> first.text().equals("text") ? path() : function();
            default -> path();
        };
    }

    private Operand function() throws QuerySyntaxException {
        Token name = token;
        String function = name.text().toLowerCase(Locale.ROOT);
        if (!FUNCTIONS.contains(function)) {
            throw new QuerySyntaxException(QueryProblem.UNKNOWN_FUNCTION, name.start(), name.text());
        }
        enter();
        advance();
        advance();
        List<Operand> arguments = new ArrayList<>();
        while (!token.is(")")) {
            if (!arguments.isEmpty()) {
                expect(",");
            }
            arguments.add(operand());
        }
        leave(")");
        return placed(call(function, arguments, name), name.start());
    }

    /** Names are taken in any case: MS-EVEN6 writes {@code band}, the programmers' guide {@code Band}. */
    private static Operand call(String function, List<Operand> arguments, Token name) throws QuerySyntaxException {
        int count = arguments.size();
        if (function.equals("band") && count == 2) {
            return new Band(arguments.getFirst(), arguments.getLast());
        }
        if (function.equals("timediff") && (count == 1 || count == 2)) {
            return new TimeDiff(arguments.getFirst(), count == 2 ? arguments.getLast() : null);
        }
        if (function.equals("position") && count == 0) {
            return new Position();
        }
        throw new QuerySyntaxException(QueryProblem.WRONG_ARGUMENTS, name.start(), name.text());
    }

    private Path path() throws QuerySyntaxException {
        int start = token.start();
        refuseAbsolute();
        List<Step> steps = new ArrayList<>();
        do {
            if (!steps.isEmpty() && steps.getLast().axis() != Axis.ELEMENT) {
                throw new QuerySyntaxException(QueryProblem.STEP_AFTER_LEAF, token.start());
            }
            steps.add(step());
        } while (take("/"));
        if (token.is("//")) {
            throw new QuerySyntaxException(QueryProblem.DESCENDANT_PATH, token.start());
        }
        return placed(new Path(steps), start);
    }

    private void refuseAbsolute() throws QuerySyntaxException {
        if (token.is("//")) {
            throw new QuerySyntaxException(QueryProblem.DESCENDANT_PATH, token.start());
        }
        if (token.is("/")) {
            throw new QuerySyntaxException(QueryProblem.ABSOLUTE_PATH, token.start());
        }
    }

    private Step step() throws QuerySyntaxException {
        int start = token.start();
        Axis axis = take("@") ? Axis.ATTRIBUTE : Axis.ELEMENT;
        String name;
        if (axis == Axis.ELEMENT && token.kind() == Kind.FUNCTION && token.text().equals("text")) {
            axis = Axis.TEXT;
            name = "text()";
            advance();
            expect("(");
            expect(")");
        } else {
            name = nodeName();
        }
        Step step = new Step(axis, name, predicates());
        spans.put(step, new Span(start, lastEnd));
        return step;
    }

    private String nodeName() throws QuerySyntaxException {
        Token name = token;
        if (name.is("*")) {
            advance();
            return Step.ANY;
        }
        if (name.kind() == Kind.FUNCTION) {
            throw new QuerySyntaxException(QueryProblem.UNKNOWN_FUNCTION, name.start(), name.text());
        }
        if (name.kind() != Kind.NAME) {
            throw unexpected();
        }
        advance();
        if (token.is("::")) {
            throw new QuerySyntaxException(QueryProblem.UNSUPPORTED_AXIS, name.start(), name.text() + "::");
        }
        if (token.is(":")) {
            throw new QuerySyntaxException(QueryProblem.NAMESPACE_PREFIX, name.start(), name.text());
        }
        return name.text();
    }

    private List<Expression> predicates() throws QuerySyntaxException {
        List<Expression> predicates = new ArrayList<>();
        while (take("[")) {
            enter();
            predicates.add(anyOf());
            leave("]");
        }
        return predicates;
    }

    private void enter() throws QuerySyntaxException {
        if (++depth > MAX_DEPTH) {
            throw new QuerySyntaxException(QueryProblem.TOO_DEEP, token.start(), MAX_DEPTH);
        }
    }

    private void leave(String sign) throws QuerySyntaxException {
        expect(sign);
        depth--;
    }

    private <T extends Expression> T placed(T node, int start) {
        spans.put(node, new Span(start, lastEnd));
        return node;
    }

    private void advance() throws QuerySyntaxException {
        lastEnd = token.end();
        token = lexer.next();
    }

    private boolean take(String sign) throws QuerySyntaxException {
        if (!token.is(sign)) {
            return false;
        }
        advance();
        return true;
    }

    private boolean takeWord(String word) throws QuerySyntaxException {
        if (!token.isWord(word)) {
            return false;
        }
        advance();
        return true;
    }

    private void expect(String sign) throws QuerySyntaxException {
        if (!take(sign)) {
            throw unexpected();
        }
    }

    private QuerySyntaxException unexpected() {
        if (token.kind() == Kind.END) {
            return new QuerySyntaxException(QueryProblem.UNEXPECTED_END, token.start());
        }
        QueryProblem code = token.kind() != Kind.SIGN ? QueryProblem.UNEXPECTED_TOKEN : switch (token.text()) {
            case "//" -> QueryProblem.DESCENDANT_PATH;
            case "$" -> QueryProblem.VARIABLE;
            case ".", ".." -> QueryProblem.UNSUPPORTED_AXIS;
            case "|", "+", "-", "*" -> QueryProblem.UNSUPPORTED_OPERATOR;
            default -> QueryProblem.UNEXPECTED_TOKEN;
        };
        return new QuerySyntaxException(code, token.start(), token.text());
    }
}
