package dev.vigie.formats.events.evtx;

/** What of a JSON line the element of a template makes. */
enum JsonForm {
    /** The members behind {@code offset}, and the end of the line: of an {@code Event}. */
    LINE,
    /** The members for the payload. */
    PAYLOAD,
    /** Items of {@code data}, each with a comma behind it. */
    ITEMS,
    /** A tree. */
    TREE
}
