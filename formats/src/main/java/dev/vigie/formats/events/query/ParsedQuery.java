package dev.vigie.formats.events.query;

import java.util.IdentityHashMap;

/**
 * A query's tree and where in the text its nodes stand.
 *
 * @param root the tree
 * @param spans the place of each {@link Expression} and {@link Path.Step}, by identity
 * @param expressions how many expressions it has, as Windows limits them: comparisons, and functions and
 *        paths without predicates that stand alone
 */
record ParsedQuery(Expression root, IdentityHashMap<Object, Span> spans, int expressions) {
    /** Where a node stands; an empty span for a node that is not of this query. */
    Span span(Object node) {
        return spans.getOrDefault(node, Span.NONE);
    }

    /**
     * A range of the text.
     *
     * @param start its first character
     * @param end the character after its last
     */
    record Span(int start, int end) {
        static final Span NONE = new Span(0, 0);

        String of(String text) {
            return text.substring(start, end);
        }
    }
}
