package dev.vigie.formats.registry;

import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.Severity;

/** What can be wrong in a .reg file; the record of a problem's place is the number of the line, from 1. */
public enum RegProblem implements ProblemCode {
    /** The first line is not that of a .reg file; it is read all the same. Arguments: the line. */
    NO_HEADER("reg.file.no-header", Severity.WARNING),
    /** A line that is no key, no value and no comment; arguments: the line. */
    BAD_LINE("reg.line.unreadable", Severity.DAMAGE),
    /** A value without a key before it; arguments: the line. */
    NO_KEY("reg.line.no-key", Severity.DAMAGE),
    /** Data that are not what they say they are; arguments: the line. */
    BAD_DATA("reg.value.bad-data", Severity.DAMAGE);

    private final String key;
    private final Severity severity;

    RegProblem(String key, Severity severity) {
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
