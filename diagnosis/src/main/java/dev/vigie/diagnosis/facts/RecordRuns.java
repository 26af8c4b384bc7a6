package dev.vigie.diagnosis.facts;

import dev.vigie.diagnosis.facts.Coverage.Hole;
import dev.vigie.diagnosis.facts.Coverage.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which record numbers of a log were seen, as runs without a break. */
final class RecordRuns {
    /** A log with more breaks than this was filtered. */
    private static final int MAX_RUNS = 4096;
    private static final int MAX_HOLES = 64;
    private final List<Run> runs = new ArrayList<>();
    private boolean overflow;
    private long records;

    private static final class Run {
        long firstId;
        long lastId;
        Instant from;
        Instant to;

        Run(long id, Instant time) {
            firstId = id;
            lastId = id;
            from = time;
            to = time;
        }

        void extend(Instant time) {
            from = time.isBefore(from) ? time : from;
            to = time.isAfter(to) ? time : to;
        }
    }

    void add(long id, Instant time) {
        records++;
        if (!runs.isEmpty()) {
            Run last = runs.getLast();
            if (id == last.lastId + 1) {
                last.lastId = id;
                last.extend(time);
                return;
            }
        }
        if (runs.size() == MAX_RUNS) {
            overflow = true;
            runs.getLast().extend(time);
        } else {
            runs.add(new Run(id, time));
        }
    }

    Instant first() {
        return runs.stream().map(run -> run.from).min(Comparator.naturalOrder()).orElseThrow();
    }

    Instant last() {
        return runs.stream().map(run -> run.to).max(Comparator.naturalOrder()).orElseThrow();
    }

    long firstId() {
        return runs.stream().mapToLong(run -> run.firstId).min().orElseThrow();
    }

    long lastId() {
        return runs.stream().mapToLong(run -> run.lastId).max().orElseThrow();
    }

    /** Runs of several sources of one log, together. */
    static RecordRuns join(List<RecordRuns> parts) {
        RecordRuns all = new RecordRuns();
        for (RecordRuns part : parts) {
            all.overflow |= part.overflow;
            all.records += part.records;
            all.runs.addAll(part.runs);
        }
        if (!all.overflow) {
            all.mergeRuns();
        }
        return all;
    }

    /** By time, as the numbers of a log begin anew when it is reset; overlapping runs are the same records read twice. */
    private void mergeRuns() {
        runs.sort(Comparator.comparing((Run run) -> run.from).thenComparingLong(run -> run.firstId));
        List<Run> merged = new ArrayList<>();
        for (Run run : runs) {
            Run before = merged.isEmpty() ? null : merged.getLast();
            if (before != null && run.firstId >= before.firstId && run.firstId <= before.lastId + 1) {
                before.lastId = Math.max(before.lastId, run.lastId);
                before.extend(run.from);
                before.extend(run.to);
            } else {
                merged.add(run);
            }
        }
        runs.clear();
        runs.addAll(merged);
        records = runs.stream().mapToLong(run -> run.lastId - run.firstId + 1).sum();
    }

    long records() {
        return records;
    }

    /** The times in which numbers are missing; one for the whole when the log was filtered. */
    List<Hole> holes() {
        List<Hole> holes = new ArrayList<>();
        long missing = 0;
        for (int i = 1; i < runs.size(); i++) {
            Run before = runs.get(i - 1);
            Run after = runs.get(i);
            long gap = Math.max(0, after.firstId - before.lastId - 1);
            missing += gap;
            holes.add(new Hole(Kind.GAP, Optional.of(before.to), Optional.of(after.from), gap));
        }
        if (overflow || holes.size() > MAX_HOLES || holes.size() > 2 && missing > records) {
            return List.of(new Hole(Kind.FILTERED, Optional.of(first()), Optional.of(last()), missing));
        }
        return holes;
    }
}
