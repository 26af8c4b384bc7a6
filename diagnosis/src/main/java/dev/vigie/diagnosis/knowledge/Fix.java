package dev.vigie.diagnosis.knowledge;

import java.util.List;
import java.util.Locale;

/**
 * How a cause is removed, step by step, with its way back.
 *
 * @param id the name within its topic
 * @param risk how much can go wrong
 * @param reaches what it is applied to: the key of a role, or {@code policy} for a domain policy
 * @param backup commands that save what will be changed
 * @param apply commands that change it
 * @param verify commands that show whether it worked
 * @param undo commands that restore the backup
 * @param never advice that circulates and is not proposed
 */
public record Fix(String id, Risk risk, String reaches, List<String> backup, List<String> apply, List<String> verify,
        List<String> undo, List<String> never) {
    /** What {@link #reaches} says of a fix that is made in a domain policy. */
    public static final String POLICY = "policy";

    /** Copies the lists. */
    public Fix {
        backup = List.copyOf(backup);
        apply = List.copyOf(apply);
        verify = List.copyOf(verify);
        undo = List.copyOf(undo);
        never = List.copyOf(never);
    }

    /** How much can go wrong. */
    public enum Risk {
        /** One setting, undone at once. */
        LOW,
        /** Interrupts a service or touches several things. */
        MEDIUM,
        /** Reaches other machines or cannot be undone fully. */
        HIGH;

        /** The stable name: {@code low}, {@code medium}, {@code high}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
