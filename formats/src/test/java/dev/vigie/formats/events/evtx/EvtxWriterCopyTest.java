package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigie.formats.Problem;
import dev.vigie.formats.Samples;
import dev.vigie.formats.Severity;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.RandomEvents;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.formats.events.query.QuerySyntaxException;
import dev.vigie.formats.windows.FileTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records copied from one log into another: what is read again is the selection, values, ids and times. */
class EvtxWriterCopyTest {
    @Test
    void everyRecordOfTheSamples_copied_isTheSameEvent() throws IOException {
        List<Path> files = Samples.files("evtx", ".evtx");
        long records = 0;
        for (Path file : files) {
            Copy copy = copy(EvtxFile.open(file), _ -> true);
            copy.check(file.toString());
            records += copy.events.size();
        }
        assertThat(files).isNotEmpty();
        assertThat(records).isPositive();
        System.out.printf("%,d records of %d logs copied and read again%n", records, files.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*[System[Level<=3]]", "*[System[EventID=4624 or EventID=7036]]",
            "*[EventData[Data[@Name='SubjectUserName']]]", "*[System[EventID=0]]"})
    void aQuery_selectsWhatTheCopyHolds(String query) throws IOException, QuerySyntaxException {
        EventFilter filter = EventFilter.parse(query);
        QueryContext context = QueryContext.of(FileTime.parse("2026-01-01T00:00:00Z"));
        for (Path file : Samples.files("evtx", ".evtx").subList(0, 12)) {
            copy(EvtxFile.open(file), event -> filter.matches(event, context)).check(file.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomEvents_writtenCopiedAndCopiedAgain_areTheSame(long seed) throws IOException {
        RandomEvents random = new RandomEvents(new Random(seed));
        List<Event> events = new ArrayList<>();
        for (int i = 1; i <= 400; i++) {
            events.add(random.next(i * 3L));
        }
        byte[] log = EvtxWriterSamples.write(events, EvtxWriterOptions.DEFAULT);
        Copy copy = copy(EvtxFile.of("log", log), event -> event.recordId() % 2 == 0);
        copy.check("copy");
        assertThat(copy.events).isEqualTo(events.stream().filter(event -> event.recordId() % 2 == 0).toList());
        Copy again = copy(EvtxFile.of("copy", copy.log.toByteArray()), _ -> true);
        assertThat(again.log.toByteArray()).isEqualTo(copy.log.toByteArray());
    }

    @Test
    void severalLogs_inOne_areNumberedOn() throws IOException {
        RandomEvents random = new RandomEvents(new Random(9));
        byte[] one = EvtxWriterSamples.write(List.of(random.next(10), random.next(20)), EvtxWriterOptions.DEFAULT);
        byte[] two = EvtxWriterSamples.write(List.of(random.next(5), random.next(30)), EvtxWriterOptions.DEFAULT);
        Copying copying = new Copying(_ -> true, new ByteArrayOutputStream());
        copying.read(EvtxFile.of("one", one));
        copying.read(EvtxFile.of("two", two));
        Copy copy = copying.finish();
        assertThat(copy.ids).containsExactly(10L, 20L, 21L, 30L);
        copy.check("both");
    }

    @Test
    void aLogOfAsManyChunksAsItsHeaderCounts_isFullAndStaysGood() throws IOException {
        RandomEvents random = new RandomEvents(new Random(10));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long written = 0;
        try (EvtxWriter writer = EvtxWriter.create(bytes, EvtxWriterOptions.DEFAULT, 3)) {
            for (int i = 1; i < 10_000; i++) {
                writer.write(random.next(i));
                written = i;
            }
        } catch (LogFullException full) {
            assertThat(full.chunks()).isEqualTo(3);
        }
        Copy read = copy(EvtxFile.of("full", bytes.toByteArray()), _ -> true);
        assertThat(read.ids).hasSize((int) written).endsWith(written);
        assertThat(bytes.size()).isEqualTo(4096 + 3 * 65536);
    }

    @Test
    void aFullLog_refusesEveryFurtherEvent() throws IOException {
        RandomEvents random = new RandomEvents(new Random(12));
        try (EvtxWriter writer = EvtxWriter.create(new ByteArrayOutputStream(), EvtxWriterOptions.DEFAULT, 1)) {
            assertThatThrownBy(() -> {
                for (int i = 1; i < 10_000; i++) {
                    writer.write(random.next(i));
                }
            }).isInstanceOf(LogFullException.class);
        }
    }

    private static Copy copy(EvtxFile file, Predicate<EventCursor> wanted) throws IOException {
        Copying copying = new Copying(wanted, new ByteArrayOutputStream());
        copying.read(file);
        return copying.finish();
    }

    /** What was chosen, and the log it was written to. */
    private record Copy(List<Event> events, List<Long> ids, ByteArrayOutputStream log) {
        void check(String name) throws IOException {
            List<Event> again = new ArrayList<>();
            List<Long> idsAgain = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            try (EvtxFile file = EvtxFile.of("copy of " + name, log.toByteArray())) {
                file.read(new EventSink() {
                    @Override
                    public void event(EventCursor event) {
                        again.add(event.toEvent());
                        idsAgain.add(event.place().record());
                    }

                    @Override
                    public void problem(Problem problem) {
                        problems.add(problem);
                    }
                });
                assertThat(file.check().records().lost()).isZero();
            }
            assertThat(problems).as(name).noneMatch(problem -> problem.severity() == Severity.DAMAGE);
            assertThat(idsAgain).as(name).isEqualTo(ids);
            assertThat(again).as(name).isEqualTo(events);
        }
    }

    private static final class Copying implements EventSink {
        private final Predicate<EventCursor> wanted;
        private final ByteArrayOutputStream bytes;
        private final EvtxWriter writer;
        private final List<Event> events = new ArrayList<>();
        private final List<Long> ids = new ArrayList<>();

        Copying(Predicate<EventCursor> wanted, ByteArrayOutputStream bytes) throws IOException {
            this.wanted = wanted;
            this.bytes = bytes;
            this.writer = EvtxWriter.create(bytes, EvtxWriterOptions.DEFAULT);
        }

        void read(EvtxFile file) throws IOException {
            try (file) {
                file.read(this);
            }
        }

        @Override
        public void event(EventCursor event) {
            if (wanted.test(event)) {
                try {
                    ids.add(writer.write(event));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                events.add(event.toEvent());
            }
        }

        @Override
        public void problem(Problem problem) {
            // Damage in the samples is the reader's subject.
        }

        Copy finish() throws IOException {
            writer.close();
            return new Copy(events, ids, bytes);
        }
    }
}
