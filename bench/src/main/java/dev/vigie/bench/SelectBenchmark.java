package dev.vigie.bench;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.EvtxReadOptions;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.formats.events.query.QuerySyntaxException;
import dev.vigie.formats.windows.FileTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What one thread needs to select events of a log on disk, all of it in the cache of the system. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class SelectBenchmark {
    private static final int RECORDS = 30_000;
    private static final double MEGABYTE = 1e6;

    /** A log on disk; empty for a generated one. */
    @Param("")
    public String log = "";

    /** Whether checksums are verified. */
    @Param({"true", "false"})
    public boolean checksums = true;

    /** What is asked for. */
    @Param({"*[System[EventID=4624]]", "*[System[EventID=7]]", "*[System[Provider[@Name='Schannel']]]",
            "*[System[(EventID=4624 or EventID=7036) and TimeCreated[@SystemTime>='2016-01-01T00:00:00Z']]]",
            "*[System[band(Keywords,1)]]", "*[EventData[Data[@Name='TargetUserName']='account7']]"})
    public String query = "*";

    private Path path = Path.of("");
    private boolean generated;
    private EventFilter filter = filter("*");
    private final QueryContext context = QueryContext.of(new FileTime(0));

    /** How much was read. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Read {
        /** Size of the logs read, in units of 1,000,000 bytes. */
        public double megabytes;
        /** Records selected. */
        public long selected;
    }

    /** Puts the log on disk. */
    @Setup
    public void store() throws IOException {
        generated = log.isEmpty();
        path = generated ? Files.createTempFile("select", ".evtx") : Path.of(log);
        if (generated) {
            Files.write(path, GeneratedLog.of(RECORDS));
        }
        filter = filter(query);
    }

    /** Takes a generated log away. */
    @TearDown
    public void remove() throws IOException {
        if (generated) {
            Files.delete(path);
        }
    }

    /** The events of the query, none of which is printed. */
    @Benchmark
    public void select(Read read) throws IOException {
        try (EvtxFile file = EvtxFile.open(path, EvtxReadOptions.defaults().withChecksums(checksums))) {
            file.select(filter, context).read(new EventSink() {
                @Override
                public void event(EventCursor event) {
                    read.selected++;
                }

                @Override
                public void problem(Problem problem) {
                    // Damage costs what it costs; its number is no part of the measure.
                }
            });
        }
        read.megabytes += Files.size(path) / MEGABYTE;
    }

    private static EventFilter filter(String query) {
        try {
            return EventFilter.parse(query);
        } catch (QuerySyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
