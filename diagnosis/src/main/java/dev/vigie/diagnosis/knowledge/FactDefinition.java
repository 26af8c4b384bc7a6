package dev.vigie.diagnosis.knowledge;

import dev.vigie.diagnosis.facts.Role;
import java.util.List;
import java.util.Optional;

/**
 * Something events cannot tell, and how to find it out.
 *
 * @param name its name, {@code rdp.key-file}
 * @param cost 1 trivial to 5 intrusive or slow
 * @param outcomes what it can turn out to be; exactly one at a time
 * @param ask the command that tells, for a person to run, if there is one
 */
public record FactDefinition(String name, int cost, List<String> outcomes, Optional<Ask> ask) {
    /** Copies the outcomes. */
    public FactDefinition {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What a person runs to find the fact out.
     *
     * @param role on which machine
     * @param command the command, with names that hold on every language of Windows
     */
    public record Ask(Role role, String command) {
    }
}
