package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigie.formats.events.Event;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EvtxParallelTest {
    private static final int CHUNKS = 40;

    private static EvtxFile manyChunks() throws IOException {
        return EvtxFile.of("many", manyChunkBytes());
    }

    private static byte[] manyChunkBytes() {
        LogBytes log = new LogBytes();
        for (int i = 0; i < CHUNKS; i++) {
            String text = Integer.toString(i);
            log.record(out -> out.element("Event", event -> event.text(text))).endChunk();
        }
        return log.toBytes();
    }

    private static List<Event> events(EvtxChunk chunk) throws IOException {
        Recording recording = new Recording();
        chunk.read(recording);
        return recording.events;
    }

    @Test
    void ordered_isWhatOneThreadReads() throws IOException {
        try (EvtxFile file = manyChunks()) {
            List<Event> events = new ArrayList<>();
            file.process(EvtxParallelTest::events, events::addAll, ParallelPlan.ofThreads(3));
            assertThat(events).isEqualTo(Recording.of(file).events);
            assertThat(events.getLast().place()).isEqualTo(Recording.of(file).events.getLast().place());
        }
    }

    @Test
    void unordered_hasEverythingOnce() throws IOException {
        try (EvtxFile file = manyChunks()) {
            List<Event> events = new ArrayList<>();
            file.process(EvtxParallelTest::events, events::addAll, ParallelPlan.ofThreads(3).unordered());
            assertThat(events).containsExactlyInAnyOrderElementsOf(Recording.of(file).events);
        }
    }

    @Test
    void byRecord_aCircularLogStartsWithItsOldestRecord() throws IOException {
        byte[] bytes = new byte[EvtxHeader.SIZE + CHUNKS * Chunk.SIZE];
        byte[] straight = manyChunkBytes();
        int turned = 13 * Chunk.SIZE;
        int size = CHUNKS * Chunk.SIZE;
        System.arraycopy(straight, 0, bytes, 0, EvtxHeader.SIZE);
        System.arraycopy(straight, EvtxHeader.SIZE, bytes, EvtxHeader.SIZE + turned, size - turned);
        System.arraycopy(straight, EvtxHeader.SIZE + size - turned, bytes, EvtxHeader.SIZE, turned);
        try (EvtxFile file = EvtxFile.of("many", straight); EvtxFile circular = EvtxFile.of("many", bytes)) {
            List<Event> events = new ArrayList<>();
            circular.process(RecordOrder.OLDEST_FIRST, EvtxParallelTest::events, events::addAll,
                    ParallelPlan.ofThreads(3));
            assertThat(events).isEqualTo(Recording.of(file).events).isNotEqualTo(Recording.of(circular).events);
            List<Event> newest = new ArrayList<>();
            circular.process(RecordOrder.NEWEST_FIRST, EvtxParallelTest::events, newest::addAll,
                    ParallelPlan.ofThreads(3));
            assertThat(newest).as("one record a chunk").isEqualTo(events.reversed());
        }
    }

    @Test
    void byRecord_aChunkWithoutHeader_staysBehindTheOneBeforeIt() throws IOException {
        byte[] bytes = manyChunkBytes();
        Arrays.fill(bytes, EvtxHeader.SIZE + 5 * Chunk.SIZE, EvtxHeader.SIZE + 5 * Chunk.SIZE + 64, (byte) 0xFF);
        try (EvtxFile file = EvtxFile.of("many", bytes)) {
            List<Event> events = new ArrayList<>();
            file.process(RecordOrder.OLDEST_FIRST, EvtxParallelTest::events, events::addAll, ParallelPlan.ofThreads(3));
            assertThat(events).isEqualTo(Recording.of(file).events);
        }
    }

    @Test
    void realLog_inParallel_isWhatOneThreadReads() throws IOException {
        EvtxSamples.Log log = EvtxSamples.log("omerbenamram/evtx/samples/security.evtx");
        try (EvtxFile file = EvtxFile.open(log.path())) {
            List<Event> events = new ArrayList<>();
            file.process(EvtxParallelTest::events, events::addAll, ParallelPlan.ofProcessors());
            assertThat(events).isEqualTo(Recording.of(file).events);
        }
    }

    @Test
    void chunksInFlight_areNeverMoreThanPlanned() throws IOException {
        ParallelPlan plan = new ParallelPlan(2, 5, true);
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (EvtxFile file = manyChunks()) {
            file.process(chunk -> {
                most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                return chunk.number();
            }, number -> inFlight.decrementAndGet(), plan);
        }
        assertThat(most.get()).isBetween(1, 5);
        assertThat(inFlight.get()).isZero();
    }

    @Test
    void fullResults_endTheRun() throws IOException {
        List<Long> numbers = new ArrayList<>();
        AtomicInteger started = new AtomicInteger();
        try (EvtxFile file = manyChunks()) {
            file.process(chunk -> {
                started.incrementAndGet();
                return chunk.number();
            }, new ChunkResults<Long>() {
                @Override
                public void result(Long number) {
                    numbers.add(number);
                }

                @Override
                public boolean isFull() {
                    return numbers.size() == 3;
                }
            }, new ParallelPlan(2, 4, true));
        }
        assertThat(numbers).containsExactly(0L, 1L, 2L);
        assertThat(started.get()).isLessThan(CHUNKS);
    }

    @Test
    void failureOfTheWork_isThrownAsItIs() throws IOException {
        try (EvtxFile file = manyChunks()) {
            assertThatThrownBy(() -> file.process(chunk -> {
                throw new IOException("disk");
            }, result -> {
            }, ParallelPlan.ofThreads(2))).isInstanceOf(IOException.class).hasMessage("disk");
            assertThatThrownBy(() -> file.process(chunk -> {
                throw new IllegalArgumentException("work");
            }, result -> {
            }, ParallelPlan.ofThreads(2).unordered())).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("work");
            assertThat(Recording.of(file).events).hasSize(CHUNKS);
        }
    }

    @Test
    void failureInABatch_isThrownBehindTheResultsBeforeIt() throws IOException {
        ParallelPlan plan = new ParallelPlan(2, 32, true);
        assertThat(plan.chunksInBatch()).isEqualTo(4);
        List<Long> numbers = new ArrayList<>();
        try (EvtxFile file = manyChunks()) {
            assertThatThrownBy(() -> file.process(chunk -> {
                if (chunk.number() == 6) {
                    throw new IOException("disk");
                }
                return chunk.number();
            }, numbers::add, plan)).isInstanceOf(IOException.class).hasMessage("disk");
        }
        assertThat(numbers).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void fullResultsInABatch_takeNoMoreOfIt() throws IOException {
        List<Long> numbers = new ArrayList<>();
        try (EvtxFile file = manyChunks()) {
            file.process(EvtxChunk::number, new ChunkResults<Long>() {
                @Override
                public void result(Long number) {
                    numbers.add(number);
                }

                @Override
                public boolean isFull() {
                    return numbers.size() == 6;
                }
            }, new ParallelPlan(2, 32, true));
        }
        assertThat(numbers).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void failureOfTheResults_endsTheRun() throws IOException {
        try (EvtxFile file = manyChunks()) {
            assertThatThrownBy(() -> file.process(EvtxChunk::number, number -> {
                throw new IllegalStateException("consumer");
            }, ParallelPlan.ofThreads(2))).isInstanceOf(IllegalStateException.class).hasMessage("consumer");
        }
    }

    @Test
    void interruptedCaller_stopsAndTheFileStaysOpen() throws IOException {
        try (EvtxFile file = manyChunks()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> file.process(EvtxChunk::number, number -> {
            }, ParallelPlan.ofThreads(2).unordered())).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(Recording.of(file).events).hasSize(CHUNKS);
        }
    }

    @Test
    void plan_withoutRoomForItsThreads_isRefused() {
        assertThatThrownBy(() -> new ParallelPlan(4, 3, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ParallelPlan(0, 3, true)).isInstanceOf(IllegalArgumentException.class);
    }
}
