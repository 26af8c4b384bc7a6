package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Problem;
import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.formats.events.query.QuerySyntaxException;
import dev.vigie.formats.windows.Guid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Selecting while reading gives what filtering after reading everything gives. */
class EvtxSelectionTest {
    private static final QueryContext CONTEXT = QueryContext.of(LogQueries.NOW);
    private static final String SMALL = "Velocidex/velociraptor/artifacts/testdata/files/RDPAuth_LocalSessionManager.evtx";
    private static final int QUERIES_A_LOG = 24;
    private static final int MANY_EVENTS = 1500;
    private static final int FLIPS = 1500;
    /** What can be wrong inside a record, and is not looked for in one that does not match. */
    private static final Set<ProblemCode> INSIDE_RECORDS = Set.of(EvtxProblem.BAD_TOKEN, EvtxProblem.UNEXPECTED_END,
            EvtxProblem.BAD_NAME, EvtxProblem.BAD_TEMPLATE, EvtxProblem.BAD_VALUES, EvtxProblem.TOO_COMPLEX,
            EvtxProblem.UNKNOWN_TYPE, EvtxProblem.BAD_VALUE, EvtxProblem.BAD_NESTED, EvtxProblem.MISSING_VALUES);

    private int selected;
    private int passedOver;

    private void assertSelects(byte[] log, Recording everything, String query) throws IOException {
        EventFilter filter = filter(query);
        List<Event> expected = everything.events.stream().filter(event -> filter.matches(event, CONTEXT)).toList();
        Recording actual;
        try (EvtxFile file = EvtxFile.of("test.evtx", log)) {
            actual = Recording.of(file.select(filter, CONTEXT));
        }
        assertThat(actual.events).as(query).isEqualTo(expected);
        assertThat(actual.events.stream().map(Event::place)).as(query)
                .isEqualTo(expected.stream().map(Event::place).toList());
        assertThat(everything.problems).as(query).containsAll(actual.problems);
        assertThat(ofFrames(actual.problems)).as(query).isEqualTo(ofFrames(everything.problems));
        selected += expected.size();
        passedOver += everything.events.size() - expected.size();
    }

    private static List<Problem> ofFrames(List<Problem> problems) {
        return problems.stream().filter(problem -> !INSIDE_RECORDS.contains(problem.code())).toList();
    }

    private static EventFilter filter(String query) {
        try {
            return EventFilter.parse(query);
        } catch (QuerySyntaxException e) {
            throw new IllegalArgumentException(query, e);
        }
    }

    @Test
    void realLogs_manyQueries_giveWhatFilteringAfterwardsGives() throws IOException {
        for (EvtxSamples.Log sample : EvtxSamples.all()) {
            byte[] log = sample.bytes();
            Recording everything = Recording.of(log);
            if (everything.events.isEmpty()) {
                continue;
            }
            LogQueries queries = new LogQueries(everything.events, sample.name().hashCode());
            int count = everything.events.size() > MANY_EVENTS ? QUERIES_A_LOG / 6 : QUERIES_A_LOG;
            for (int i = 0; i < count; i++) {
                assertSelects(log, everything, queries.query());
            }
        }
        assertThat(selected).isGreaterThan(10_000);
        assertThat(passedOver).isGreaterThan(10_000);
    }

