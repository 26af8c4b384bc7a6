package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.Severity;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;

/** How many records there are and a digest of their ids in order, in constant memory; two logs agree when these do. */
final class RecordIds implements EventSink {
    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;
    private long count;
    private long digest;
    private boolean damaged;

    void add(long id) {
        count++;
        digest = (digest ^ id) * FACTOR + count;
    }

    long count() {
        return count;
    }

    /** Whether these are the same ids in the same order, read without damage. */
    boolean agreesWith(RecordIds other) {
        return count == other.count && digest == other.digest && !damaged && !other.damaged;
    }

    @Override
    public void event(EventCursor event) {
        add(event.place().record());
    }

    @Override
    public void problem(Problem problem) {
        damaged |= problem.severity() == Severity.DAMAGE;
    }
}
