package dev.vigie.formats.events.query;

/** What a query can say of an event from its System fields alone. */
public enum Decision {
    /** The event matches, whatever else it holds. */
    MATCH,
    /** The event cannot match. */
    NO_MATCH,
    /** The payload decides. */
    NEEDS_PAYLOAD
}
