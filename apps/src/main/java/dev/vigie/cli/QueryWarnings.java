package dev.vigie.cli;

import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.LintFinding;
import dev.vigie.formats.events.query.QueryLimits;
import dev.vigie.formats.events.query.QuerySyntaxException;

/** Reads the query of a command, and says what Windows would refuse of it. */
final class QueryWarnings {
    private QueryWarnings() {
    }

    /** The filter a text asks for. */
    static EventFilter parse(Session session, String text) {
        try {
            EventFilter filter = EventFilter.parse(text);
            tell(session, text);
            return filter;
        } catch (QuerySyntaxException e) {
            throw QueryErrors.refusal(text, e, session.texts());
        }
    }

    /** Tells on standard error which limits of Windows a query exceeds. */
    static void tell(Session session, String text) {
        for (LintFinding finding : QueryLimits.exceeded(text)) {
            String sentence = session.texts().get("problem." + finding.code().key(), finding.arguments().toArray());
            session.tell(finding.corrected().isPresent() ? "query.limit.split" : "query.limit", sentence);
        }
    }
}
