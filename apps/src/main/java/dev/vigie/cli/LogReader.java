package dev.vigie.cli;

import dev.vigie.formats.events.evtx.ChunkResults;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.ParallelPlan;
import dev.vigie.formats.events.evtx.RecordOrder;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.formats.events.text.EventFormat;
import dev.vigie.formats.events.text.Utf8Buffer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Prints the chosen events of log files, one log after the other, each in the order of its records or the newest first,
 * and takes note of how far it came. Of a log that is read from its newest record only so much is decoded as is needed.
 */
final class LogReader {
    private final EventFormat format;
    private final QueryContext context;
    private final ReadingPositions positions;
    private final boolean newestFirst;
    private final long limit;
    private final DamageReport damage;
    private final Utf8Buffer lead = new Utf8Buffer();
    private long printed;

    LogReader(Session session, EventFormat format, QueryContext context, ReadingPositions positions,
            boolean newestFirst, long limit) {
        this.format = format;
        this.context = context;
        this.positions = positions;
        this.newestFirst = newestFirst;
        this.limit = limit;
        this.damage = new DamageReport(session);
    }

    boolean isFull() {
        return printed >= limit;
    }

    /** Prints the events of one log. */
    void read(EvtxFile file, LogName log, Optional<EventFilter> filter, OutputStream out) throws IOException {
        LongPredicate wanted = positions.wanted(log, file);
        damage.add(file.fileProblems());
        RecordOrder order = newestFirst ? RecordOrder.NEWEST_FIRST : RecordOrder.OLDEST_FIRST;
        EvtxFile selected = filter.map(chosen -> file.select(chosen, context)).orElse(file);
        try {
            selected.process(order, chunk -> {
                RecordTexts texts = new RecordTexts(new RenderedEvents(format, filter, context), wanted);
                chunk.read(texts);
                return texts;
            }, new ChunkResults<RecordTexts>() {
                @Override
                public void result(RecordTexts texts) {
                    take(texts, log, out);
                }

                @Override
                public boolean isFull() {
                    return LogReader.this.isFull();
                }
            }, ParallelPlan.ofProcessors());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        damage.endOfSource(file.name());
    }

    private void writeLead(OutputStream out) throws IOException {
        if (format.hasLead()) {
            lead.clear();
            format.lead(printed, lead);
            lead.writeTo(out);
        }
    }

    private void take(RecordTexts texts, LogName log, OutputStream out) {
        damage.add(texts.rendered().problems());
        int count = (int) Math.min(texts.rendered().count(), limit - printed);
        try {
            for (int i = 0; i < count; i++) {
                int index = newestFirst ? texts.rendered().count() - 1 - i : i;
                int start = texts.rendered().start(index);
                writeLead(out);
                texts.rendered().text().writeTo(out, start, texts.rendered().start(index + 1) - start);
                positions.given(log, texts.record(index));
                printed++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
