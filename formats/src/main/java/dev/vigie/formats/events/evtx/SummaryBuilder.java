package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Problem;
import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.windows.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sums up a log chunk by chunk; chunks are put in order of their ids first, as a circular log writes its oldest anew. */
final class SummaryBuilder implements EventSink {
    /** A run of records in one chunk whose ids rise one by one. */
    private record Run(long firstId, long lastId, @Nullable FileTime firstTime, @Nullable FileTime lastTime) {
    }

    private static final Set<ProblemCode> LOSSES = Set.of(EvtxProblem.LOST_RECORD, EvtxProblem.TRUNCATED_RECORD,
            EvtxProblem.BAD_TOKEN, EvtxProblem.UNEXPECTED_END, EvtxProblem.BAD_NAME, EvtxProblem.BAD_TEMPLATE,
            EvtxProblem.BAD_VALUES, EvtxProblem.TOO_COMPLEX);

    private final Consumer<Problem> problems;
    private final List<Run> runs = new ArrayList<>();
    private long chunks;
    private long blankChunks;
    private long damagedChunks;
    private long records;
    private long lostRecords;
    private long stepsBack;
    private long longestStepBack;
    private @Nullable FileTime earliest;
    private @Nullable FileTime latest;
    private boolean inRun;
    private long runFirstId;
    private long runLastId;
    private @Nullable FileTime runFirstTime;
    private @Nullable FileTime runLastTime;

    SummaryBuilder(Consumer<Problem> problems) {
        this.problems = problems;
    }

    void beginChunk() {
        chunks++;
    }

    void endChunk(ChunkState state) {
        endRun();
        switch (state) {
            case BLANK -> blankChunks++;
            case DAMAGED -> damagedChunks++;
            case GOOD -> {
                // Counted among all chunks.
            }
        }
    }

    @Override
    public void event(EventCursor event) {
        records++;
        long id = event.place().record();
        FileTime time = event.timeCreated();
        if (inRun && id != runLastId + 1) {
            endRun();
        }
        if (inRun) {
            countStepBack(runLastTime, time);
        } else {
            inRun = true;
            runFirstId = id;
            runFirstTime = time;
        }
        runLastId = id;
        if (time != null) {
            runLastTime = time;
            earliest = earliest == null || time.compareTo(earliest) < 0 ? time : earliest;
            latest = latest == null || time.compareTo(latest) > 0 ? time : latest;
        }
    }

    @Override
    public void problem(Problem problem) {
        if (LOSSES.contains(problem.code())) {
            lostRecords++;
        }
        problems.accept(problem);
    }

    EvtxSummary build(EvtxHeader header) {
        runs.sort(Comparator.comparingLong((Run run) -> run.firstId ^ Long.MIN_VALUE));
        long missing = 0;
        for (int i = 1; i < runs.size(); i++) {
            Run before = runs.get(i - 1);
            Run run = runs.get(i);
            missing += Math.max(0, run.firstId - before.lastId - 1);
            countStepBack(before.lastTime, run.firstTime);
        }
        long first = runs.isEmpty() ? 0 : runs.getFirst().firstId;
        long last = runs.stream().mapToLong(Run::lastId).max().orElse(0);
        return new EvtxSummary(header.isDirty(), chunks, blankChunks, damagedChunks, records, lostRecords, first, last,
                missing, earliest, latest, stepsBack, longestStepBack);
    }

    private void countStepBack(@Nullable FileTime before, @Nullable FileTime after) {
        if (before == null || after == null || after.compareTo(before) >= 0) {
            return;
        }
        long step = before.ticks() - after.ticks();
        if (Long.compareUnsigned(step, FileTime.TICKS_PER_SECOND) >= 0) {
            stepsBack++;
        }
        longestStepBack = Long.compareUnsigned(step, longestStepBack) > 0 ? step : longestStepBack;
    }

    private void endRun() {
        if (inRun) {
            runs.add(new Run(runFirstId, runLastId, runFirstTime, runLastTime));
            inRun = false;
            runLastTime = null;
        }
    }
}
