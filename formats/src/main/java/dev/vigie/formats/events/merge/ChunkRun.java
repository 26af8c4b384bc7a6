package dev.vigie.formats.events.merge;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.ParallelPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The events of one chunk of a log, which are read again when their time has come. */
final class ChunkRun extends Run {
    private final LogAccess log;
    private final long chunk;

    private ChunkRun(LogAccess log, int source, long chunk, long first) {
        super(source, chunk, first);
        this.log = log;
        this.chunk = chunk;
    }

    /** A chunk as it is read for the first time. */
    private record FirstReading(long chunk, ChunkMoments moments) {
    }

    /**
     * The runs of a log; what is wrong with it is told.
     *
     * @param source the number of the log
     */
    static List<Run> of(LogAccess log, int source, EventSink sink) throws IOException {
        List<Run> runs = new ArrayList<>();
        EvtxFile file = log.file();
        file.fileProblems().forEach(sink::problem);
        file.process(chunk -> {
            ChunkMoments moments = new ChunkMoments();
            chunk.read(moments);
            return new FirstReading(chunk.number(), moments);
        }, reading -> {
            reading.moments.problems.forEach(sink::problem);
            Moments moments = reading.moments.moments;
            if (moments.count() > 0) {
                runs.add(new ChunkRun(log, source, reading.chunk, moments.sort().key(0)));
            }
        }, ParallelPlan.ofProcessors());
        return runs;
    }

    @Override
    Moments load() throws IOException {
        ChunkMoments again = new ChunkMoments();
        log.chunk(chunk).readChunk(chunk, again);
        return again.moments.sort();
    }

    @Override
    void give(long position, EventSink sink) throws IOException {
        log.chunk(chunk).read(position, sink);
    }

    private static final class ChunkMoments implements EventSink {
        private final Moments moments = new Moments();
        private final List<Problem> problems = new ArrayList<>();

        @Override
        public void event(EventCursor event) {
            moments.add(event, event.place().offset());
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }
}
