package dev.vigie.diagnosis.facts;

import dev.vigie.diagnosis.facts.Coverage.Hole;
import dev.vigie.diagnosis.facts.Coverage.Kind;
import dev.vigie.diagnosis.facts.GatheredLogs.SourceSummary;
import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.Severity;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
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

/** Reads one source once: counts every record, keeps the wanted ones. */
final class SourceScan implements EventSink {
    private static final int MAX_PROBLEMS = 1000;
    private static final String EVENT_LOG_PROVIDER = "Microsoft-Windows-Eventlog";
    private static final int LOG_CLEARED = 104;
    private static final int SECURITY_LOG_CLEARED = 1102;
    private final EventInput input;
    private final SelectorIndex selectors;
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
        this.limit = limit;
    }

    SourceScan run() {
        String name = input.source().name();
        try {
            input.source().read(this);
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

    @Override
    public void event(EventCursor event) {
        Instant time = EventTimes.of(event);
        LogScan log = log(event);
        if (damaged) {
            endDamage(time);
        }
        log.record(event.recordId(), time);
        previous = time;
        keep(event, log, time);
        int id = event.eventId();
        if (id == LOG_CLEARED || id == SECURITY_LOG_CLEARED) {
            cleared(event, log, id, time);
        }
    }

    private void keep(EventCursor event, LogScan log, Instant time) {
        LogEvent value = null;
        for (EventSelector selector : selectors.find(event)) {
            NewestEvents kept = log.kept.computeIfAbsent(selector.name(), _ -> new NewestEvents(limit));
            if (kept.wants(time)) {
                value = value == null ? new LogEvent(event.toEvent()) : value;
                kept.add(value);
            }
        }
    }

    /** The log of an event; nearly always that of the event before. */
    private LogScan log(EventCursor event) {
        LogScan known = current;
        if (known != null && event.hasText(SystemField.CHANNEL, known.channel)
                && event.hasText(SystemField.COMPUTER, known.computer)) {
            return known;
        }
        String computer = event.computer();
        String channel = event.channel();
        String key = computer.toLowerCase(Locale.ROOT) + '\n' + channel.toLowerCase(Locale.ROOT);
        LogScan log = logs.computeIfAbsent(key, _ -> new LogScan(computer, channel));
        current = log;
        return log;
    }

    private void cleared(EventCursor cursor, LogScan log, int id, Instant time) {
        if (!EVENT_LOG_PROVIDER.equalsIgnoreCase(cursor.provider())) {
            return;
        }
        Value named = id == LOG_CLEARED ? cursor.toEvent().datum("Channel") : null;
        String channel = id == SECURITY_LOG_CLEARED ? log.channel : named == null ? "" : named.text();
        if (!channel.isEmpty() && cleared.size() < MAX_PROBLEMS) {
            cleared.add(new Cleared(log.computer, channel, time));
        }
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
