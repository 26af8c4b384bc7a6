package dev.vigie.formats.events;

import java.util.Objects;

/**
 * An attribute of an element; one that was written in several parts holds their text as one string.
 *
 * @param name the name as written, with its prefix if it has one
 * @param value the typed value
 */
public record Attribute(String name, Value value) {
    /** Checks the components. */
    public Attribute {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
