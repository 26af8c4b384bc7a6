package dev.vigie.formats.events.query;

import dev.vigie.formats.events.EventCursor;

/** Something that selects events: an XPath query or a QueryList. Immutable and safe for use by several threads. */
public sealed interface EventFilter permits EventQuery, QueryList {
    /**
     * Reads either form: a text whose first character that is no blank is {@code <} is XML, anything else XPath.
     *
     * @throws QuerySyntaxException when it is neither
     */
    static EventFilter parse(String text) throws QuerySyntaxException {
        return isXml(text) ? QueryList.parse(text) : EventQuery.parse(text);
    }

    /** What the System fields alone say of an event; never builds its tree. */
    Decision decide(EventCursor event, QueryContext context);

    /** Whether an event is selected; builds its tree only where {@link #decide} needs the payload. */
    boolean matches(EventCursor event, QueryContext context);

    /** What every selected event fulfils, for readers that can skip what cannot match. */
    SystemConstraints systemConstraints(QueryContext context);

    /** The canonical text, which parses to an equal filter. */
    @Override
    String toString();

    /** Whether a text is to be read as XML. */
    static boolean isXml(String text) {
        int at = 0;
        while (at < text.length() && (Lexer.isBlank(text.charAt(at)) || text.charAt(at) == '\uFEFF')) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '<';
    }
}
