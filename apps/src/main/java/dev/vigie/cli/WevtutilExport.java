package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.EvtxWriter;
import dev.vigie.formats.events.evtx.EvtxWriterOptions;
import dev.vigie.formats.events.evtx.ParallelPlan;
import dev.vigie.formats.events.evtx.RecordOrder;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code wevtutil epl}: writes the events asked for into a log file of their own. */
final class WevtutilExport {
    private final Session session;
    private final WevtutilLogs logs;
    private final QueryContext context;
    private final DamageReport damage;

    WevtutilExport(Session session, WevtutilLogs logs, QueryContext context) {
        this.session = session;
        this.logs = logs;
        this.context = context;
        this.damage = new DamageReport(session);
    }

    int run(WevtutilLine line) throws IOException {
        List<WevtutilLogs.Log> asked = logs.asked(line);
        EvtxWriterOptions options = EvtxWriterOptions.DEFAULT.withOverwrite(line.isOn(WevtutilOption.OVERWRITE));
        long written = 0;
        try (EvtxWriter writer = EvtxWriter.create(session.terminal().path(line.arguments().getLast()), options)) {
            for (WevtutilLogs.Log log : asked) {
                try (EvtxFile file = LogFile.open(session, log.file())) {
                    written += export(file, log.filter(), writer);
                }
            }
        }
        session.tell("wevtutil.note.exported", written, line.arguments().getLast());
        return ExitCode.FINE;
    }

    private long export(EvtxFile file, Optional<EventFilter> filter, EvtxWriter writer) throws IOException {
        long[] written = new long[1];
        damage.add(file.fileProblems());
        try {
            file.process(RecordOrder.OLDEST_FIRST, chunk -> {
                Chosen chosen = new Chosen(filter, context);
                chunk.read(chosen);
                return chosen;
            }, chosen -> {
                damage.add(chosen.problems);
                write(chosen.events, writer);
                written[0] += chosen.events.size();
            }, ParallelPlan.ofProcessors());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        damage.endOfSource(file.name());
        return written[0];
    }

    private static void write(List<Event> events, EvtxWriter writer) {
        try {
            for (Event event : events) {
                writer.write(event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Chosen implements EventSink {
        private final Optional<EventFilter> filter;
        private final QueryContext context;
        private final List<Event> events = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        Chosen(Optional<EventFilter> filter, QueryContext context) {
            this.filter = filter;
            this.context = context;
        }

        @Override
        public void event(EventCursor event) {
            if (filter.isEmpty() || filter.get().matches(event, context)) {
                events.add(event.toEvent());
            }
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }
}