    @Test
    void damagedLogs_giveWhatFilteringAfterwardsGives() throws IOException {
        byte[] original = EvtxSamples.log(SMALL).bytes();
        int end = EvtxHeader.SIZE + LittleEndian.i32(original, EvtxHeader.SIZE + 48);
        List<Event> events = Recording.of(original).events;
        Random random = new Random(3);
        LogQueries queries = new LogQueries(events, 4);
        for (int i = 0; i < FLIPS; i++) {
            byte[] log = original.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                log[EvtxHeader.SIZE + random.nextInt(end - EvtxHeader.SIZE)] ^= (byte) (1 << random.nextInt(8));
            }
            assertSelects(log, Recording.of(log), queries.query());
        }
        assertThat(selected).isGreaterThan(FLIPS);
        assertThat(passedOver).isGreaterThan(FLIPS);
    }

    @Test
    void inputsOfTheFuzzer_giveWhatFilteringAfterwardsGives() throws IOException {
        List<Event> events = Recording.of(EvtxSamples.log(SMALL).bytes()).events;
        LogQueries queries = new LogQueries(events, 5);
        int tried = 0;
        for (byte[] log : logsOfTheFuzzer()) {
            Recording everything = Recording.of(log);
            LogQueries own = everything.events.isEmpty() ? queries : new LogQueries(everything.events, 6);
            for (int i = 0; i < 8; i++) {
                assertSelects(log, everything, i % 2 == 0 ? own.query() : queries.query());
            }
            tried++;
        }
        assertThat(tried).isGreaterThan(50);
    }

    @Test
    void oddRecords_giveWhatFilteringAfterwardsGives() throws IOException {
        LogBytes log = new LogBytes();
        for (LogBytes.Body event : oddEvents()) {
            log.record(event);
        }
        byte[] bytes = log.toBytes();
        Recording everything = Recording.of(bytes);
        assertThat(everything.events).hasSize(oddEvents().size());
        for (String operator : List.of("=", "!=", "<", ">=")) {
            for (String literal : List.of("7", "'7'", "'x'", "''", "8")) {
                for (String path : List.of("System[EventID", "System[Channel", "System[Provider/@Name", "System[Level",
                        "EventData[Data", "EventData[Data[@Name='n']", "EventData[Data[@Name='m']",
                        "EventData[Data[1]")) {
                    assertSelects(bytes, everything, "*[" + path + operator + literal + "]]");
                }
            }
        }
        assertSelects(bytes, everything, "*[EventData[Data='7' and Data[@Name='n']='x']]");
        assertSelects(bytes, everything, "*[EventData[Data='x']/Data[@Name='n']='7']");
        assertSelects(bytes, everything, "*[EventData[1][Data='x']]");
        assertThat(selected).isGreaterThan(100);
        assertThat(passedOver).isGreaterThan(100);
    }

    /** Templates, types and shapes that hardly any log has. */
    private static List<LogBytes.Body> oddEvents() {
        Guid guid = Guid.parse("{11111111-2222-3333-4444-555555555555}");
        LogBytes.Body slots = event -> event
                .definedElement("System", 0xFFFF,
                        system -> system.definedElement("EventID", 0, id -> id.optionalSubstitution(0, 6))
                                .definedElement("Channel", 0xFFFF, channel -> channel.substitution(1, 1)))
                .definedElement("EventData", 2, data -> datum(datum(data, "n", 2), "m", 3));
        LogBytes.Body twoPayloads = event -> slots
                .write(event.definedElement("EventData", 0xFFFF, data -> datum(data, "n", 2)));
        LogBytes.Body systemInSlot = event -> event.substitution(0, 0x21).substitution(1, 0x21);
        LogBytes.TypedValue seven = LogBytes.value(6, out -> out.u16(7));
        LogBytes.TypedValue sevenAsText = LogBytes.string("7");
        LogBytes.TypedValue sevens = LogBytes.value(0x86, out -> out.u16(7).u16(8));
        LogBytes.TypedValue texts = LogBytes.value(0x81, out -> out.utf16("x\0" + "7\0"));
        LogBytes.TypedValue noText = LogBytes.string("");
        LogBytes.TypedValue oddSize = LogBytes.value(6, out -> out.u8(7));
        LogBytes.TypedValue unknown = LogBytes.value(0x55, out -> out.u16(7));
        LogBytes.TypedValue nestedText = LogBytes.value(0x21, out -> out.element("T", text -> text.text("7")));
        LogBytes.TypedValue nestedSystem = LogBytes.value(0x21,
                out -> out.element("System", system -> system.element("EventID", id -> id.text("7"))));
        LogBytes.TypedValue nestedData = LogBytes.value(0x21,
                out -> out.element("EventData", data -> data.element("Data", text -> text.text("x"))));
        return List.of(templated(guid, slots, seven, sevenAsText, sevenAsText, noText),
                templated(guid, slots, sevenAsText, LogBytes.string("x\0\0"), LogBytes.string("x\0"), seven),
                templated(guid, slots, LogBytes.nothing(), noText, LogBytes.nothing(), sevens),
                templated(guid, slots, sevens, texts, texts, sevens),
                templated(guid, slots, oddSize, unknown, oddSize, unknown),
                templated(guid, slots, nestedText, nestedText, nestedText, LogBytes.nothing()),
                templated(guid, slots, seven), templated(guid, slots),
                templated(guid, twoPayloads, seven, noText, sevenAsText, LogBytes.string("x")),
                templated(guid, systemInSlot, nestedSystem, nestedData),
                templated(guid, systemInSlot, nestedData, nestedData),
                out -> out.element("Event", event -> event
                        .element("System", system -> system.element("EventID", id -> id.text(" 7 ")))
                        .element("EventData", data -> data.element("Data", text -> text.text("7")))));
    }

    private static LogBytes.Body templated(Guid guid, LogBytes.Body event, LogBytes.TypedValue... values) {
        return out -> out.instance(guid, new int[1], body -> body.definedElement("Event", 0xFFFF, event), values);
    }

    /** A {@code Data} of this name with a slot. */
    private static LogBytes datum(LogBytes out, String name, int slot) {
        return out.u8(0x41).u16(0xFFFF).u32(0).name("Data").u32(0).u8(0x06).name("Name").text(name).u8(0x02)
                .substitution(slot, 1).u8(0x04);
    }

    @Test
    void damageInsideARecord_isReportedOnlyIfItCouldMatch() throws IOException {
        Guid guid = Guid.parse("{11111111-2222-3333-4444-555555555555}");
        LogBytes.Body event = body -> body.definedElement("System", 0xFFFF,
                system -> system.definedElement("EventID", 0xFFFF, id -> id.substitution(0, 6)));
        byte[] log = LogBytes.of(templated(guid, event, LogBytes.value(6, out -> out.u16(7)),
                LogBytes.value(0x55, out -> out.u16(7))));
        try (EvtxFile file = EvtxFile.of("test.evtx", log)) {
            assertThat(Recording.of(file.select(filter("*[System[EventID=8]]"), CONTEXT)).problemKeys()).isEmpty();
            assertThat(Recording.of(file.select(filter("*[System[EventID!=7]]"), CONTEXT)).problemKeys()).isEmpty();
            assertThat(Recording.of(file.select(filter("*[System[EventID=7]]"), CONTEXT)).problemKeys())
                    .containsExactly("evtx.value.unknown-type");
        }
    }

    @Test
    void selectedFile_isCheckedAsAWhole_andSelectedAnew() throws IOException {
        try (EvtxFile file = EvtxFile.open(EvtxSamples.log(SMALL).path())) {
            EvtxFile none = file.select(filter("*[System[EventID=0]]"), CONTEXT);
            assertThat(Recording.of(none).events).isEmpty();
            assertThat(none.check()).isEqualTo(file.check());
            assertThat(Recording.of(none.select(filter("*"), CONTEXT)).events).isEqualTo(Recording.of(file).events);
        }
    }

    @Test
    void chunksInParallel_giveWhatOneThreadGives() throws IOException {
        try (EvtxFile log = EvtxFile.open(EvtxSamples.log("omerbenamram/evtx/samples/security.evtx").path())) {
            EvtxFile logons = log.select(filter("*[EventData[Data[@Name='LogonType']=5]]"), CONTEXT);
            List<Event> events = new ArrayList<>();
            logons.process(chunk -> {
                Recording recording = new Recording();
                chunk.read(recording);
                return recording.events;
            }, events::addAll, ParallelPlan.ofThreads(3));
            assertThat(events).isEqualTo(Recording.of(logons).events).hasSizeGreaterThan(100);
        }
    }

    private static List<byte[]> logsOfTheFuzzer() throws IOException {
        List<byte[]> logs = new ArrayList<>();
        for (Path input : inputs("file")) {
            byte[] bytes = Files.readAllBytes(input);
            try {
                EvtxFile.of("test.evtx", bytes).close();
                logs.add(bytes);
            } catch (EvtxFormatException refused) {
                // No log at all.
            }
        }
        for (Path input : inputs("record")) {
            byte[] bytes = Files.readAllBytes(input);
            if (bytes.length <= Chunk.SIZE - Chunk.HEADER_SIZE - 64) {
                logs.add(LogBytes.of(out -> out.bytes(bytes)));
            }
        }
        return logs;
    }

    private static List<Path> inputs(String kind) throws IOException {
        try (Stream<Path> files = Files.list(
                Path.of(EvtxSelectionTest.class.getResource("EvtxReaderFuzzTestInputs/" + kind).toURI()))) {
            return files.sorted().toList();
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
