package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.events.RandomEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the programs of templates print is, byte for byte, what the tree prints. */
class CompiledTextTest {
    @Test
    void realLogs_compiled_printAsTheirTrees() throws IOException {
        ComparingPrinter printer = new ComparingPrinter();
        for (EvtxSamples.Log log : EvtxSamples.all()) {
            try (EvtxFile file = EvtxFile.open(log.path())) {
                file.read(printer);
            }
        }
        assertThat(printer.differences).isEmpty();
        assertThat(printer.events).isPositive();
        System.out.printf("%,d records: %,d without the tree as XML, %,d indented, %,d as JSON%n", printer.events,
                printer.compact, printer.indented, printer.json);
        assertThat(printer.compact).isGreaterThan(printer.events * 9 / 10);
        assertThat(printer.indented).isGreaterThan(printer.events * 9 / 10);
        assertThat(printer.json).isGreaterThan(printer.events * 9 / 10);
    }

    @Test
    void randomEvents_writtenAndCompiled_printAsTheirTrees() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            ComparingPrinter printer = ComparingPrinter.of(randomLog(seed, 200));
            assertThat(printer.differences).isEmpty();
            assertThat(printer.events).isEqualTo(200);
            assertThat(printer.compact).isPositive();
            assertThat(printer.json).isPositive();
        }
    }

    @Test
    void damagedLogs_compiled_printAsTheirTrees() throws IOException {
        int events = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] log = randomLog(seed % 7, 20);
            for (int i = 0; i < 12; i++) {
                // Behind the headers, where templates, descriptors and values lie.
                int at = LogBytes.FIRST_RECORD + random.nextInt(20_000);
                log[at] = (byte) (random.nextBoolean() ? random.nextInt(0x22) : random.nextInt());
            }
            ComparingPrinter printer = ComparingPrinter.of(log);
            assertThat(printer.differences).as("seed %d", seed).isEmpty();
            events += printer.events;
        }
        assertThat(events).isGreaterThan(1000);
    }

    private static byte[] randomLog(int seed, int records) throws IOException {
        RandomEvents events = new RandomEvents(new Random(seed));
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (EvtxWriter writer = EvtxWriter.create(log, EvtxWriterOptions.DEFAULT)) {
            for (int id = 1; id <= records; id++) {
                writer.write(events.next(id));
            }
        }
        return log.toByteArray();
    }
}
