package dev.vigie.diagnosis.facts;

import java.util.Objects;

/**
 * Whom a fact is about.
 *
 * @param machine the machine's name as its logs write it
 * @param role the part it plays in the case
 */
public record Subject(String machine, Role role) {
    /** Checks the components. */
    public Subject {
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(role, "role");
    }
}
