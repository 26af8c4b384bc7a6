package dev.vigie.formats.events;

/** What a cursor can say of its event without building the tree. */
public enum Answer {
    /** It is so. */
    YES,
    /** It is not so. */
    NO,
    /** Only the tree tells. */
    UNKNOWN;

    /** Kleene's disjunction. */
    public Answer or(Answer other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == NO ? other : this;
    }

    /** The answer to what is known. */
    public static Answer of(boolean known) {
        return known ? YES : NO;
    }
}
