package dev.vigie.formats.events.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.Samples;
import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Recovery;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.EvtxWriter;
import dev.vigie.formats.events.evtx.EvtxWriterOptions;
import dev.vigie.formats.windows.FileTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergedEventsTest {
    private static final long BEGIN = 134_000_000_000_000_000L;

    @TempDir
    private Path folder;

    private static Element leaf(String name, Value value) {
        return new Element(name, List.of(), List.of(value));
    }

    private static Event event(long recordId, long tick, String data) {
        return event("SRV1", recordId, new Value.Time(new FileTime(BEGIN + tick)), data);
    }

    private static Event event(String computer, long recordId, Value time, String data) {
        List<Node> system = List.of(
                new Element("Provider", List.of(new Attribute("Name", new Value.Text("P"))), List.of()),
                leaf("EventID", new Value.Int(ValueType.UINT16, 7)),
                new Element("TimeCreated", List.of(new Attribute("SystemTime", time)), List.of()),
                leaf("EventRecordID", new Value.Int(ValueType.UINT64, recordId)),
                leaf("Channel", new Value.Text("System")), leaf("Computer", new Value.Text(computer)));
        Element payload = new Element("EventData", List.of(), List.of(new Element("Data",
                List.of(new Attribute("Name", new Value.Text("D"))), List.of(new Value.Text(data)))));
        return new Event(new Element("Event", List.of(), List.of(new Element("System", List.of(), system), payload)),
                new Place("memory", 10 * recordId, recordId));
    }

    /** Of events in memory: a source that is read once. */
    private record Listed(String name, List<Event> events) implements EventSource {
        @Override
        public void read(EventSink sink) {
            events.forEach(sink::event);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private static EvtxFile log(String name, List<Event> events) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EvtxWriter writer = EvtxWriter.create(bytes, EvtxWriterOptions.DEFAULT)) {
            for (Event event : events) {
                writer.write(event);
            }
        }
        return EvtxFile.of(name, bytes.toByteArray());
    }

    /** Everything a source gives. */
    private static final class Gathered implements EventSink {
        private final List<Event> events = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private int most = Integer.MAX_VALUE;

        @Override
        public void event(EventCursor event) {
            events.add(event.toEvent());
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }

        @Override
        public boolean isFull() {
            return events.size() >= most;
        }

        static Gathered of(EventSource source) throws IOException {
            Gathered gathered = new Gathered();
            source.read(gathered);
            return gathered;
        }

        List<String> texts() {
            return events.stream().map(MergedEventsTest::text).toList();
        }
    }

    private static String text(Event event) {
        return Objects.toString(event.timeCreated()) + " " + event.recordId() + " " + event.datum("D");
    }

    private FileChannel spool() throws IOException {
        return FileChannel.open(Files.createTempFile(folder, "spool", ".tmp"), StandardOpenOption.READ,
                StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private MergedEvents merged(boolean unique, EventSource... sources) {
        return new MergedEvents("all", List.of(sources), this::spool, unique);
    }

    /** What the merge must give: everything one after the other, sorted by a stable sort. */
    private static List<String> sorted(EventSource... sources) throws IOException {
        List<Event> all = new ArrayList<>();
        for (EventSource source : sources) {
            all.addAll(Gathered.of(source).events);
        }
        all.sort(Comparator.comparing(MergedEventsTest::ticks, Long::compareUnsigned));
        return all.stream().map(MergedEventsTest::text).toList();
    }

    private static long ticks(Event event) {
        return Objects.requireNonNull(event.timeCreated()).ticks();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void merged_isTheStableSortOfAll_howeverTheyAreSorted(long seed) throws IOException {
        Random random = new Random(seed);
        List<EventSource> sources = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            List<Event> events = new ArrayList<>();
            int count = random.nextInt(3000);
            // From nearly sorted to not at all, and with many events of one moment.
            int disorder = 1 << random.nextInt(14);
            for (int n = 0; n < count; n++) {
                events.add(event(n + 1, (n + random.nextInt(disorder)) / 3, "source " + i));
            }
            sources.add(random.nextInt(3) == 0 ? new Listed("list" + i, events) : log("log" + i, events));
        }
        EventSource[] all = sources.toArray(EventSource[]::new);
        assertThat(Gathered.of(merged(false, all)).texts()).isEqualTo(sorted(all));
    }

    @Test
    void merged_ofMoreChunksAtOnceThanAreHeld_isStillTheSort() throws IOException {
        Random random = new Random(9);
        List<Event> events = new ArrayList<>();
        for (int n = 0; n < 12_000; n++) {
            events.add(event(n + 1, random.nextInt(5000), "x".repeat(random.nextInt(700))));
        }
        EvtxFile log = log("log", events);
        assertThat(log.chunkCount()).isGreaterThan(80);
        assertThat(Gathered.of(merged(false, log)).texts()).isEqualTo(sorted(log));
    }

    @Test
    void events_keepTheirPlaceAndTheirRecovery() throws IOException {
        Recovery recovery = new Recovery(Recovery.Origin.SLACK, Recovery.TemplateSource.ELSEWHERE);
        Event recovered = new Event(event(5, 1, "a").root(), new Place("list", 77, 5), recovery);
        EvtxFile log = log("log", List.of(event(1, 0, "b"), event(2, 2, "c")));
        List<Event> events = Gathered.of(merged(false, log, new Listed("list", List.of(recovered)))).events;
        assertThat(events).extracting(event -> event.place().source()).containsExactly("log", "list", "log");
        assertThat(events.get(1).place()).isEqualTo(new Place("list", 77, 5));
        assertThat(events.get(1).recovery()).isEqualTo(recovery);
        assertThat(events.get(2).place()).isEqualTo(Gathered.of(log).events.get(1).place());
    }

    @Test
    void anEventWithoutATime_standsWithTheOneBefore() throws IOException {
        Event timeless = event("SRV1", 2, new Value.Text("yesterday"), "timeless");
        EvtxFile log = log("log", List.of(event(1, 5, "five"), timeless, event(3, 3, "three")));
        Listed list = new Listed("list", List.of(event(1, 4, "four"), event(2, 6, "six")));
        assertThat(Gathered.of(merged(false, log, list)).events)
                .extracting(event -> Objects.requireNonNull(event.datum("D")).text())
                .containsExactly("three", "four", "five", "timeless", "six");
    }

    @Test
    void unique_leavesOutWhatIsTheSameWhereverItWasRead() throws IOException {
        List<Event> events = Stream.iterate(1, n -> n + 1).limit(500).map(n -> event(n, n / 4, "d" + n)).toList();
        EvtxFile log = log("log", events);
        EvtxFile copy = log("copy", events);
        Listed xml = new Listed("xml", events);
        MergedEvents merged = merged(true, log, xml, copy);
        assertThat(Gathered.of(merged).texts()).isEqualTo(sorted(log));
        assertThat(merged.duplicates()).isEqualTo(1000);
    }

    @Test
    void unique_keepsWhatDiffersInAnything() throws IOException {
        Value time = new Value.Time(new FileTime(BEGIN));
        Value later = new Value.Time(new FileTime(BEGIN + 1));
        Listed list = new Listed("list", List.of(event("A", 1, time, "x"), event("B", 1, time, "x"),
                event("A", 2, time, "x"), event("A", 1, later, "x"), event("A", 1, time, "y")));
        MergedEvents merged = merged(true, list);
        assertThat(Gathered.of(merged).events).hasSize(5);
        assertThat(merged.duplicates()).isZero();
    }

    @Test
    void problems_comeFirst_ofEverySource() throws IOException {
        EvtxFile log = log("log", List.of(event(1, 5, "a")));
        Problem problem = Problem.of(dev.vigie.formats.events.evtx.EvtxProblem.DIRTY, Place.of("zip"));
        Gathered gathered = Gathered.of(merged(false, log.withProblems(List.of(problem))));
        assertThat(gathered.problems).contains(problem);
        assertThat(gathered.events).hasSize(1);
    }

    @Test
    void aFullSink_getsNoMore() throws IOException {
        Gathered gathered = new Gathered();
        gathered.most = 3;
        merged(false, log("log", Stream.iterate(1, n -> n + 1).limit(500).map(n -> event(n, -n + 1000, "d")).toList()))
                .read(gathered);
        assertThat(gathered.events).extracting(Event::recordId).containsExactly(500L, 499L, 498L);
    }

    @Test
    void realLogs_giveEveryEventOnceInOrder_andTheirXmlIsTheSame() throws IOException {
        List<Path> files = Samples.files("evtx", ".evtx").stream().filter(MergedEventsTest::isSmall).limit(40).toList();
        List<EventSource> logs = new ArrayList<>();
        for (Path file : files) {
            logs.add(EvtxFile.open(file));
        }
        try (MergedEvents merged = new MergedEvents("all", logs, this::spool, false)) {
            List<Event> events = Gathered.of(merged).events;
            long expected = 0;
            for (EventSource log : logs) {
                expected += Gathered.of(log).events.size();
            }
            assertThat(events).hasSize((int) expected);
            assertThat(events.stream().map(Event::timeCreated).filter(Objects::nonNull).toList()).isSorted();
            assertThat(new LinkedHashSet<>(events.stream().map(Event::place).toList())).hasSize((int) expected);
            List<EventSource> twice = new ArrayList<>(logs);
            twice.add(new Listed("xml", events));
            MergedEvents unique = new MergedEvents("twice", twice, this::spool, true);
            List<EventIdentity> given = Gathered.of(unique).events.stream().map(EventIdentity::of).toList();
            assertThat(given).doesNotHaveDuplicates();
            assertThat(unique.duplicates()).isGreaterThanOrEqualTo(events.size());
        }
    }

    private static boolean isSmall(Path file) {
        try {
            return Files.size(file) < 1 << 20;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
