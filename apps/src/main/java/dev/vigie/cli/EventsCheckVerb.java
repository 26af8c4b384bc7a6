package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.Severity;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.Recovery;
import dev.vigie.formats.events.Recovery.Origin;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.EvtxLogAndRecovery;
import dev.vigie.formats.events.evtx.EvtxSummary;
import dev.vigie.formats.events.evtx.Listed;
import dev.vigie.rendering.LogCheck;
import dev.vigie.rendering.LogCheck.Outcome;
import dev.vigie.rendering.LogCheckJson;
import dev.vigie.rendering.LogCheckText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie events check}: what of each log could be read, and what was lost and why. */
@Command(name = "check")
final class EventsCheckVerb implements Callable<Integer> {
    private final Session session;

    @Mixin
    private InputOptions options = new InputOptions();

    @Option(names = "--all", descriptionKey = "events.check.all")
    private boolean all;

    @Option(names = "--recover", descriptionKey = "events.check.recover")
    private boolean recover;

    @Option(names = {"-o", "--output"}, paramLabel = "text|json", descriptionKey = "events.check.output")
    private String output = "text";

    EventsCheckVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Set<Outcome> outcomes = switch (output.toLowerCase(Locale.ROOT)) {
            case "text" -> printText();
            case "json" -> printJson();
            default -> throw Refusal.usage("error.unknown-format", output, "text, json");
        };
        if (outcomes.contains(Outcome.DAMAGED)) {
            return ExitCode.FOUND;
        }
        return outcomes.contains(Outcome.UNREADABLE) ? ExitCode.COULD_NOT_CHECK : ExitCode.FINE;
    }

    private Set<Outcome> printText() throws IOException {
        try (PrintStream out = session.terminal().lines()) {
            return checkAll(new LogCheckText(session.texts(), out, all)::print);
        }
    }

    private Set<Outcome> printJson() throws IOException {
        try (OutputStream out = new Output(session.terminal().out())) {
            Set<Outcome> outcomes;
            try (LogCheckJson json = new LogCheckJson(session.texts(), out)) {
                outcomes = checkAll(json::write);
            }
            out.write('\n');
            return outcomes;
        }
    }

    private Set<Outcome> checkAll(Consumer<LogCheck> printer) throws IOException {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        try (EventInputs inputs = options.inputs(session, recover)) {
            for (EventInputs.Input input : inputs.all()) {
                outcomes.add(check(inputs.open(input), printer));
            }
        }
        return outcomes;
    }

    private Outcome check(Optional<EventSource> opened, Consumer<LogCheck> printer) throws IOException {
        if (opened.isEmpty()) {
            return Outcome.UNREADABLE;
        }
        try (EventSource source = opened.get()) {
            LogCheck check = check(source);
            printer.accept(check);
            return check.outcome();
        }
    }

    private LogCheck check(EventSource source) throws IOException {
        return switch (source) {
            case EvtxFile file -> check(file, Optional.empty());
            case EvtxLogAndRecovery both -> {
                Findings recovered = new Findings();
                both.log().recovery().read(recovered);
                yield check(both.log(), Optional.of(recovered.origins));
            }
            default -> checkOther(source);
        };
    }

    private static LogCheck check(EvtxFile file, Optional<Map<Origin, Long>> recoverable) throws IOException {
        EvtxSummary summary = file.check();
        // A log that Windows made and never wrote to has a chunk all the same.
        boolean holdsNothing = summary.records().read() == 0 && summary.chunks().total() == 0;
        boolean damaged = summary.problemCounts().keySet().stream()
                .anyMatch(code -> code.severity() == Severity.DAMAGE);
        return new LogCheck(file.name(), Optional.of(summary), summary.records().read(), summary.problems(),
                Outcome.of(summary.problems(), damaged, holdsNothing), recoverable);
    }

    private LogCheck checkOther(EventSource source) throws IOException {
        Findings findings = new Findings();
        source.read(findings);
        Listed<Problem> problems = new Listed<>(findings.problems, findings.problemCount);
        return new LogCheck(source.name(), Optional.empty(), findings.events, problems,
                Outcome.of(problems, findings.damaged, findings.events == 0),
                findings.origins.isEmpty() ? Optional.empty() : Optional.of(findings.origins));
    }

    private static final class Findings implements EventSink {
        private final List<Problem> problems = new ArrayList<>();
        private final Map<Origin, Long> origins = new EnumMap<>(Origin.class);
        private long problemCount;
        private boolean damaged;
        private long events;

        @Override
        public void event(EventCursor event) {
            events++;
            Recovery recovery = event.recovery();
            if (recovery != null) {
                origins.merge(recovery.origin(), 1L, Long::sum);
            }
        }

        @Override
        public void problem(Problem problem) {
            damaged |= problem.severity() == Severity.DAMAGE;
            if (problemCount++ < Listed.MAX) {
                problems.add(problem);
            }
        }
    }
}
