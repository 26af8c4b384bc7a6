package dev.vigie.diagnosis.knowledge;

/**
 * Events that look like trouble and are none.
 *
 * @param id the name within its topic
 * @param selection which events
 */
public record Noise(String id, Selection selection) {
}
