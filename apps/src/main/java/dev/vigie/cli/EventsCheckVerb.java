package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.Severity;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.EvtxSummary;
import dev.vigie.rendering.Printable;
import dev.vigie.rendering.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie events check}: what of each log could be read, and what was lost and why. */
@Command(name = "check")
final class EventsCheckVerb implements Callable<Integer> {
    private final Session session;
    private final Texts texts;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", descriptionKey = "events.inputs")
    private List<String> named = List.of();

    @Option(names = "--all", descriptionKey = "events.check.all")
    private boolean all;

    EventsCheckVerb(Session session) {
        this.session = session;
        this.texts = session.texts();
    }

    @Override
    public Integer call() throws IOException {
        EventInputs inputs = new EventInputs(session);
        boolean damaged = false;
        try (PrintStream out = session.terminal().lines()) {
            for (var file : inputs.logs(named)) {
                try (EventSource source = inputs.open(file)) {
                    damaged |= check(source, out);
                }
            }
        }
        return damaged ? ExitCode.FOUND : ExitCode.FINE;
    }

    private boolean check(EventSource source, PrintStream out) throws IOException {
        Findings findings = new Findings();
        if (source instanceof EvtxFile file) {
            EvtxSummary summary = file.check(findings.problems::add);
            describe(summary, source.name(), out);
        } else {
            source.read(findings);
            out.println(Printable.of(source.name()) + ": "
                    + texts.count("events.check.xml", findings.records));
        }
        List<Problem> shown = findings.problems.stream()
                .filter(problem -> all || problem.severity() != Severity.NOTE).toList();
        for (Problem problem : shown) {
            out.println("  " + texts.get("severity." + problem.severity().name().toLowerCase(Locale.ROOT))
                    + "  " + Printable.of(problem.place() + ": " + texts.problem(problem)));
        }
        return findings.problems.stream().anyMatch(problem -> problem.severity() == Severity.DAMAGE);
    }

    private void describe(EvtxSummary summary, String name, PrintStream out) {
        out.println(Printable.of(name) + ": " + texts.count("events.check.records", summary.records(),
                Long.toUnsignedString(summary.firstRecordId()), Long.toUnsignedString(summary.lastRecordId()),
                String.valueOf(summary.firstTime()), String.valueOf(summary.lastTime())));
        out.println("  " + texts.get("events.check.chunks", summary.chunks(), summary.blankChunks(),
                summary.damagedChunks()));
        line(out, "events.check.lost", summary.lostRecords());
        line(out, "events.check.missing", summary.missingRecordIds());
        line(out, "events.check.clock", summary.clockStepsBack());
        if (summary.isDirty()) {
            out.println("  " + texts.get("events.check.dirty"));
        }
    }

    private void line(PrintStream out, String key, long number) {
        if (number > 0) {
            out.println("  " + texts.count(key, number));
        }
    }

    private static final class Findings implements EventSink {
        private final List<Problem> problems = new ArrayList<>();
        private long records;

        @Override
        public void event(EventCursor event) {
            records++;
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }
}
