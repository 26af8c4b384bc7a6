package dev.vigie.formats.events.evtx;

/** Turns away records that a selection does not want, before they are decoded. For one thread at a time. */
final class RecordSieve {
    private final EventSelection selection;
    private final RecordProbe probe;

    RecordSieve(EventSelection selection, RecordProbe probe) {
        this.selection = selection;
        this.probe = probe;
    }

    /** Whether the record whose binary XML lies between two offsets of the chunk surely does not match. */
    boolean turnsAway(int from, int to) {
        try {
            probe.moveTo(from, to);
            return selection.refuses(probe);
        } catch (Undecided odd) {
            return false;
        }
    }
}
