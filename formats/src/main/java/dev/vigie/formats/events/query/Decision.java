package dev.vigie.formats.events.query;

/** What a query can say of an event from its System fields alone. */
public enum Decision {
    /** The event matches, whatever else it holds. */
    MATCH,
    /** The event cannot match. */
    NO_MATCH,
    /** The payload decides. */
    NEEDS_PAYLOAD;

    /** Kleene's disjunction, with the payload as the unknown. */
    Decision or(Decision other) {
        if (this == MATCH || other == MATCH) {
            return MATCH;
        }
        return this == NO_MATCH ? other : this;
    }

    /** Kleene's conjunction. */
    Decision and(Decision other) {
        if (this == NO_MATCH || other == NO_MATCH) {
            return NO_MATCH;
        }
        return this == MATCH ? other : this;
    }

    /** Kleene's negation. */
    Decision not() {
        return switch (this) {
            case MATCH -> NO_MATCH;
            case NO_MATCH -> MATCH;
            case NEEDS_PAYLOAD -> this;
        };
    }
}
