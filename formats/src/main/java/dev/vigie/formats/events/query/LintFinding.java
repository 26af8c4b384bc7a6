package dev.vigie.formats.events.query;

import dev.vigie.formats.events.query.ParsedQuery.Span;
import java.util.List;
import java.util.Optional;

/**
 * Something in a query that probably does not do what its author meant.
 *
 * @param code what
 * @param start where it starts, in characters
 * @param end where it ends
 * @param arguments what the sentence of the code needs, in the code's order
 * @param corrected the whole text with this put right, where there is one way to do it
 */
public record LintFinding(QueryLintCode code, int start, int end, List<Object> arguments, Optional<String> corrected) {
    /** Copies the arguments. */
    public LintFinding {
        arguments = List.copyOf(arguments);
    }

    static LintFinding of(QueryLintCode code, Span span, Object... arguments) {
        return new LintFinding(code, span.start(), span.end(), List.of(arguments), Optional.empty());
    }

    LintFinding corrected(String text) {
        return new LintFinding(code, start, end, arguments, Optional.of(text));
    }

    Span span() {
        return new Span(start, end);
    }
}
