package dev.vigie.diagnosis.knowledge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How an event must lie in time to events of another selection. */
public sealed interface Relation {
    /** The other selection. */
    Selection other();

    /**
     * Later or earlier than one event of the other selection.
     *
     * @param after true for later, false for earlier
     * @param end which event of the other selection
     * @param other the other selection
     */
    record Order(boolean after, End end, Selection other) implements Relation {
    }

    /**
     * Near some event of the other selection, before or after it.
     *
     * @param distance how near
     * @param other the other selection
     * @param same fields in which both events agree
     */
    record Within(Duration distance, Selection other, List<Field> same) implements Relation {
        /** Copies the fields. */
        public Within {
            same = List.copyOf(same);
        }
    }

    /**
     * Followed, or not followed, by some event of the other selection.
     *
     * @param negated true when no such event may follow
     * @param other the other selection
     * @param distance how soon, if that is asked
     * @param same fields in which both events agree
     */
    record Followed(boolean negated, Selection other, Optional<Duration> distance, List<Field> same)
            implements
                Relation {
        /** Copies the fields. */
        public Followed {
            same = List.copyOf(same);
        }
    }
}
