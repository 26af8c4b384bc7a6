package dev.vigie.formats.events.evtx;

import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.Severity;

/** What can be wrong in an event log file. */
public enum EvtxProblem implements ProblemCode {
    /** The file does not start with the magic of an event log; arguments: the first bytes in hexadecimal. */
    NOT_AN_EVENT_LOG("evtx.file.not-an-event-log", Severity.DAMAGE);

    private final String key;
    private final Severity severity;

    EvtxProblem(String key, Severity severity) {
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
