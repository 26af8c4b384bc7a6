package dev.vigie.formats.events.text;

import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.Severity;

/** What can be wrong in event XML. */
public enum XmlProblem implements ProblemCode {
    /** The document is not well-formed; arguments: line, column, the parser's reason. */
    NOT_WELL_FORMED("xml.not-well-formed", Severity.DAMAGE);

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
