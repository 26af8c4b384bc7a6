package dev.vigie.diagnosis.facts;

import dev.vigie.diagnosis.facts.Coverage.Hole;
import dev.vigie.diagnosis.facts.GatheredLogs.NamedLogs;
import dev.vigie.diagnosis.facts.MachineLogs.ClockStep;
import dev.vigie.diagnosis.facts.MachineLogs.KeptEvents;
import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The gatherer of events: reads every source once, several at a time, and keeps the events that are wanted.
 *
 * <p>Memory is bounded: of each selector, machine and channel the newest {@value #LIMIT} events and the oldest one are
 * kept, and only of events that a selector wants. The result does not depend on the number of threads. Safe for use by
 * several threads.
 */
public final class EventGatherer {
    /** How many events are kept of each selector, machine and channel. */
    public static final int LIMIT = 10_000;
    private final SelectorIndex selectors;
    private final int limit;
    private final int threads;

    /**
     * A gatherer of the events of these selectors.
     *
     * @param threads how many threads read; a large event log is shared among them
     */
    public EventGatherer(List<EventSelector> selectors, int threads) {
        this(selectors, threads, LIMIT);
    }

    EventGatherer(List<EventSelector> selectors, int threads, int limit) {
        this.selectors = new SelectorIndex(selectors);
        this.limit = limit;
        this.threads = threads;
    }

    /**
     * Reads all sources.
     *
     * @throws InterruptedException when the thread is interrupted; sources not yet read are left alone
     */
    public GatheredLogs gather(List<EventInput> inputs) throws InterruptedException {
        List<SourceScan> scans = scan(inputs);
        List<Problem> problems = new ArrayList<>();
        scans.forEach(scan -> problems.addAll(scan.problems()));
        List<MachineLogs> machines = machines(scans.stream().filter(scan -> scan.input().role().isEmpty()).toList());
        List<NamedLogs> named = named(scans, problems);
        machines.forEach(machine -> reportDropped(machine, problems));
        named.forEach(part -> reportDropped(part.logs(), problems));
        return new GatheredLogs(machines, named, scans.stream().map(SourceScan::summary).toList(), problems);
    }

    private List<SourceScan> scan(List<EventInput> inputs) throws InterruptedException {
        List<SourceScan> scans = inputs.stream().map(input -> new SourceScan(input, selectors, limit)).toList();
        // Large logs one after the other, each by all threads; the others at the same time, each by one.
        List<SourceScan> others = new ArrayList<>();
        for (SourceScan scan : scans) {
            if (scan.isLarge()) {
                scan.run(threads);
            } else {
                others.add(scan);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        scanTogether(others);
        return scans;
    }

    private void scanTogether(List<SourceScan> scans) throws InterruptedException {
        if (threads <= 1 || scans.size() <= 1) {
            scans.forEach(scan -> scan.run(1));
            return;
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(Math.min(threads, scans.size()))) {
            try {
                for (Future<SourceScan> done : workers.invokeAll(scans.stream().map(EventGatherer::task).toList())) {
                    done.get();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("a source failed beyond I/O", e.getCause());
            }
        }
    }

    private static Callable<SourceScan> task(SourceScan scan) {
        return () -> scan.run(1);
    }

    private List<MachineLogs> machines(List<SourceScan> scans) {
        MachineNames names = MachineNames.of(scans);
        Map<String, List<LogScan>> byMachine = new TreeMap<>();
        for (SourceScan scan : scans) {
            for (LogScan log : scan.logs()) {
                byMachine.computeIfAbsent(names.machine(log.computer), _ -> new ArrayList<>()).add(log);
            }
        }
        return byMachine.values().stream().map(logs -> join(logs, scans))
                .sorted(Comparator.comparing(machine -> machine.name().toLowerCase(Locale.ROOT))).toList();
    }

    private List<NamedLogs> named(List<SourceScan> scans, List<Problem> problems) {
        List<NamedLogs> named = new ArrayList<>();
        for (Role role : Role.values()) {
            List<SourceScan> own = scans.stream().filter(scan -> scan.input().role().equals(Optional.of(role)))
                    .toList();
            List<LogScan> logs = own.stream().flatMap(scan -> scan.logs().stream()).toList();
            if (!logs.isEmpty()) {
                MachineLogs joined = join(logs, own);
                MachineNames names = MachineNames.of(own);
                if (joined.names().stream().map(names::machine).distinct().count() > 1) {
                    problems.add(Problem.of(GatherProblem.SEVERAL_COMPUTERS,
                            Place.of(own.getFirst().input().source().name()), role.key(),
                            String.join(", ", joined.names())));
                }
                named.add(new NamedLogs(role, joined));
            }
        }
        return named;
    }

    private MachineLogs join(List<LogScan> logs, List<SourceScan> scans) {
        Map<String, Coverage> coverage = new TreeMap<>();
        Map<String, List<LogScan>> byChannel = new TreeMap<>();
        logs.forEach(log -> byChannel.computeIfAbsent(log.channel.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .add(log));
        byChannel.forEach((channel, own) -> coverage.put(channel, coverage(own, scans)));
        Set<ClockStep> steps = new LinkedHashSet<>();
        byChannel.values().forEach(own -> own.forEach(log -> steps.addAll(log.steps)));
        return new MachineLogs(names(logs), kept(logs), coverage, List.copyOf(steps));
    }

    /** The name of the newest record first; the same name in other letters once. */
    private static List<String> names(List<LogScan> logs) {
        Map<String, String> names = new LinkedHashMap<>();
        logs.stream().sorted(Comparator.comparing((LogScan log) -> log.runs.last()).reversed()
                .thenComparing(log -> log.computer))
                .forEach(log -> names.putIfAbsent(log.computer.toLowerCase(Locale.ROOT), log.computer));
        return List.copyOf(names.values());
    }

    private Map<String, KeptEvents> kept(List<LogScan> logs) {
        Map<String, List<NewestEvents>> parts = new TreeMap<>();
        logs.forEach(log -> log.kept.forEach(
                (selector, kept) -> parts.computeIfAbsent(selector, _ -> new ArrayList<>()).add(kept)));
        Map<String, KeptEvents> kept = new TreeMap<>();
        parts.forEach((selector, own) -> kept.put(selector, NewestEvents.join(own, limit)));
        return kept;
    }

    private static Coverage coverage(List<LogScan> logs, List<SourceScan> scans) {
        RecordRuns runs = RecordRuns.join(logs.stream().map(log -> log.runs).toList());
        List<Hole> holes = new ArrayList<>(runs.holes());
        logs.forEach(log -> holes.addAll(log.damage()));
        holes.sort(Comparator.comparing((Hole hole) -> hole.from().orElse(Instant.MIN))
                .thenComparing(Hole::kind));
        Set<String> computers = new LinkedHashSet<>();
        logs.forEach(log -> computers.add(log.computer));
        String channel = logs.getFirst().channel;
        List<Instant> cleared = scans.stream().flatMap(scan -> scan.cleared().stream())
                .filter(clear -> clear.channel().equalsIgnoreCase(channel)
                        && computers.stream().anyMatch(clear.computer()::equalsIgnoreCase))
                .map(SourceScan.Cleared::time).distinct().sorted().toList();
        List<String> sources = scans.stream().filter(scan -> scan.logs().stream().anyMatch(logs::contains))
                .map(scan -> scan.input().source().name()).toList();
        return new Coverage(channel, runs.records(), runs.first(), runs.last(), holes, cleared, sources);
    }

    private static void reportDropped(MachineLogs machine, List<Problem> problems) {
        new TreeMap<>(machine.kept()).forEach((selector, kept) -> {
            if (kept.dropped() > 0) {
                problems.add(Problem.of(GatherProblem.TOO_MANY_EVENTS,
                        Place.of(kept.events().getFirst().event().place().source()), machine.name(), selector,
                        kept.dropped()));
            }
        });
    }
}
