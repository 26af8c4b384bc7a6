package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.ParallelPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which records a log holds.
 *
 * @param count how many
 * @param oldest the lowest number of one, 0 when there is none
 * @param newest the highest number of one, 0 when there is none
 */
record LogRange(long count, long oldest, long newest) {
    private static final LogRange NONE = new LogRange(0, 0, 0);

    /** Reads the whole log. */
    static LogRange of(EvtxFile file) throws IOException {
        List<LogRange> chunks = new ArrayList<>();
        file.process(chunk -> {
            Counter counter = new Counter();
            chunk.read(counter);
            return counter.range;
        }, chunks::add, ParallelPlan.ofProcessors().unordered());
        return chunks.stream().reduce(NONE, LogRange::plus);
    }

    private LogRange plus(LogRange other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        return new LogRange(count + other.count, Math.min(oldest, other.oldest), Math.max(newest, other.newest));
    }

    private static final class Counter implements EventSink {
        private LogRange range = NONE;

        @Override
        public void event(EventCursor event) {
            long record = event.place().record();
            range = range.plus(new LogRange(1, record, record));
        }

        @Override
        public void problem(Problem problem) {
            // What is damaged is told when the events themselves are asked for.
        }
    }
}
