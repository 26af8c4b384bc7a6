package dev.vigie.formats.archives;

import dev.vigie.formats.Problem;
import java.io.IOException;

/** A member or archive that is not read: encrypted, packed in an unknown way, or beyond a limit. Damage is not thrown. */
public final class ArchiveException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    /** An exception that carries a problem. */
    public ArchiveException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** What is wrong, as data. */
    public Problem problem() {
        return problem;
    }
}
