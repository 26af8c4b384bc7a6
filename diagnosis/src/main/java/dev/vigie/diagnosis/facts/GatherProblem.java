package dev.vigie.diagnosis.facts;

import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.Severity;

/** What can be wrong while sources are gathered. */
public enum GatherProblem implements ProblemCode {
    /** A source could not be read to its end; arguments: the system's message. */
    SOURCE_UNREADABLE("gather.source.unreadable", Severity.DAMAGE),
    /** A source held no record at all. */
    SOURCE_EMPTY("gather.source.empty", Severity.NOTE),
    /** More problems than are kept; arguments: how many more. */
    MORE_PROBLEMS("gather.source.more-problems", Severity.NOTE),
    /** Several computers wrote the logs of one named role; arguments: the role, their names. */
    SEVERAL_COMPUTERS("gather.role.several-computers", Severity.WARNING),
    /** Too many events of one kind to keep all; arguments: the computer, the selector, how many were dropped. */
    TOO_MANY_EVENTS("gather.events.too-many", Severity.NOTE);

    private final String key;
    private final Severity severity;

    GatherProblem(String key, Severity severity) {
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
