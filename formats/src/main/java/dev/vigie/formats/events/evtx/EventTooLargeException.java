package dev.vigie.formats.events.evtx;

/** An event whose record is larger than a chunk of an event log file can hold. */
public final class EventTooLargeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final int size;
    private final int limit;

    EventTooLargeException(int size, int limit) {
        super("record of " + size + " bytes, a chunk holds " + limit);
        this.size = size;
        this.limit = limit;
    }

    /** The bytes the record would take, the definitions it needs included. */
    public int size() {
        return size;
    }

    /** The bytes a record can take. */
    public int limit() {
        return limit;
    }
}
