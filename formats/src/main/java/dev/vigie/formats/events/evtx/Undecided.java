package dev.vigie.formats.events.evtx;

/** Says that a record has to be decoded before anything can be said of it; caught inside this package. */
final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undecided() {
        // It may be thrown for every record of a log; a stack trace would cost more than decoding.
        super("undecided", null, false, false);
    }
}
