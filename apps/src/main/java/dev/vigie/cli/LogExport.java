package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.evtx.EventTooLargeException;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.EvtxWriter;
import dev.vigie.formats.events.evtx.EvtxWriterOptions;
import dev.vigie.formats.events.evtx.LogFullException;
import dev.vigie.formats.events.evtx.RecordOrder;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the chosen events of many sources into one event log, and reads it again before anybody relies on it. */
final class LogExport implements Closeable {
    private static final int SHOWN = 5;
    private final Session session;
    private final QueryContext context;
    private final Path file;
    private final EvtxWriter writer;
    private final DamageReport damage;
    private final RecordIds written = new RecordIds();
    private long skipped;
    private long renumbered;

    LogExport(Session session, QueryContext context, Path file) throws IOException {
        this.session = session;
        this.context = context;
        this.file = file;
        this.writer = EvtxWriter.create(file, EvtxWriterOptions.DEFAULT.withOverwrite(true));
        this.damage = new DamageReport(session);
    }

    /** Adds the events of a source that a filter chooses; those of a log in the order of its records. */
    void add(EventSource source, Optional<EventFilter> filter) throws IOException {
        try {
            if (source instanceof EvtxFile log) {
                EvtxFile selected = filter.map(chosen -> log.select(chosen, context)).orElse(log);
                selected.read(RecordOrder.OLDEST_FIRST, new Chosen(Optional.empty()));
            } else {
                source.read(new Chosen(filter));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        damage.endOfSource(source.name());
    }

    /**
     * Finishes the log and reads it again.
     *
     * @throws Refusal when not every record is there
     */
    void finish() throws IOException {
        writer.close();
        RecordIds read = new RecordIds();
        try (EvtxFile log = EvtxFile.open(file)) {
            log.read(read);
        }
        if (!written.agreesWith(read)) {
            throw Refusal.input("export.not-as-written", written.count(), read.count());
        }
        if (renumbered > 0) {
            session.terminal().err().println(session.texts().count("export.renumbered", renumbered));
        }
    }

    /** How many events were written. */
    long count() {
        return written.count();
    }

    /** How many events were chosen and cannot be in an event log. */
    long skipped() {
        return skipped;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private final class Chosen implements EventSink {
        private final Optional<EventFilter> wanted;

        Chosen(Optional<EventFilter> wanted) {
            this.wanted = wanted;
        }

        @Override
        public void event(EventCursor event) {
            if (wanted.isPresent() && !wanted.get().matches(event, context)) {
                return;
            }
            try {
                write(event);
            } catch (EventTooLargeException tooLarge) {
                skip("export.too-large", event, tooLarge.size(), tooLarge.limit());
            } catch (IllegalArgumentException unfit) {
                skip("export.unfit", event, String.valueOf(unfit.getMessage()));
            }
        }

        private void write(EventCursor event) {
            try {
                long id = writer.write(event);
                written.add(id);
                renumbered += id == event.place().record() ? 0 : 1;
            } catch (LogFullException full) {
                throw Refusal.input("export.full", written.count());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void skip(String key, EventCursor event, Object... why) {
            if (skipped++ < SHOWN) {
                Object[] arguments = new Object[why.length + 1];
                arguments[0] = event.place();
                System.arraycopy(why, 0, arguments, 1, why.length);
                session.tell(key, arguments);
            }
        }

        @Override
        public void problem(Problem problem) {
            damage.add(problem);
        }
    }
}
