package dev.vigie.diagnosis.cases;

import dev.vigie.diagnosis.cases.JsonObject.Mismatch;
import dev.vigie.diagnosis.facts.Coverage;
import dev.vigie.diagnosis.facts.GatheredLogs;
import dev.vigie.diagnosis.facts.GatheredLogs.NamedLogs;
import dev.vigie.diagnosis.facts.GatheredLogs.SourceSummary;
import dev.vigie.diagnosis.facts.LogEvent;
import dev.vigie.diagnosis.facts.MachineLogs;
import dev.vigie.diagnosis.facts.MachineLogs.ClockStep;
import dev.vigie.diagnosis.facts.MachineLogs.KeptEvents;
import dev.vigie.diagnosis.facts.Role;
import dev.vigie.diagnosis.report.GatheredJson;
import dev.vigie.diagnosis.report.JsonFields;
import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.Severity;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code facts.jsonl}: what was gathered, one fact a line. The line of a machine stands before those of its channels and
 * events.
 */
final class FactsFile {
    static final String NAME = "facts.jsonl";

    private FactsFile() {
    }

    static void write(GatheredLogs logs, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            JsonLines lines = new JsonLines(out);
            for (SourceSummary source : logs.sources()) {
                lines.line("source", json -> GatheredJson.source(source, json));
            }
            for (Problem problem : logs.problems()) {
                lines.line("problem", json -> problem(problem, json));
            }
            for (MachineLogs machine : logs.machines()) {
                machine(Optional.empty(), machine, lines);
            }
            for (NamedLogs named : logs.named()) {
                machine(Optional.of(named.role()), named.logs(), lines);
            }
        }
    }

    private static void problem(Problem problem, JsonFields json) {
        json.text("code", problem.code().key());
        json.text("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        json.text("source", problem.place().source());
        json.number("offset", problem.place().offset());
        json.number("record", problem.place().record());
        json.values("arguments", problem.arguments());
    }

    private static void machine(Optional<Role> role, MachineLogs machine, JsonLines lines) throws IOException {
        lines.line("machine", json -> {
            json.text("role", role.map(Role::key));
            json.texts("names", machine.names());
            json.objects("clockSteps", machine.clockSteps(), step -> {
                json.text("channel", step.channel());
                json.text("before", step.before());
                json.text("after", step.after());
            });
            json.objects("dropped", dropped(machine), entry -> {
                json.text("selector", entry.getKey());
                json.number("count", entry.getValue());
            });
        });
        for (Coverage coverage : new TreeMap<>(machine.coverage()).values()) {
            lines.line("coverage", json -> GatheredJson.coverage(coverage, json));
        }
        for (Map.Entry<LogEvent, SortedSet<String>> entry : bySelectors(machine).entrySet()) {
            lines.line("event", json -> {
                json.texts("selectors", List.copyOf(entry.getValue()));
                EventTree.write(entry.getKey().event(), json);
            });
        }
    }

    private static List<Map.Entry<String, Long>> dropped(MachineLogs machine) {
        List<Map.Entry<String, Long>> dropped = new ArrayList<>();
        new TreeMap<>(machine.kept()).forEach((selector, kept) -> {
            if (kept.dropped() > 0) {
                dropped.add(Map.entry(selector, kept.dropped()));
            }
        });
        return dropped;
    }

    private static Map<LogEvent, SortedSet<String>> bySelectors(MachineLogs machine) {
        Map<LogEvent, SortedSet<String>> events = new TreeMap<>(LogEvent.BY_TIME);
        machine.kept().forEach((selector, kept) -> kept.events()
                .forEach(event -> events.computeIfAbsent(event, _ -> new TreeSet<>()).add(selector)));
        return events;
    }

    static GatheredLogs read(Path file) throws IOException {
        Reading reading = new Reading();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                try {
                    reading.line(JsonObject.parse(line));
                } catch (Mismatch | IllegalArgumentException e) {
                    throw new CaseFormatException(NAME + ":" + number + ": " + e.getMessage(), e);
                }
            }
        }
        return reading.logs();
    }

    private static final class Reading {
        private final List<SourceSummary> sources = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<Machine> machines = new ArrayList<>();

        private static final class Machine {
            final Optional<Role> role;
            final List<String> names;
            final List<ClockStep> steps = new ArrayList<>();
            final Map<String, Long> dropped = new LinkedHashMap<>();
            final Map<String, Coverage> coverage = new LinkedHashMap<>();
            final Map<String, List<LogEvent>> events = new TreeMap<>();

            Machine(Optional<Role> role, List<String> names) {
                this.role = role;
                this.names = names;
            }

            MachineLogs logs() {
                Map<String, KeptEvents> kept = new TreeMap<>();
                events.forEach((selector, own) -> kept.put(selector,
                        new KeptEvents(own, dropped.getOrDefault(selector, 0L))));
                return new MachineLogs(names, kept, coverage, steps);
            }
        }

        void line(JsonObject json) throws Mismatch {
            switch (json.text("fact")) {
                case "source" -> sources.add(new SourceSummary(json.text("name"), role(json), json.number("records"),
                        json.optionalTime("first"), json.optionalTime("last"), json.texts("channels"),
                        json.bool("readable")));
                case "problem" -> problems.add(problem(json));
                case "machine" -> machines.add(machine(json));
                case "coverage" -> {
                    Coverage coverage = coverage(json);
                    current().coverage.put(coverage.channel().toLowerCase(Locale.ROOT), coverage);
                }
                case "event" -> {
                    LogEvent event = new LogEvent(EventTree.read(json));
                    for (String selector : json.texts("selectors")) {
                        current().events.computeIfAbsent(selector, _ -> new ArrayList<>()).add(event);
                    }
                }
                default -> throw new Mismatch("unknown fact " + json.text("fact"));
            }
        }

        private Machine current() throws Mismatch {
            if (machines.isEmpty()) {
                throw new Mismatch("no machine before this line");
            }
            return machines.getLast();
        }

        private static Machine machine(JsonObject json) throws Mismatch {
            Machine machine = new Machine(role(json), json.texts("names"));
            if (machine.names.isEmpty()) {
                throw new Mismatch("a machine without a name");
            }
            for (JsonObject step : json.objects("clockSteps")) {
                machine.steps.add(new ClockStep(step.text("channel"), step.time("before"), step.time("after")));
            }
            for (JsonObject dropped : json.objects("dropped")) {
                machine.dropped.put(dropped.text("selector"), dropped.number("count"));
            }
            return machine;
        }

        private static Optional<Role> role(JsonObject json) throws Mismatch {
            if (!json.has("role")) {
                return Optional.empty();
            }
            for (Role role : Role.values()) {
                if (role.key().equals(json.text("role"))) {
                    return Optional.of(role);
                }
            }
            throw new Mismatch("unknown role " + json.text("role"));
        }

        /** A kind of problem that was found when the case was written. */
        private record StoredCode(String key, Severity severity) implements ProblemCode {
        }

        private static Problem problem(JsonObject json) throws Mismatch {
            Severity severity = Severity.valueOf(json.text("severity").toUpperCase(Locale.ROOT));
            return new Problem(new StoredCode(json.text("code"), severity),
                    new Place(json.text("source"), json.number("offset"), json.number("record")),
                    json.values("arguments"));
        }

        private static Coverage coverage(JsonObject json) throws Mismatch {
            List<Coverage.Hole> holes = new ArrayList<>();
            for (JsonObject hole : json.objects("holes")) {
                holes.add(new Coverage.Hole(Coverage.Kind.valueOf(hole.text("kind").toUpperCase(Locale.ROOT)),
                        hole.optionalTime("from"), hole.optionalTime("to"), hole.number("missing")));
            }
            return new Coverage(json.text("channel"), json.number("records"), json.time("first"), json.time("last"),
                    holes, json.times("cleared"), json.texts("sources"));
        }

        GatheredLogs logs() {
            List<MachineLogs> unnamed = machines.stream().filter(machine -> machine.role.isEmpty()).map(Machine::logs)
                    .toList();
            List<NamedLogs> named = machines.stream().flatMap(
                    machine -> machine.role.map(role -> new NamedLogs(role, machine.logs())).stream()).toList();
            return new GatheredLogs(unnamed, named, sources, problems);
        }
    }
}
