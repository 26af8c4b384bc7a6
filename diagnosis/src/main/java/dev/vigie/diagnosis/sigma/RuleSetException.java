package dev.vigie.diagnosis.sigma;

import java.nio.file.Path;

/** A file that stands beside the rules, such as a mapping of log sources, cannot be used. */
public final class RuleSetException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Path file;
    private final transient RuleFinding finding;

    RuleSetException(Path file, RuleFinding finding) {
        super(file + ":" + finding.line() + " " + finding.code().key());
        this.file = file;
        this.finding = finding;
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** What is wrong with it. */
    public RuleFinding finding() {
        return finding;
    }
}
