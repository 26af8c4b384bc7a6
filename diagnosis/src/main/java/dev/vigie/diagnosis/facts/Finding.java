package dev.vigie.diagnosis.facts;

import dev.vigie.formats.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one pass over a source meets, in order. */
sealed interface Finding {
    /**
     * A record, with what is kept of it.
     *
     * @param computer the computer that wrote it
     * @param channel the channel it was written to
     * @param recordId its number in its log
     * @param time when it was written
     * @param cleared the channel that it says was cleared, if it says so
     * @param selectors the selectors that want it, nearly always none
     * @param event the event, when a selector wants it
     */
    record Sighting(String computer, String channel, long recordId, Instant time, Optional<String> cleared,
            List<EventSelector> selectors, Optional<LogEvent> event) implements Finding {
    }

    /** Damage or an oddity. */
    record Oddity(Problem problem) implements Finding {
    }
}
