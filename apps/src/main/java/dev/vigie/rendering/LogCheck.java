package dev.vigie.rendering;

import dev.vigie.formats.Problem;
import dev.vigie.formats.Severity;
import dev.vigie.formats.events.Recovery.Origin;
import dev.vigie.formats.events.evtx.EvtxSummary;
import dev.vigie.formats.events.evtx.Listed;
import java.util.Map;
import java.util.Optional;

/**
 * What a check says of one file.
 *
 * @param file its name
 * @param summary the summary of an event log; empty for a file of another form
 * @param events how many events could be read
 * @param problems what is wrong
 * @param outcome what it comes to
 * @param recoverable how many records recovery would give, by where they lie; empty when nobody asked
 */
public record LogCheck(String file, Optional<EvtxSummary> summary, long events, Listed<Problem> problems,
        Outcome outcome, Optional<Map<Origin, Long>> recoverable) {
    /** What a check comes to. */
    public enum Outcome {
        /** Nothing was lost. */
        WHOLE,
        /** Something was lost. */
        DAMAGED,
        /** Nothing could be read. */
        UNREADABLE;

        /**
         * The outcome for a file.
         *
         * @param holdsNothing whether not even an empty log is there
         */
        public static Outcome of(Listed<Problem> problems, boolean damaged, boolean holdsNothing) {
            if (damaged) {
                return DAMAGED;
            }
            return holdsNothing && problems.total() > 0 ? UNREADABLE : WHOLE;
        }
    }

    /** Whether a problem of this check is worth a word when not everything is wanted. */
    boolean isWorthAWord(Problem problem) {
        return outcome == Outcome.UNREADABLE || problem.severity() != Severity.NOTE;
    }
}
