package dev.vigie.diagnosis.sigma;

import dev.vigie.formats.events.Event;
import java.util.List;

/**
 * A rule that matched an event.
 *
 * @param rule the rule
 * @param event the event
 * @param matched the fields and values that made it match, each once; a keyword's field has no name
 */
public record RuleHit(SigmaRule rule, Event event, List<MatchedField> matched) {
    /** Copies the list. */
    public RuleHit {
        matched = List.copyOf(matched);
    }

    /**
     * A value that made a rule match.
     *
     * @param field what the event calls it
     * @param value its text
     */
    public record MatchedField(String field, String value) {
    }
}
