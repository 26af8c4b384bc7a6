package dev.vigie.formats.events.text;

import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.Severity;

/**
 * What can be wrong in event XML. The place of each is where the event begins; line and column count from 1 in the
 * whole source.
 */
public enum XmlProblem implements ProblemCode {
    /** An event is not well-formed and was left out; arguments: line, column, the parser's reason. */
    NOT_WELL_FORMED("xml.event.not-well-formed", Severity.DAMAGE),
    /**
     * An event is not well-formed after its System element; the children that were whole are given, the rest is lost;
     * arguments: line, column, the parser's reason.
     */
    CUT_SHORT("xml.event.cut-short", Severity.DAMAGE),
    /** An event's size in bytes is beyond the limit and its end was left out; arguments: the limit. */
    TOO_LARGE("xml.event.too-large", Severity.DAMAGE),
    /** An event held characters that XML does not allow, which were replaced by U+FFFD; arguments: how many. */
    INVALID_CHARACTERS("xml.event.invalid-characters", Severity.WARNING),
    /**
     * An event held bytes that its encoding does not allow, which were replaced by U+FFFD; arguments: the encoding that
     * was assumed.
     */
    UNDECODABLE("xml.event.undecodable", Severity.DAMAGE),
    /** The source declares an encoding that is unknown; UTF-8 was assumed; arguments: the declared name. */
    UNKNOWN_ENCODING("xml.encoding.unknown", Severity.WARNING),
    /** No event was found in the source, which is not empty; no arguments. */
    NO_EVENT("xml.no-event", Severity.NOTE);

    private final String key;
    private final Severity severity;

    XmlProblem(String key, Severity severity) {
        this.key = key;
        this.severity = severity;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
