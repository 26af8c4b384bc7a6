package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.ParallelPlan;
import dev.vigie.formats.events.merge.MergedEvents;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.rendering.Printable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie events count}: how many events there are, by the fields asked for, the most frequent first. */
@Command(name = "count")
final class EventsCountVerb implements Callable<Integer> {
    private final Session session;

    @Mixin
    private EventSelection selection = new EventSelection();

    @Option(names = "--by", paramLabel = "FIELDS", descriptionKey = "events.count.by")
    private String by = "channel,provider,id";

    @Option(names = "-n", paramLabel = "N", descriptionKey = "events.count.limit")
    private long limit = Long.MAX_VALUE;

    @Option(names = {"-o", "--output"}, paramLabel = "text|csv", descriptionKey = "events.count.output")
    private String output = "text";

    EventsCountVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        // What is wrong with the command is said before anything is read.
        List<CountKey> keys = CountKey.parse(by);
        Table table = new Table(form());
        if (limit < 0) {
            throw Refusal.usage("usage.bad-value", Long.toString(limit), "-n");
        }
        DamageReport damage = new DamageReport(session);
        Counts counts = new Counts(keys, selection.filter(session), selection.context(session), damage);
        boolean openedAny = count(counts, damage);
        fill(table, keys, counts);
        try (PrintStream out = session.terminal().lines()) {
            out.print(table);
        }
        return openedAny ? ExitCode.FINE : ExitCode.COULD_NOT_CHECK;
    }

    /** Counts what all inputs hold; whether one at least could be opened. */
    private boolean count(Counts counts, DamageReport damage) throws IOException {
        try (EventInputs inputs = selection.inputs(session)) {
            if (selection.isUnique()) {
                countUnique(inputs, counts, damage);
            } else {
                countAll(inputs, counts, damage);
            }
            UnansweredPaths.tell(session, inputs, counts.filter, counts.context);
            return inputs.openedAny();
        }
    }

    private static void countAll(EventInputs inputs, Counts counts, DamageReport damage) throws IOException {
        for (EventInputs.Input input : inputs.all()) {
            Optional<EventSource> opened = inputs.open(input);
            if (opened.isPresent()) {
                try (EventSource source = opened.get()) {
                    count(source, counts, damage);
                }
            }
        }
    }

    private static void countUnique(EventInputs inputs, Counts counts, DamageReport damage) throws IOException {
        try (MergedEvents merged = inputs.merged(counts.filter, counts.context, true)) {
            count(merged, counts, damage);
            damage.tellDuplicates(merged.duplicates());
        }
    }

    private Table.Form form() {
        return switch (output.toLowerCase(Locale.ROOT)) {
            case "text" -> Table.Form.ALIGNED;
            case "csv" -> Table.Form.CSV;
            default -> throw Refusal.usage("error.unknown-format", output, "text, csv");
        };
    }

    private static void count(EventSource source, Counts counts, DamageReport damage) throws IOException {
        if (source instanceof EvtxFile file) {
            count(file, counts, damage);
        } else {
            source.read(counts);
        }
        damage.endOfSource(source.name());
    }

    private static void count(EvtxFile file, Counts counts, DamageReport damage) throws IOException {
        EvtxFile chosen = counts.filter.map(filter -> file.select(filter, counts.context)).orElse(file);
        damage.add(chosen.fileProblems());
        chosen.process(chunk -> {
            ChunkCounts ofChunk = new ChunkCounts(counts.keys);
            chunk.read(ofChunk);
            return ofChunk;
        }, ofChunk -> {
            ofChunk.numbers.forEach((key, number) -> counts.numbers.merge(key, number, Long::sum));
            damage.add(ofChunk.problems);
        }, ParallelPlan.ofProcessors());
    }

    private void fill(Table table, List<CountKey> keys, Counts counts) {
        List<Map.Entry<List<String>, Long>> rows = new ArrayList<>(counts.numbers.entrySet());
        rows.sort(Map.Entry.<List<String>, Long>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey(EventsCountVerb::compareCells)));
        List<String> head = new ArrayList<>(List.of("count"));
        keys.forEach(key -> head.add(key.label()));
        table.add(head);
        for (Map.Entry<List<String>, Long> row : rows.subList(0, (int) Math.min(limit, rows.size()))) {
            List<String> cells = new ArrayList<>(List.of(Long.toString(row.getValue())));
            row.getKey().forEach(cell -> cells.add(Printable.of(cell)));
            table.add(cells);
        }
    }

    /** Cell by cell; numbers by their value and before other texts. */
    private static int compareCells(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            String left = one.get(i);
            String right = other.get(i);
            int order = Boolean.compare(isNumber(right), isNumber(left));
            if (order == 0) {
                order = isNumber(left)
                        ? Long.compare(Long.parseLong(left), Long.parseLong(right))
                        : left.compareTo(right);
            }
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static boolean isNumber(String cell) {
        return !cell.isEmpty() && cell.length() <= 18 && cell.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static List<String> key(List<CountKey> keys, EventCursor event) {
        List<String> key = new ArrayList<>(keys.size());
        for (CountKey part : keys) {
            key.add(part.of(event));
        }
        return key;
    }

    /** The numbers of one chunk, whose events are those that are wanted. */
    private static final class ChunkCounts implements EventSink {
        private final List<CountKey> keys;
        private final Map<List<String>, Long> numbers = new HashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        ChunkCounts(List<CountKey> keys) {
            this.keys = keys;
        }

        @Override
        public void event(EventCursor event) {
            numbers.merge(key(keys, event), 1L, Long::sum);
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }

    private static final class Counts implements EventSink {
        private final List<CountKey> keys;
        private final Optional<EventFilter> filter;
        private final QueryContext context;
        private final Map<List<String>, Long> numbers = new HashMap<>();
        private final DamageReport damage;

        Counts(List<CountKey> keys, Optional<EventFilter> filter, QueryContext context, DamageReport damage) {
            this.keys = keys;
            this.filter = filter;
            this.context = context;
            this.damage = damage;
        }

        @Override
        public void event(EventCursor event) {
            if (filter.isEmpty() || filter.get().matches(event, context)) {
                numbers.merge(key(keys, event), 1L, Long::sum);
            }
        }

        @Override
        public void problem(Problem problem) {
            damage.add(problem);
        }
    }
}
