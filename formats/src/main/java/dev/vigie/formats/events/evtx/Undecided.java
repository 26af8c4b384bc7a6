package dev.vigie.formats.events.evtx;

/** Says that a record has to be decoded before anything can be said of it; caught inside this package. */
final class Undecided extends RuntimeException {
    /** The only one: it says nothing but itself. */
    static final Undecided INSTANCE = new Undecided();
    private static final long serialVersionUID = 1L;

    private Undecided() {
        super("undecided", null, false, false);
    }
}
