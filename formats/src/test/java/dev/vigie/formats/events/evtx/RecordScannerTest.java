package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three records; what happens when the frame of one is damaged. */
class RecordScannerTest {
    private final byte[] log = new LogBytes().record(text("one")).record(text("two")).record(text("three")).toBytes();
    private final ByteBuffer bytes = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
    private final int second = next(LogBytes.FIRST_RECORD);
    private final int third = next(second);
    private final int end = next(third);

    private static LogBytes.Body text(String text) {
        return out -> out.element("Event", event -> event.text(text));
    }

    private int next(int record) {
        return record + bytes.getInt(record + 4);
    }

    private void assertRead(List<String> texts, String... problems) throws IOException {
        Recording recording = Recording.of(log);
        assertThat(recording.events).extracting(event -> event.root().text()).isEqualTo(texts);
        assertThat(recording.problemKeys()).filteredOn(key -> !key.startsWith("evtx.chunk")).containsExactly(problems);
    }

    @Test
    void badMagic_isRepaired() throws IOException {
        bytes.putInt(second, 0x55555555);
        assertRead(List.of("one", "two", "three"), "evtx.record.bad-magic");
    }

    @Test
    void badSize_isRepairedFromItsCopy() throws IOException {
        bytes.putInt(second + 4, 0x7FFF_FFFF);
        assertRead(List.of("one", "two", "three"), "evtx.record.bad-size");
        bytes.putInt(second + 4, -1);
        assertRead(List.of("one", "two", "three"), "evtx.record.bad-size");
        bytes.putInt(second + 4, 28);
        assertRead(List.of("one", "two", "three"), "evtx.record.bad-size");
    }

    @Test
    void badSizeOfTheLastRecord_isRepairedFromItsCopy() throws IOException {
        bytes.putInt(third + 4, 0);
        assertRead(List.of("one", "two", "three"), "evtx.record.bad-size");
    }

    @Test
    void badCopy_isRepairedFromTheSize() throws IOException {
        bytes.putInt(third - 4, 0);
        bytes.putInt(end - 4, 0);
        assertRead(List.of("one", "two", "three"), "evtx.record.bad-size-copy", "evtx.record.bad-size-copy");
    }

    @Test
    void bothSizesBad_isReadUpToTheNextRecord() throws IOException {
        bytes.putInt(second + 4, 0);
        bytes.putInt(third - 4, 0);
        assertRead(List.of("one", "two", "three"), "evtx.record.torn");
    }

    @Test
    void wholeFrameGone_isLost() throws IOException {
        Arrays.fill(log, second, third, (byte) 0x2A);
        assertRead(List.of("one", "three"), "evtx.record.lost");
    }

    @Test
    void zerosWhereTheHeaderCountsRecords_areLost() throws IOException {
        Arrays.fill(log, second, end, (byte) 0);
        assertRead(List.of("one"), "evtx.record.lost");
    }

    @Test
    void blankEndThatTheHeaderDoesNotCount_isNothing() throws IOException {
        Arrays.fill(log, third, end, (byte) 0);
        bytes.putLong(EvtxHeader.SIZE + 32, 2);
        try (EvtxFile file = EvtxFile.of("log", log, EvtxReadOptions.defaults().withChecksums(false))) {
            Recording recording = Recording.of(file);
            assertThat(recording.events).hasSize(2);
            assertThat(recording.problems).isEmpty();
        }
    }

    @Test
    void recordsOfEarlierUse_behindAnUntrustedEnd_areNotTaken() throws IOException {
        bytes.putInt(EvtxHeader.SIZE + 48, Chunk.SIZE);
        bytes.putLong(third + 8, 1);
        assertRead(List.of("one", "two"));
    }
}
