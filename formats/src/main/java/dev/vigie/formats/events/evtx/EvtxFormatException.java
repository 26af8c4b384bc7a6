package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Problem;
import java.io.IOException;

/** A file that is no event log at all. Damage inside an event log is never thrown. */
public final class EvtxFormatException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    /** An exception that carries a problem. */
    public EvtxFormatException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** What is wrong, as data. */
    public Problem problem() {
        return problem;
    }
}
