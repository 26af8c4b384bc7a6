package dev.vigie.rendering;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Recovery.Origin;
import dev.vigie.formats.events.evtx.ClockStep;
import dev.vigie.formats.events.evtx.EvtxHeader;
import dev.vigie.formats.events.evtx.EvtxSummary;
import dev.vigie.formats.events.evtx.Listed;
import dev.vigie.formats.events.evtx.LogCleared;
import dev.vigie.formats.events.evtx.MachineEvent;
import dev.vigie.formats.events.evtx.RecordGap;
import dev.vigie.formats.windows.FileTime;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints what a check says of a file: a line about all of it, and below what is worth a word. */
public final class LogCheckText {
    private static final int SHOWN = 5;
    private static final int NANOS_PER_TICK = 100;
    private final Texts texts;
    private final PrintStream out;
    private final boolean all;

    /**
     * A printer.
     *
     * @param all whether everything is shown, notes that cost nothing and long lists too
     */
    public LogCheckText(Texts texts, PrintStream out, boolean all) {
        this.texts = texts;
        this.out = out;
        this.all = all;
    }

    /** Prints a check. */
    public void print(LogCheck check) {
        if (check.summary().isPresent()) {
            print(check.file(), check.summary().get());
        } else {
            title(check.file(), texts.count(check.recoverable().isPresent()
                    ? "events.check.carved"
                    : "events.check.xml", check.events()));
        }
        check.recoverable().ifPresent(this::recoverable);
        check.problems().first().stream().filter(problem -> all || check.isWorthAWord(problem)).forEach(this::problem);
        more(check.problems().more());
    }

    private void print(String file, EvtxSummary summary) {
        EvtxSummary.Records records = summary.records();
        title(file, records.read() == 0
                ? texts.get("events.check.no-records")
                : texts.count("events.check.records", records.read(), id(records.firstId()), id(records.lastId()),
                        String.valueOf(records.firstTime()), String.valueOf(records.lastTime())));
        format(summary.header());
        EvtxSummary.Chunks chunks = summary.chunks();
        line(texts.get("events.check.chunks", chunks.total(), chunks.blank(), chunks.damaged()));
        count("events.check.past-header", records.pastHeader());
        gaps(summary);
        count("events.check.lost", records.lost());
        count("events.check.repeated", records.repeated());
        count("events.check.backward", records.backward());
        cleared(summary.cleared());
        machine(summary.machine());
        clock(summary);
    }

    private void format(EvtxHeader header) {
        if (!header.hasMagic()) {
            return;
        }
        List<String> words = new ArrayList<>();
        words.add(texts.get("events.check.format", header.majorVersion() + "." + header.minorVersion()));
        words.add(texts.get(header.isDirty() ? "events.check.dirty" : "events.check.closed"));
        if (header.isFull()) {
            words.add(texts.get("events.check.full"));
        }
        if (!header.hasChecksums()) {
            words.add(texts.get("events.check.no-checksums"));
        }
        line(String.join("; ", words));
    }

    private void gaps(EvtxSummary summary) {
        edge("events.check.before", summary.before());
        long missing = summary.records().missing();
        if (missing > 0) {
            line(texts.count("events.check.missing", missing));
            list(summary.gaps(), gap -> texts.get("events.check.gap." + key(gap.reason()), range(gap)));
        }
        edge("events.check.after", summary.after());
    }

    private void edge(String key, @Nullable RecordGap gap) {
        if (gap != null) {
            line(texts.get(key + "." + key(gap.reason()), range(gap)));
        }
    }

    private static String range(RecordGap gap) {
        return gap.firstId() == gap.lastId() ? id(gap.firstId()) : id(gap.firstId()) + "–" + id(gap.lastId());
    }

    private void cleared(Listed<LogCleared> cleared) {
        if (cleared.total() > 0) {
            line(texts.count("events.check.cleared", cleared.total()));
            list(cleared, log -> texts.get("events.check.cleared.log", time(log.time()), log.channel(),
                    log.user().isEmpty() ? "?" : log.user(), id(log.recordId())));
        }
    }

    private void machine(Listed<MachineEvent> events) {
        if (events.total() == 0) {
            return;
        }
        // The kernel's events and the event log's tell of the same starts; a log may hold only one kind.
        long starts = Math.max(count(events, MachineEvent.Kind.BOOT), count(events, MachineEvent.Kind.SERVICE_STARTED));
        long stops = Math.max(count(events, MachineEvent.Kind.SHUTDOWN),
                count(events, MachineEvent.Kind.SERVICE_STOPPED));
        line(texts.get("events.check.machine", starts, stops, count(events, MachineEvent.Kind.NOT_SHUT_DOWN),
                count(events, MachineEvent.Kind.UNEXPECTED_SHUTDOWN),
                count(events, MachineEvent.Kind.SHUTDOWN_REQUESTED)));
        if (all) {
            list(events, event -> texts.get("events.check.machine." + key(event.kind()), time(event.time()),
                    id(event.recordId()), event.detail()));
        }
    }

    private static long count(Listed<MachineEvent> events, MachineEvent.Kind kind) {
        return events.first().stream().filter(event -> event.kind() == kind).count();
    }

    private void clock(EvtxSummary summary) {
        Listed<ClockStep> steps = summary.clockSteps();
        if (steps.total() > 0) {
            line(texts.count("events.check.clock", steps.total(), span(summary.longestStepBack())));
            list(steps, step -> texts.get("events.check.clock.step", id(step.recordId()), step.from().toString(),
                    step.to().toString(), span(step.size()))
                    + (step.explainedBy() == null ? "" : texts.get("events.check.clock.set", id(step.explainedBy()))));
        }
    }

    /** Ticks as hours, minutes and seconds: the same in every language. */
    private static String span(long ticks) {
        Duration span = Duration.ofSeconds(Long.divideUnsigned(ticks, FileTime.TICKS_PER_SECOND),
                Long.remainderUnsigned(ticks, FileTime.TICKS_PER_SECOND) * NANOS_PER_TICK);
        return span.toHours() + ":" + twoDigits(span.toMinutesPart()) + ":" + twoDigits(span.toSecondsPart());
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private void recoverable(Map<Origin, Long> records) {
        long total = records.values().stream().mapToLong(Long::longValue).sum();
        List<String> places = new ArrayList<>();
        records.forEach((origin, number) -> places.add(texts.get("events.check.recoverable." + key(origin), number)));
        line(total == 0
                ? texts.get("events.check.recoverable.none")
                : texts.count("events.check.recoverable", total, String.join(", ", places)));
    }

    private <T> void list(Listed<T> things, Function<T, String> words) {
        int shown = all ? things.first().size() : Math.min(SHOWN, things.first().size());
        things.first().subList(0, shown).forEach(thing -> line("  " + words.apply(thing)));
        if (things.total() > shown) {
            line("  " + texts.get("events.check.more", things.total() - shown));
        }
    }

    private void problem(Problem problem) {
        line(texts.get("severity." + key(problem.severity())) + "  " + problem.place() + ": "
                + texts.problem(problem));
    }

    private void more(long number) {
        if (number > 0) {
            line(texts.get("events.check.more", number));
        }
    }

    private void count(String key, long number) {
        if (number > 0) {
            line(texts.count(key, number));
        }
    }

    private void title(String file, String words) {
        out.println(Printable.of(file) + ": " + words);
    }

    private void line(String words) {
        out.println("  " + Printable.of(words));
    }

    private static String time(@Nullable FileTime time) {
        return time == null ? "?" : time.toString();
    }

    private static String id(long id) {
        return Long.toUnsignedString(id);
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
