package dev.vigie.diagnosis.knowledge;

import java.util.Optional;

/**
 * Events of a set that meet a condition.
 *
 * @param set the name of the event set
 * @param condition the condition, if any
 */
public record Selection(String set, Optional<Condition> condition) {
}
