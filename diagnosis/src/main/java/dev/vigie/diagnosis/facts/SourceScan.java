package dev.vigie.diagnosis.facts;

import dev.vigie.diagnosis.facts.Coverage.Hole;
import dev.vigie.diagnosis.facts.Coverage.Kind;
import dev.vigie.diagnosis.facts.Finding.Oddity;
import dev.vigie.diagnosis.facts.Finding.Sighting;
import dev.vigie.diagnosis.facts.GatheredLogs.SourceSummary;
import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.Severity;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.ParallelPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one source once: counts every record, keeps the wanted ones. The result does not depend on the threads. */
final class SourceScan implements EventSink {
    private static final int MAX_PROBLEMS = 1000;
    private static final int MANY_CHUNKS = 64;
    private final EventInput input;
    private final SelectorIndex selectors;
    private final Spotter spotter;
    private final int limit;
    private final Map<String, LogScan> logs = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Cleared> cleared = new ArrayList<>();
    private long moreProblems;
    private boolean readable = true;
    private @Nullable LogScan current;
    private @Nullable Instant previous;
    private boolean damaged;

    /** A log of a computer was cleared. */
    record Cleared(String computer, String channel, Instant time) {
    }

    SourceScan(EventInput input, SelectorIndex selectors, int limit) {
        this.input = input;
        this.selectors = selectors;
        this.spotter = new Spotter(selectors);
        this.limit = limit;
    }

    /** Whether it is worth several threads. */
    boolean isLarge() {
        try {
            return input.source() instanceof EvtxFile file && file.chunkCount() >= MANY_CHUNKS;
        } catch (IOException e) {
            // Reading it will say so.
            return false;
        }
    }

    /**
     * Reads the source.
     *
     * @param workers how many threads may share the work
     */
    SourceScan run(int workers) {
        String name = input.source().name();
        try {
            if (workers > 1 && input.source() instanceof EvtxFile file) {
                readChunks(file, workers);
            } else {
                input.source().read(this);
            }
            input.whenRead().accept(input.source());
        } catch (IOException | UncheckedIOException e) {
            problem(Problem.of(GatherProblem.SOURCE_UNREADABLE, Place.of(name), String.valueOf(e.getMessage())));
            readable = previous != null;
        }
        if (damaged) {
            damage(new Hole(Kind.DAMAGE, Optional.ofNullable(previous), Optional.empty(), 0));
        }
        if (readable && previous == null) {
            problem(Problem.of(GatherProblem.SOURCE_EMPTY, Place.of(name)));
        }
        if (moreProblems > 0) {
            problems.add(Problem.of(GatherProblem.MORE_PROBLEMS, Place.of(name), moreProblems));
        }
        return this;
    }

    /** Reads the chunks of an event log with several threads; their findings come in order. */
    private void readChunks(EvtxFile file, int threads) throws IOException {
        file.fileProblems().forEach(this::problem);
        file.process(chunk -> {
            Spotter ofChunk = new Spotter(selectors);
            chunk.read(ofChunk);
            return ofChunk.findings();
        }, findings -> findings.forEach(this::take), ParallelPlan.ofThreads(threads));
    }

    @Override
    public void event(EventCursor event) {
        take(spotter.sighting(event));
    }

    private void take(Finding finding) {
        switch (finding) {
            case Sighting sighting -> take(sighting);
            case Oddity(Problem problem) -> problem(problem);
        }
    }

    private void take(Sighting sighting) {
        Instant time = sighting.time();
        LogScan log = log(sighting.computer(), sighting.channel());
        if (damaged) {
            endDamage(time);
        }
        log.record(sighting.recordId(), time);
        previous = time;
        sighting.event().ifPresent(event -> keep(event, sighting.selectors(), log));
        if (sighting.cleared().isPresent() && cleared.size() < MAX_PROBLEMS) {
            cleared.add(new Cleared(log.computer, sighting.cleared().get(), time));
        }
    }

    private void keep(LogEvent event, List<EventSelector> wanting, LogScan log) {
        for (EventSelector selector : wanting) {
            NewestEvents kept = log.kept.computeIfAbsent(selector.name(), _ -> new NewestEvents(limit));
            if (kept.wants(event.time())) {
                kept.add(event);
            }
        }
    }

    /** The log of an event; nearly always that of the event before. */
    private LogScan log(String computer, String channel) {
        LogScan known = current;
        if (known != null && known.channel.equals(channel) && known.computer.equals(computer)) {
            return known;
        }
        String key = computer.toLowerCase(Locale.ROOT) + '\n' + channel.toLowerCase(Locale.ROOT);
        LogScan log = logs.computeIfAbsent(key, _ -> new LogScan(computer, channel));
        current = log;
        return log;
    }

    @Override
    public void problem(Problem problem) {
        damaged |= problem.severity() == Severity.DAMAGE;
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(problem);
        } else {
            moreProblems++;
        }
    }

    /**
     * What was lost lies between the events before and after it; when those stand in the wrong order the log is circular,
     * and it is either the newest or the oldest part that was lost.
     */
    private void endDamage(Instant next) {
        damaged = false;
        if (previous == null || !previous.isAfter(next)) {
            damage(new Hole(Kind.DAMAGE, Optional.ofNullable(previous), Optional.of(next), 0));
        } else {
            damage(new Hole(Kind.DAMAGE, Optional.of(previous), Optional.empty(), 0));
            damage(new Hole(Kind.DAMAGE, Optional.empty(), Optional.of(next), 0));
        }
    }

    /** Nobody knows to which log of the source a lost record belonged. */
    private void damage(Hole hole) {
        logs.values().forEach(log -> log.damaged(hole));
    }

    EventInput input() {
        return input;
    }

    Collection<LogScan> logs() {
        return logs.values();
    }

    List<Problem> problems() {
        return problems;
    }

    List<Cleared> cleared() {
        return cleared;
    }

    SourceSummary summary() {
        Optional<Instant> first = logs.values().stream().map(log -> log.runs.first()).min(Instant::compareTo);
        Optional<Instant> last = logs.values().stream().map(log -> log.runs.last()).max(Instant::compareTo);
        TreeSet<String> channels = new TreeSet<>();
        logs.values().forEach(log -> channels.add(log.channel));
        long records = logs.values().stream().mapToLong(log -> log.runs.records()).sum();
        return new SourceSummary(input.source().name(), input.role(), records, first, last, List.copyOf(channels),
                readable);
    }
}
