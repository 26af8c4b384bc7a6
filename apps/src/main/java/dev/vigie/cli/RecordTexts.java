package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import java.util.Arrays;
import java.util.function.LongPredicate;

/** The events of a chunk that were asked for, as text, with the number of the record of each. */
final class RecordTexts implements EventSink {
    private static final int INITIAL_EVENTS = 64;
    private final RenderedEvents rendered;
    private final LongPredicate wanted;
    private long[] records = new long[INITIAL_EVENTS];

    /** Collects what {@code rendered} takes, of the records that are wanted. */
    RecordTexts(RenderedEvents rendered, LongPredicate wanted) {
        this.rendered = rendered;
        this.wanted = wanted;
    }

    @Override
    public void event(EventCursor event) {
        long record = event.place().record();
        if (!wanted.test(record)) {
            return;
        }
        int before = rendered.count();
        rendered.event(event);
        if (rendered.count() > before) {
            if (before == records.length) {
                records = Arrays.copyOf(records, 2 * before);
            }
            records[before] = record;
        }
    }

    @Override
    public void problem(Problem problem) {
        rendered.problem(problem);
    }

    RenderedEvents rendered() {
        return rendered;
    }

    long record(int index) {
        return records[index];
    }
}
