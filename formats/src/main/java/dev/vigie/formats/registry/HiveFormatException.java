package dev.vigie.formats.registry;

import dev.vigie.formats.Problem;
import java.io.IOException;

/** A file that is no hive at all. Damage inside a hive is never thrown. */
public final class HiveFormatException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    /** An exception that carries a problem. */
    public HiveFormatException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** What is wrong, as data. */
    public Problem problem() {
        return problem;
    }
}
