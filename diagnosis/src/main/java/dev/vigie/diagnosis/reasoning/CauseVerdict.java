package dev.vigie.diagnosis.reasoning;

import dev.vigie.diagnosis.knowledge.Cause;
import java.util.List;
import java.util.Optional;

/**
 * What is said of one cause.
 *
 * @param cause the cause
 * @param word the word
 * @param score the sum of its prior and the lines that count
 * @param lead by how much the score is above that of the best rival; negative when a rival is ahead
 * @param rival that rival; empty for <em>something else</em>
 * @param lines what speaks for and against it
 * @param reason why it is ruled out, if it is
 * @param signal the signal behind that reason, or the one that cleared a past cause
 */
public record CauseVerdict(Cause cause, Word word, double score, double lead, Optional<String> rival,
        List<ScoreLine> lines, Optional<Reason> reason, Optional<String> signal) {
    /** Copies the lines. */
    public CauseVerdict {
        lines = List.copyOf(lines);
    }
}
