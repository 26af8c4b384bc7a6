package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvtxFileTest {
    @Test
    void otherFile_isRefusedWithWhatItStartsWith() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0};
        assertThatThrownBy(() -> EvtxFile.of("photo.evtx", png))
                .isInstanceOfSatisfying(EvtxFormatException.class, refused -> assertThat(refused.problem())
                        .hasToString(
                                "evtx.file.not-an-event-log photo.evtx@0x0 [89504e470d0a1a0a0000000d49484452, 18]"));
    }

    @Test
    void emptyFile_isRefused(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.evtx"));
        assertThatThrownBy(() -> EvtxFile.open(empty)).isInstanceOf(EvtxFormatException.class);
    }

    @Test
    void header_ofALog_isWhatWasWritten() throws IOException {
        try (EvtxFile file = EvtxFile.of("log", twoChunks())) {
            EvtxHeader header = file.header();
            assertThat(header.majorVersion()).isEqualTo(3);
            assertThat(header.minorVersion()).isEqualTo(1);
            assertThat(header.chunkCount()).isEqualTo(2);
            assertThat(header.nextRecordId()).isEqualTo(5);
            assertThat(header.isIntact()).isTrue();
            assertThat(header.isDirty() || header.isFull()).isFalse();
            assertThat(header.hasChecksums()).isTrue();
            assertThat(file.fileProblems()).isEmpty();
            assertThat(file.chunkCount()).isEqualTo(2);
        }
    }

    @Test
    void header_withEveryFieldWrong_costsNoRecord() throws IOException {
        byte[] log = twoChunks();
        Arrays.fill(log, 8, 128, (byte) 0xFB);
        Recording recording = Recording.of(log);
        assertThat(texts(recording)).containsExactly("1", "2", "3", "4");
        assertThat(recording.problemKeys()).containsExactly("evtx.file.bad-header-crc",
                "evtx.file.unknown-version", "evtx.file.dirty", "evtx.file.chunk-count");
    }

    @Test
    void header_withWrongChecksum_isReported() throws IOException {
        byte[] log = twoChunks();
        log[24]++;
        assertThat(Recording.of(log).problemKeys()).containsExactly("evtx.file.bad-header-crc");
    }

    @Test
    void fileWithoutHeader_isReadFromItsFirstChunk() throws IOException {
        byte[] log = twoChunks();
        byte[] chunks = Arrays.copyOfRange(log, EvtxHeader.SIZE, log.length);
        Recording recording = Recording.of(chunks);
        assertThat(texts(recording)).containsExactly("1", "2", "3", "4");
        assertThat(recording.problemKeys()).containsExactly("evtx.file.bad-magic");
    }

    @Test
    void fileAndFirstChunkWithoutMagic_areReadAllTheSame() throws IOException {
        byte[] log = twoChunks();
        log[0] = 0;
        log[EvtxHeader.SIZE] = 0;
        Recording recording = Recording.of(log);
        assertThat(texts(recording)).containsExactly("1", "2", "3", "4");
        assertThat(recording.problemKeys()).containsExactly("evtx.file.bad-magic", "evtx.chunk.bad-magic");
    }

    @Test
    void blankChunks_areSkippedAndDoNotEndTheLog() throws IOException {
        byte[] log = new LogBytes().record(numbered("1")).endChunk().blankChunk().blankChunk().record(numbered("2"))
                .blankChunk().toBytes();
        Recording recording = Recording.of(log);
        assertThat(texts(recording)).containsExactly("1", "2");
        assertThat(recording.problems).isEmpty();
    }

    @Test
    void chunkOfNoise_isReportedAndItsNeighboursCome() throws IOException {
        byte[] log = new LogBytes().record(numbered("1")).endChunk().blankChunk().record(numbered("2")).toBytes();
        Arrays.fill(log, EvtxHeader.SIZE + Chunk.SIZE, EvtxHeader.SIZE + 2 * Chunk.SIZE, (byte) '*');
        Recording recording = Recording.of(log);
        assertThat(texts(recording)).containsExactly("1", "2");
        assertThat(recording.problemKeys()).containsExactly("evtx.chunk.bad-magic", "evtx.record.lost",
                "evtx.chunk.unreadable");
    }

    @Test
    void checksums_thatAreWrong_areReportedAndTheRecordsRead() throws IOException {
        byte[] log = twoChunks();
        log[EvtxHeader.SIZE + 124]++;
        log[EvtxHeader.SIZE + Chunk.SIZE + 52]++;
        Recording recording = Recording.of(log);
        assertThat(texts(recording)).containsExactly("1", "2", "3", "4");
        assertThat(recording.problemKeys()).startsWith("evtx.chunk.bad-header-crc")
                .endsWith("evtx.chunk.bad-header-crc", "evtx.chunk.bad-data-crc");
        try (EvtxFile file = EvtxFile.of("log", log, EvtxReadOptions.defaults().withChecksums(false))) {
            assertThat(Recording.of(file).problems).isEmpty();
        }
    }

    @Test
    void logWithoutChecksums_isNotChecked() throws IOException {
        byte[] log = twoChunks();
        log[120] = 4;
        log[124]++;
        log[EvtxHeader.SIZE + 52]++;
        log[EvtxHeader.SIZE + 124]++;
        assertThat(Recording.of(log).problems).isEmpty();
    }

    @Test
    void staleEnd_isPassedAsLongAsIdsGoOn() throws IOException {
        byte[] log = twoChunks();
        ByteBuffer bytes = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(EvtxHeader.SIZE + 48, Chunk.HEADER_SIZE);
        assertThat(texts(Recording.of(log))).containsExactly("1", "2", "3", "4");
        int second = LogBytes.FIRST_RECORD + bytes.getInt(LogBytes.FIRST_RECORD + 4);
        bytes.putInt(EvtxHeader.SIZE + 48, second - EvtxHeader.SIZE);
        bytes.putLong(second + 8, 1);
        assertThat(texts(Recording.of(log))).containsExactly("1", "3", "4");
    }

    @Test
    void fileThatShrinks_endsEarlier(@TempDir Path folder) throws IOException {
        Path path = Files.write(folder.resolve("shrinking.evtx"), twoChunks());
        try (EvtxFile file = EvtxFile.open(path)) {
            Files.write(path, Arrays.copyOf(twoChunks(), EvtxHeader.SIZE + Chunk.SIZE));
            assertThat(texts(Recording.of(file))).containsExactly("1", "2");
            assertThat(file.name()).isEqualTo(path.toString());
        }
    }

    @Test
    void fullSink_stopsTheReading() throws IOException {
        Recording recording = new Recording() {
            @Override
            public boolean isFull() {
                return events.size() == 3;
            }
        };
        try (EvtxFile file = EvtxFile.of("log", twoChunks())) {
            file.read(recording);
        }
        assertThat(texts(recording)).containsExactly("1", "2", "3");
    }

    @Test
    void check_sumsUpWhatIsThere() throws IOException {
        byte[] log = new LogBytes().record(numbered("1")).record(numbered("2")).record(out -> out.u8(0xFF))
                .record(numbered("4")).endChunk().blankChunk().record(numbered("5")).toBytes();
        log[120] = 1;
        EvtxSummary summary;
        try (EvtxFile file = EvtxFile.of("log", log)) {
            summary = file.check();
        }
        assertThat(summary.problems().first()).extracting(problem -> problem.code().key())
                .containsExactly("evtx.file.dirty", "evtx.record.bad-token");
        assertThat(summary.chunks()).isEqualTo(new EvtxSummary.Chunks(3, 1, 0, 0));
        assertThat(summary.records()).isEqualTo(new EvtxSummary.Records(4, 1, 0, 1, 5, 1, 0, 0, null, null));
        assertThat(summary.gaps().first()).containsExactly(new RecordGap(3, 3, RecordGap.Reason.DAMAGED));
    }

    @Test
    void check_ofARealLog_findsItsTimes() throws IOException {
        EvtxSamples.Log log = EvtxSamples.log("omerbenamram/evtx/samples/security.evtx");
        try (EvtxFile file = EvtxFile.open(log.path())) {
            EvtxSummary summary = file.check();
            assertThat(summary.records().read()).isEqualTo(2261);
            assertThat(summary.records().lastId()).isEqualTo(2261);
            assertThat(summary.records().missing()).isZero();
            assertThat(summary.records().firstTime()).hasToString("2016-07-08T18:12:51.6816408Z");
            assertThat(summary.clockSteps().total()).isEqualTo(1);
        }
    }

    private static byte[] twoChunks() {
        return new LogBytes().record(numbered("1")).record(numbered("2")).endChunk().record(numbered("3"))
                .record(numbered("4")).toBytes();
    }

    private static LogBytes.Body numbered(String number) {
        return out -> out.element("Event", event -> event.text(number));
    }

    private static List<String> texts(Recording recording) {
        return recording.events.stream().map(event -> event.root().text()).toList();
    }
}
