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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie events check}: what of each log could be read, and what was lost and why. */
@Command(name = "check")
final class EventsCheckVerb implements Callable<Integer> {
    private final Session session;
    private final Texts texts;

    @Mixin
    private InputOptions options = new InputOptions();

    @Option(names = "--all", descriptionKey = "events.check.all")
    private boolean all;

    EventsCheckVerb(Session session) {
        this.session = session;
        this.texts = session.texts();
    }

    @Override
    public Integer call() throws IOException {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        try (EventInputs inputs = options.inputs(session); PrintStream out = session.terminal().lines()) {
            for (EventInputs.Input input : inputs.all()) {
                outcomes.add(check(inputs.open(input), out));
            }
        }
        if (outcomes.contains(Outcome.DAMAGED)) {
            return ExitCode.FOUND;
        }
        return outcomes.contains(Outcome.UNREADABLE) ? ExitCode.COULD_NOT_CHECK : ExitCode.FINE;
    }

    /** What is said of one file. */
    private enum Outcome {
        WHOLE, DAMAGED, UNREADABLE
    }

    private Outcome check(Optional<EventSource> opened, PrintStream out) throws IOException {
        if (opened.isEmpty()) {
            return Outcome.UNREADABLE;
        }
        try (EventSource source = opened.get()) {
            return check(source, out);
        }
    }

    private Outcome check(EventSource source, PrintStream out) throws IOException {
        Findings findings = new Findings();
        boolean holdsNothing;
        if (source instanceof EvtxFile file) {
            EvtxSummary summary = file.check(findings.problems::add);
            describe(summary, source.name(), out);
            // A log that Windows made and never wrote to has a chunk all the same.
            holdsNothing = summary.records() == 0 && summary.chunks() == 0;
        } else {
            source.read(findings);
            out.println(Printable.of(source.name()) + ": "
                    + texts.count("events.check.xml", findings.records));
            holdsNothing = findings.records == 0;
        }
        boolean unreadable = holdsNothing && !findings.problems.isEmpty();
        findings.problems.stream()
                .filter(problem -> all || unreadable || problem.severity() != Severity.NOTE)
                .forEach(problem -> print(problem, out));
        if (findings.problems.stream().anyMatch(problem -> problem.severity() == Severity.DAMAGE)) {
            return Outcome.DAMAGED;
        }
        return unreadable ? Outcome.UNREADABLE : Outcome.WHOLE;
    }

    private void print(Problem problem, PrintStream out) {
        out.println("  " + texts.get("severity." + problem.severity().name().toLowerCase(Locale.ROOT))
                + "  " + Printable.of(problem.place() + ": " + texts.problem(problem)));
    }

    private void describe(EvtxSummary summary, String name, PrintStream out) {
        String records = summary.records() == 0
                ? texts.get("events.check.no-records")
                : texts.count("events.check.records", summary.records(),
                        Long.toUnsignedString(summary.firstRecordId()),
                        Long.toUnsignedString(summary.lastRecordId()),
                        String.valueOf(summary.firstTime()), String.valueOf(summary.lastTime()));
        out.println(Printable.of(name) + ": " + records);
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
