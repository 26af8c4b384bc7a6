package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Problem;
import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.formats.events.query.QuerySyntaxException;
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
