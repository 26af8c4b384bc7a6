package dev.vigie.formats.events;

/**
 * One named value of an event's payload.
 *
 * @param name the name, empty when it has none
 * @param value the typed value
 */
public record Datum(String name, Value value) {
}
