package dev.vigie.bench;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.formats.events.query.QuerySyntaxException;
import dev.vigie.formats.events.text.EventFormat;
import dev.vigie.formats.events.text.EventJsonLines;
import dev.vigie.formats.events.text.EventXml;
import dev.vigie.formats.events.text.Utf8Buffer;
import dev.vigie.formats.windows.FileTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What one thread does with a log in memory; the counters are megabytes and records a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class EventLogBenchmark {
    private static final int RECORDS = 30_000;
    private static final double MEGABYTE = 1e6;

    /** A log on disk; empty for a generated one. */
    @Param("")
    public String log = "";

    private byte[] bytes = new byte[0];
    private EventFilter systemQuery = filter("*[System[(Level<=4) and (EventID=4624 or EventID=7036)]]");
    private EventFilter dataQuery = filter("*[EventData[Data[@Name='LogonType']=3]]");
    private final QueryContext context = QueryContext.of(new FileTime(0));
    private final Utf8Buffer text = new Utf8Buffer();

    /** How much was read. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Read {
        /** Size of the logs read, in units of 1,000,000 bytes. */
        public double megabytes;
        /** Records seen. */
        public long records;
    }

    /** Takes the log into memory. */
    @Setup
    public void load() throws IOException {
        bytes = log.isEmpty() ? GeneratedLog.of(RECORDS) : Files.readAllBytes(Path.of(log));
    }

    /** A predicate over System fields, answered by the cursor. */
    @Benchmark
    public void scanSystemFields(Read read, Blackhole blackhole) throws IOException {
        each(read, event -> {
            int id = event.eventId();
            blackhole.consume(id == 4624 || id == 7036);
        });
    }

    /** Every record as an event that outlives its chunk. */
    @Benchmark
    public void decodeEvents(Read read, Blackhole blackhole) throws IOException {
        each(read, event -> blackhole.consume(event.toEvent()));
    }

    /** A query that System fields decide. */
    @Benchmark
    public void querySystem(Read read, Blackhole blackhole) throws IOException {
        each(read, event -> blackhole.consume(systemQuery.matches(event, context)));
    }

    /** A query that needs the payload. */
    @Benchmark
    public void queryData(Read read, Blackhole blackhole) throws IOException {
        each(read, event -> blackhole.consume(dataQuery.matches(event, context)));
    }

    /** Every record as XML. */
    @Benchmark
    public void printXml(Read read, Blackhole blackhole) throws IOException {
        print(EventXml.document(EventXml.Style.COMPACT), read, blackhole);
    }

    /** Every record as XML with an element a line, as evtx_dump prints it unless told otherwise. */
    @Benchmark
    public void printXmlIndented(Read read, Blackhole blackhole) throws IOException {
        print(EventXml.document(EventXml.Style.INDENTED), read, blackhole);
    }

    /** Every record as a JSON line. */
    @Benchmark
    public void printJsonLines(Read read, Blackhole blackhole) throws IOException {
        print(EventJsonLines.FORMAT, read, blackhole);
    }

    private void print(EventFormat format, Read read, Blackhole blackhole) throws IOException {
        each(read, event -> {
            text.clear();
            format.append(event, text);
            blackhole.consume(text.size());
        });
    }

    private void each(Read read, Consumer<EventCursor> work) throws IOException {
        try (EvtxFile file = EvtxFile.of("log", bytes)) {
            file.read(new EventSink() {
                @Override
                public void event(EventCursor event) {
                    work.accept(event);
                    read.records++;
                }

                @Override
                public void problem(Problem problem) {
                    // Damage costs what it costs; its number is no part of the measure.
                }
            });
        }
        read.megabytes += bytes.length / MEGABYTE;
    }

    private static EventFilter filter(String query) {
        try {
            return EventFilter.parse(query);
        } catch (QuerySyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
