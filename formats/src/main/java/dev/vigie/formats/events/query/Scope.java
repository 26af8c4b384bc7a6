package dev.vigie.formats.events.query;

/** Where in an event a context node lies, as far as System fields are concerned. */
enum Scope {
    /** The virtual document above all events. */
    DOCUMENT,
    /** The {@code Event} element. */
    EVENT,
    /** Its {@code System} element. */
    SYSTEM,
    /** An element below {@code System}. */
    SYSTEM_FIELD,
    /** Anywhere else. */
    OTHER;

    /** The scope of a child element. */
    Scope child(String localName) {
        return switch (this) {
            case DOCUMENT -> EVENT;
            case EVENT -> localName.equals("System") ? SYSTEM : OTHER;
            case SYSTEM -> SYSTEM_FIELD;
            case SYSTEM_FIELD, OTHER -> OTHER;
        };
    }
}
