package dev.vigie.formats.events.messages;

import dev.vigie.formats.Problem;
import java.io.IOException;

/** A file that is no message catalogue, or one that cannot be trusted. */
public final class CatalogueFormatException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    /** An exception that carries a problem. */
    public CatalogueFormatException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** What is wrong, as data. */
    public Problem problem() {
        return problem;
    }
}
