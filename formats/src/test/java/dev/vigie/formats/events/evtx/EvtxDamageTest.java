package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EvtxDamageTest {
    /** One chunk; 17 records with shared templates. */
    private static final String SMALL = "Velocidex/velociraptor/artifacts/testdata/files/RDPAuth_LocalSessionManager.evtx";
    private static final long SEED = 20_261_123;
    private static final int FLIPS = 10_000;
    private static final int FREE_SPACE = EvtxHeader.SIZE + 48;

    /** Compares what comes out with the undamaged records, by their place; counts the identical ones. */
    private static final class Comparison implements EventSink {
        private final List<Event> originals;
        private final Map<Long, Integer> numbers = new HashMap<>();
        private final BitSet identical = new BitSet();
        private int problems;

        Comparison(List<Event> originals) {
            this.originals = originals;
            for (int i = 0; i < originals.size(); i++) {
                numbers.put(originals.get(i).place().offset(), i);
            }
        }

        @Override
        public void event(EventCursor cursor) {
            Event event = cursor.toEvent();
            Integer number = numbers.get(event.place().offset());
            if (number != null && event.equals(originals.get(number))
                    && event.place().equals(originals.get(number).place())) {
                identical.set(number);
            }
        }

        @Override
        public void problem(Problem problem) {
            problems++;
        }
    }

    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    void truncation_atEveryByte_keepsEveryRecordBeforeTheCut() throws IOException {
        byte[] log = EvtxSamples.log(SMALL).bytes();
        List<Event> events = Recording.of(log).events;
        EvtxReadOptions options = EvtxReadOptions.defaults();
        long[] ends = events.stream().mapToLong(event -> event.place().offset() + LittleEndian
                .i32(log, (int) event.place().offset() + 4)).toArray();
        int end = EvtxHeader.SIZE + LittleEndian.i32(log, FREE_SPACE);
        // Behind the records there are only zeros, where one cut is like another.
        for (int length = Long.BYTES; length < log.length; length += length < end + 100 ? 1 : 61) {
            Comparison comparison = new Comparison(events);
            try (EvtxFile file = EvtxFile.of("test.evtx", Arrays.copyOf(log, length), options)) {
                file.read(comparison);
            }
            int cut = length;
            int whole = (int) Arrays.stream(ends).filter(recordEnd -> recordEnd <= cut).count();
            assertThat(comparison.identical.cardinality()).as("cut at %d", length).isEqualTo(whole);
            assertThat(comparison.problems > 0 || whole == events.size()).as("cut at %d", length).isTrue();
        }
    }

    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    void flippedBytes_tenThousandTimes_costOnlyTheRecordsThatUseThem() throws IOException {
        byte[] log = EvtxSamples.log(SMALL).bytes();
        List<Event> events = Recording.of(log).events;
        List<BitSet> dependencies = RecordDependencies.of(log, EvtxHeader.SIZE);
        assertThat(dependencies).hasSameSizeAs(events);
        EvtxReadOptions options = EvtxReadOptions.defaults();
        int end = EvtxHeader.SIZE + LittleEndian.i32(log, FREE_SPACE);
        Random random = new Random(SEED);
        for (int i = 0; i < FLIPS; i++) {
            int position = random.nextInt(end);
            byte mask = (byte) (1 + random.nextInt(255));
            log[position] ^= mask;
            Comparison comparison = new Comparison(events);
            try (EvtxFile file = EvtxFile.of("test.evtx", log, options)) {
                file.read(comparison);
            }
            log[position] ^= mask;
            BitSet expected = new BitSet();
            for (int record = 0; record < events.size(); record++) {
                expected.set(record, position < EvtxHeader.SIZE
                        || !dependencies.get(record).get(position - EvtxHeader.SIZE));
            }
            expected.andNot(comparison.identical);
            assertThat(expected).as("records lost by byte %d ^ %d", position, mask).isEqualTo(new BitSet());
            assertThat(comparison.problems > 0 || comparison.identical.cardinality() == events.size())
                    .as("byte %d ^ %d is reported", position, mask).isTrue();
        }
    }

    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    void noise_inEveryChunk_neverFails() throws IOException {
        byte[] log = EvtxSamples.log(SMALL).bytes();
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            byte[] noisy = log.clone();
            int flips = 1 << random.nextInt(12);
            for (int k = 0; k < flips; k++) {
                noisy[EvtxHeader.SIZE + random.nextInt(Chunk.SIZE)] = (byte) random.nextInt();
            }
            Recording first = Recording.of(noisy);
            assertThat(Recording.of(noisy).events).isEqualTo(first.events);
        }
    }
}
