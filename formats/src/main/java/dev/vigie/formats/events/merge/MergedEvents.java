package dev.vigie.formats.events.merge;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.evtx.EvtxFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Many sources as one, in the order of the time their events were created; events of one moment in the order of their
 * sources, and within a source in its own. An event without a time stands with the one before it.
 *
 * <p>Nothing is taken for sorted: circular logs begin anywhere in their file, and clocks are set back. Everything is read
 * twice: first, by all processors, for the earliest moment of each chunk; then each chunk again when its time has come,
 * as chunks of a log hardly overlap. Problems come first, source by source.
 *
 * <p>Memory: some 100 bytes for each chunk (64 KiB) of a log, and the chunks that overlap in time, of which at most
 * {@value #CHUNKS} (one a log at least) are held and others loaded again and again. Sources that can be read only once,
 * such as XML, are copied into a spool, with 16 bytes of memory an event. Values of recovered events lose their types
 * there, as XML has none.
 *
 * <p>Duplicates have the same {@link EventIdentity}; the first in the order is given. As they have the same time,
 * 16 to 64 bytes for each event of one moment are enough to know them.
 */
public final class MergedEvents implements EventSource {
    static final int CHUNKS = 256;
    private static final int MOST_CHUNKS_OF_LOG = 64;
    private final String name;
    private final List<EventSource> sources;
    private final SpoolOpener spools;
    private final boolean unique;
    private long duplicates;

    /** Opens the temporary file that sources are copied into which can be read only once. */
    @FunctionalInterface
    public interface SpoolOpener {
        /** An empty file, open for reading and writing; closed when the events were given. */
        FileChannel open() throws IOException;
    }

    /**
     * A merge of sources.
     *
     * @param name what {@link #name()} returns
     * @param sources closed with this
     * @param unique whether duplicates are left out
     */
    public MergedEvents(String name, List<EventSource> sources, SpoolOpener spools, boolean unique) {
        this.name = name;
        this.sources = List.copyOf(sources);
        this.spools = spools;
        this.unique = unique;
    }

    @Override
    public String name() {
        return name;
    }

    /** How many events were left out so far. */
    public long duplicates() {
        return duplicates;
    }

    @Override
    public void read(EventSink sink) throws IOException {
        try (Spools opened = new Spools(spools)) {
            PriorityQueue<Run> runs = new PriorityQueue<>();
            int chunksOfLog = Math.clamp(CHUNKS / Math.max(1, sources.size()), 1, MOST_CHUNKS_OF_LOG);
            for (int i = 0; i < sources.size() && !sink.isFull(); i++) {
                runs.addAll(sources.get(i) instanceof EvtxFile log
                        ? ChunkRun.of(new LogAccess(log, chunksOfLog), i, sink)
                        : EventSpool.runs(sources.get(i), i, opened.open(), sink));
            }
            new Merge(runs, sink).run();
        }
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (EventSource source : sources) {
            try {
                source.close();
            } catch (IOException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** The spools of one reading. */
    private record Spools(SpoolOpener opener, List<FileChannel> channels) implements AutoCloseable {
        Spools(SpoolOpener opener) {
            this(opener, new ArrayList<>());
        }

        FileChannel open() throws IOException {
            FileChannel channel = opener.open();
            channels.add(channel);
            return channel;
        }

        @Override
        public void close() throws IOException {
            for (FileChannel channel : channels) {
                channel.close();
            }
        }
    }

    /** Takes the earliest event of all runs, again and again. */
    private final class Merge implements EventSink {
        private final PriorityQueue<Run> runs;
        private final EventSink sink;
        private final IdentitySet given = new IdentitySet();
        private long moment = Long.MIN_VALUE;

        Merge(PriorityQueue<Run> runs, EventSink sink) {
            this.runs = runs;
            this.sink = sink;
        }

        void run() throws IOException {
            while (!runs.isEmpty() && !sink.isFull()) {
                Run run = runs.remove();
                if (run.isOpen() ? giveAsLongAsFirst(run) : run.open()) {
                    runs.add(run);
                }
            }
        }

        /** Whether the run has more. */
        private boolean giveAsLongAsFirst(Run run) throws IOException {
            boolean more;
            do {
                give(run);
                more = run.advance();
            } while (more && !sink.isFull() && (runs.isEmpty() || run.compareTo(runs.element()) < 0));
            return more;
        }

        private void give(Run run) throws IOException {
            if (!unique) {
                run.give(sink);
                return;
            }
            long now = run.key();
            boolean first = now != moment;
            if (first) {
                given.clear();
                moment = now;
            }
            // Most events have their moment for themselves.
            boolean alone = first && !run.isFollowedAtOnce() && (runs.isEmpty() || runs.element().key() != now);
            run.give(alone ? sink : this);
        }

        @Override
        public void event(EventCursor event) {
            if (given.add(EventIdentity.of(event))) {
                sink.event(event);
            } else {
                duplicates++;
            }
        }

        @Override
        public void problem(Problem problem) {
            sink.problem(problem);
        }
    }
}
