package dev.vigie.formats.events.evtx;

/** What of a JSON line the element of a template makes. */
enum JsonForm {
    /** The members behind {@code offset}, and the end of the line: of an {@code Event}. */
    LINE(0),
    /** The members for the payload. */
    PAYLOAD(1),
    /** Items of {@code data}, each with a comma behind it. */
    ITEMS(2),
    /** A tree. */
    TREE(3);

    /** How many there are. */
    static final int COUNT = 4;

    /** Its place among the programs of a template. */
    final int index;

    JsonForm(int index) {
        this.index = index;
    }
}
