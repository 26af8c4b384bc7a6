package dev.vigie.formats.events.query;

import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;

/**
 * An event query in the XPath subset of Windows (MS-EVEN6 2.2.15).
 *
 * <p>Immutable and safe for use by several threads. Two queries are equal when their canonical texts are.
 *
 * <p>Queries of up to 65,536 characters, 64 nested brackets and 4,096 expressions are read; Windows itself stops at
 * about 22 expressions, which {@link QueryLint} reports.
 */
public final class EventQuery implements EventFilter {
    private final Expression root;
    private final Condition condition;

    private EventQuery(Expression root) {
        this.root = root;
        this.condition = ConditionCompiler.compile(root);
    }

    /**
     * Reads a query.
     *
     * @throws QuerySyntaxException when Windows would refuse it as no query, or it is beyond the limits
     */
    public static EventQuery parse(String xpath) throws QuerySyntaxException {
        return of(QueryParser.parse(xpath));
    }

    static EventQuery of(ParsedQuery parsed) {
        return new EventQuery(parsed.root());
    }

    @Override
    public Decision decide(EventCursor event, QueryContext context) {
        return condition.decide(event, context);
    }

    @Override
    public boolean matches(EventCursor event, QueryContext context) {
        return switch (decide(event, context)) {
            case MATCH -> true;
            case NO_MATCH -> false;
            case NEEDS_PAYLOAD -> evaluate(event.toEvent(), context);
        };
    }

    /** Evaluates on the tree alone. */
    boolean evaluate(Event event, QueryContext context) {
        return new TreeEvaluator(event, context).matches(root);
    }

    @Override
    public SystemConstraints systemConstraints(QueryContext context) {
        return condition.constraints(context);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventQuery query && root.equals(query.root);
    }

    @Override
    public int hashCode() {
        return root.hashCode();
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
