package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.evtx.ChunkResults;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.ParallelPlan;
import dev.vigie.formats.events.merge.MergedEvents;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.formats.events.text.EventFormat;
import dev.vigie.formats.events.text.Utf8Buffer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Prints the chosen events of many sources, one source after the other, each decoded on all processors. */
final class EventPrinter {
    private final Session session;
    private final EventFormat format;
    private final Optional<EventFilter> filter;
    private final QueryContext context;
    private final long limit;
    private final boolean reverse;
    private final ParallelPlan plan;
    private final DamageReport damage;
    private final Utf8Buffer lead = new Utf8Buffer();
    /** What was written and may be filled again: new buffers for each chunk would be most of the garbage. */
    private final Queue<RenderedEvents> taken = new ConcurrentLinkedQueue<>();
    private long printed;

    EventPrinter(Session session, EventFormat format, Optional<EventFilter> filter, QueryContext context, long limit,
            boolean reverse, boolean unordered) {
        this.session = session;
        this.format = format;
        this.filter = filter;
        this.context = context;
        this.limit = limit;
        this.reverse = reverse;
        ParallelPlan ordered = ParallelPlan.ofProcessors();
        this.plan = unordered && !reverse ? ordered.unordered() : ordered;
        this.damage = new DamageReport(session);
    }

    /** Prints one input after the other to a stream, which it does not close. */
    int print(EventInputs sources, OutputStream target) throws IOException {
        List<EventInputs.Input> files = sources.all();
        framed(target, out -> {
            for (int i = 0; i < files.size() && !isFull(); i++) {
                // The last events come first, so the last file does too.
                print(sources.open(files.get(reverse ? files.size() - 1 - i : i)), out);
            }
        });
        return exitCode(sources);
    }

    /**
     * As {@link #print}, with the events of all inputs in the order of time.
     *
     * @param unique whether duplicates are left out
     */
    int printMerged(EventInputs sources, boolean unique, OutputStream target) throws IOException {
        try (MergedEvents merged = sources.merged(filter, context, unique)) {
            framed(target, out -> print(merged, out));
            damage.tellDuplicates(merged.duplicates());
        }
        return exitCode(sources);
    }

    private int exitCode(EventInputs sources) {
        return sources.openedAny() || isFull() ? ExitCode.FINE : ExitCode.COULD_NOT_CHECK;
    }

    /** What stands between the start and the end of an output. */
    private interface Content {
        void print(OutputStream out) throws IOException;
    }

    private void framed(OutputStream target, Content content) throws IOException {
        try (OutputStream out = new Output(new BufferedOutputStream(target, 1 << 16))) {
            Utf8Buffer frame = new Utf8Buffer();
            format.start(frame);
            frame.writeTo(out);
            content.print(out);
            frame.clear();
            format.end(frame);
            frame.writeTo(out);
        }
    }

    /** How many events were printed. */
    long printed() {
        return printed;
    }

    private boolean isFull() {
        return printed >= limit;
    }

    private void print(Optional<EventSource> opened, OutputStream out) throws IOException {
        if (opened.isPresent()) {
            try (EventSource source = opened.get()) {
                print(source, out);
            }
        }
    }

    private void print(EventSource source, OutputStream out) throws IOException {
        if (reverse) {
            try (LastEvents last = LastEvents.of(limit - printed)) {
                deliver(source, rendered -> {
                    damage.add(rendered.problems());
                    last.add(rendered);
                });
                last.giveBack(event -> {
                    writeLead(out);
                    out.write(event);
                });
            }
        } else {
            deliver(source, rendered -> {
                damage.add(rendered.problems());
                write(rendered, out);
            });
        }
        damage.endOfSource(source.name());
    }

    private void write(RenderedEvents rendered, OutputStream out) throws IOException {
        int wanted = (int) Math.min(rendered.count(), limit - printed);
        if (!format.hasLead()) {
            rendered.text().writeTo(out, 0, rendered.start(wanted));
            printed += wanted;
            return;
        }
        for (int i = 0; i < wanted; i++) {
            writeLead(out);
            rendered.text().writeTo(out, rendered.start(i), rendered.start(i + 1) - rendered.start(i));
        }
    }

    /** Writes what stands before the next event, and counts it. */
    private void writeLead(OutputStream out) throws IOException {
        if (format.hasLead()) {
            lead.clear();
            format.lead(printed, lead);
            lead.writeTo(out);
        }
        printed++;
    }

    private interface Receiver {
        void take(RenderedEvents rendered) throws IOException;
    }

    private void deliver(EventSource source, Receiver receiver) throws IOException {
        try {
            if (source instanceof EvtxFile file) {
                deliverChunks(filter.map(chosen -> file.select(chosen, context)).orElse(file), receiver);
            } else {
                Batches batches = new Batches(receiver);
                source.read(batches);
                batches.handOver();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void deliverChunks(EvtxFile file, Receiver receiver) throws IOException {
        damage.add(file.fileProblems());
        try (Progress progress = new Progress(session, file.chunkCount(), session.terminal().outIsTerminal())) {
            deliverChunks(file, receiver, progress);
        }
    }

    private void deliverChunks(EvtxFile file, Receiver receiver, Progress progress) throws IOException {
        file.process(chunk -> {
            RenderedEvents idle = taken.poll();
            RenderedEvents rendered = idle == null ? rendered() : idle;
            chunk.read(rendered);
            return rendered;
        }, new ChunkResults<RenderedEvents>() {
            @Override
            public void result(RenderedEvents rendered) {
                progress.step(file.name());
                take(rendered, receiver);
                rendered.clear();
                taken.add(rendered);
            }

            @Override
            public boolean isFull() {
                return !reverse && EventPrinter.this.isFull();
            }
        }, plan);
    }

    private static void take(RenderedEvents rendered, Receiver receiver) {
        try {
            receiver.take(rendered);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands the events of a source without chunks over while it is read, so that none of it stays in memory. */
    private final class Batches implements EventSink {
        private static final int BATCH_BYTES = 1 << 16;
        private static final int BATCH_PROBLEMS = 64;
        private final Receiver receiver;
        private final RenderedEvents batch = rendered();

        Batches(Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public void event(EventCursor event) {
            batch.event(event);
            if (batch.text().size() >= BATCH_BYTES) {
                handOver();
            }
        }

        @Override
        public void problem(Problem problem) {
            batch.problem(problem);
            if (batch.problems().size() >= BATCH_PROBLEMS) {
                handOver();
            }
        }

        @Override
        public boolean isFull() {
            return !reverse && batch.count() >= limit - printed;
        }

        void handOver() {
            take(batch, receiver);
            batch.clear();
        }
    }

    private RenderedEvents rendered() {
        return new RenderedEvents(format, filter, context);
    }
}
