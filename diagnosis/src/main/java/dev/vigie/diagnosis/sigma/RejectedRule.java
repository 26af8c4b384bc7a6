package dev.vigie.diagnosis.sigma;

import java.nio.file.Path;
import java.util.List;

/**
 * A rule that was read and is not used, with every reason.
 *
 * @param file its file
 * @param line where its document starts
 * @param title its title, may be empty
 * @param findings one or more
 */
public record RejectedRule(Path file, int line, String title, List<RuleFinding> findings) {
    /** Copies the findings. */
    public RejectedRule {
        findings = List.copyOf(findings);
    }
}
