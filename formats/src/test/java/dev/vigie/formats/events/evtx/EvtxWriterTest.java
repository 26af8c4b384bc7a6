package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvtxWriterTest {
    private static final int LIMIT = 65_016;
    @TempDir
    private Path folder;

    static Stream<Value> unwritable() {
        Value one = new Value.Int(ValueType.UINT8, 1);
        return Stream.of(new Value.Int(ValueType.UINT8, 256), new Value.Int(ValueType.UINT32, -1),
                new Value.Int(ValueType.INT16, 40_000), new Value.Int(ValueType.INT8, -129),
                new Value.Real(ValueType.REAL32, 0.1), new Value.Text(ValueType.ANSI_STRING, "日本"),
                new Value.SystemTime(LocalDateTime.of(2026, 1, 1, 0, 0, 0, 1)),
                new Value.SystemTime(LocalDateTime.of(70_000, 1, 1, 0, 0)),
                new Value.SystemTime(LocalDateTime.of(0, 1, 1, 0, 0)),
                new Value.Array(ValueType.UINT16, List.of(one)),
                new Value.Array(ValueType.UINT8, List.of(new Value.Array(ValueType.UINT8, List.of(one)))),
                new Value.Array(ValueType.BINARY, List.of(new Value.Binary(new byte[1]))),
                new Value.Array(ValueType.SIZE_T, List.of(new Value.Int(ValueType.SIZE_T, 1))),
                new Value.Array(ValueType.STRING, List.of(new Value.Text("a\0b"))));
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void write_valueThatItsTypeCannotHold_isRefusedWithoutTrace(Value value) {
        Event bad = EvtxWriterSamples.event(2, EvtxWriterSamples.eventData(Map.of("New", value)));
        assertThat(withRefused(bad, IllegalArgumentException.class)).isEqualTo(withoutRefused());
    }

    @Test
    void write_eventLargerThanAChunk_isRefusedWithSizeAndLimitWithoutTrace() {
        Event bad = EvtxWriterSamples.huge(2, 40_000);
        assertThat(withRefused(bad, EventTooLargeException.class)).isEqualTo(withoutRefused());
        EventTooLargeException refusal = catchThrowableOfType(EventTooLargeException.class,
                () -> EvtxWriterSamples.write(List.of(bad), EvtxWriterOptions.DEFAULT));
        assertThat(refusal.size()).isBetween(80_000, 82_000);
        assertThat(refusal.limit()).isEqualTo(LIMIT);
        assertThat(refusal).hasMessage("record of " + refusal.size() + " bytes, a chunk holds 65016");
    }

    @Test
    void write_recordOfExactlyTheLimit_fillsAChunk() {
        int most = 31_000;
        while (fits(most + 1)) {
            most++;
        }
        byte[] file = EvtxWriterSamples.write(List.of(EvtxWriterSamples.huge(1, most)), EvtxWriterOptions.DEFAULT);
        assertThat(u32(file, 4096 + 48)).isEqualTo(65_528);
        assertThat(u32(file, 4096 + 512 + 4)).isEqualTo(LIMIT);
    }

    @Test
    void write_elementsInsideEachOther_upToTheLimitOnly() {
        assertThat(EvtxWriterSamples.write(List.of(nested(255)), EvtxWriterOptions.DEFAULT)).hasSize(69_632);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EvtxWriterSamples.write(List.of(nested(256)), EvtxWriterOptions.DEFAULT))
                .withMessageContaining("256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EvtxWriterSamples.write(List.of(nested(100_000)), EvtxWriterOptions.DEFAULT));
    }

    @Test
    void recordIds_areTheEventsOwnWhileTheyGrow() throws IOException {
        assertThat(ids(EvtxWriterOptions.DEFAULT, 5, 9, 9, 3, 40)).containsExactly(5L, 9L, 10L, 11L, 40L);
    }

    @Test
    void recordIds_withAFirstOne_followIt() throws IOException {
        assertThat(ids(EvtxWriterOptions.DEFAULT.withFirstRecordId(100), 5, 900, 3)).containsExactly(100L, 101L, 102L);
    }

    @Test
    void file_appearsOnlyWhenComplete() throws IOException {
        Path file = folder.resolve("Sécurité.evtx");
        try (EvtxWriter writer = EvtxWriter.create(file, EvtxWriterOptions.DEFAULT)) {
            writer.write(EvtxWriterSamples.logon(1));
            assertThat(file).doesNotExist();
        }
        assertThat(file).hasBinaryContent(
                EvtxWriterSamples.write(List.of(EvtxWriterSamples.logon(1)), EvtxWriterOptions.DEFAULT));
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void file_thatExists_isReplacedOnlyWhenAsked() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.evtx"), "precious");
        assertThatThrownBy(() -> EvtxWriter.create(file, EvtxWriterOptions.DEFAULT))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("precious");
        EvtxWriter.create(file, EvtxWriterOptions.DEFAULT.withOverwrite(true)).close();
        assertThat(file).hasSize(4096);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void file_thatAppearsMeanwhile_isNotReplaced() throws IOException {
        Path file = folder.resolve("late.evtx");
        EvtxWriter writer = EvtxWriter.create(file, EvtxWriterOptions.DEFAULT);
        Files.writeString(file, "precious");
        assertThatThrownBy(writer::close).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("precious");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void write_afterClose_fails() throws IOException {
        EvtxWriter writer = EvtxWriter.create(OutputStream.nullOutputStream(), EvtxWriterOptions.DEFAULT);
        writer.close();
        writer.close();
        assertThatThrownBy(() -> writer.write(EvtxWriterSamples.logon(1))).isInstanceOf(IOException.class);
    }

    @Test
    void close_whenTheStreamFails_failsOnce() throws IOException {
        EvtxWriter writer = EvtxWriter.create(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        }, EvtxWriterOptions.DEFAULT);
        writer.write(EvtxWriterSamples.logon(1));
        assertThatThrownBy(writer::close).isInstanceOf(IOException.class).hasMessage("full");
        writer.close();
    }

    @Test
    void options_outOfRange_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> EvtxWriterOptions.DEFAULT.withMinorVersion(3));
        assertThatIllegalArgumentException().isThrownBy(() -> EvtxWriterOptions.DEFAULT.withEmptyChunks(-1));
    }

    private static byte[] withRefused(Event bad, Class<? extends Exception> refusal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EvtxWriter writer = EvtxWriter.create(bytes, EvtxWriterOptions.DEFAULT)) {
            writer.write(EvtxWriterSamples.logon(1));
            assertThatThrownBy(() -> writer.write(bad)).isInstanceOf(refusal);
            writer.write(EvtxWriterSamples.classic(3));
            writer.write(EvtxWriterSamples.event(4, EvtxWriterSamples.userData()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] withoutRefused() {
        return EvtxWriterSamples.write(List.of(EvtxWriterSamples.logon(1), EvtxWriterSamples.classic(3),
                EvtxWriterSamples.event(4, EvtxWriterSamples.userData())), EvtxWriterOptions.DEFAULT);
    }

    private static int u32(byte[] file, int offset) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(offset);
    }

    private static boolean fits(int characters) {
        try {
            return EvtxWriterSamples.write(List.of(EvtxWriterSamples.huge(1, characters)),
                    EvtxWriterOptions.DEFAULT).length > 4096;
        } catch (EventTooLargeException e) {
            return false;
        }
    }

    private static Event nested(int levels) {
        Element element = new Element("leaf", List.of(), List.of(new Value.Text("x")));
        for (int i = 1; i < levels; i++) {
            element = new Element("level", List.of(), List.of(element));
        }
        return EvtxWriterSamples.event(1, element);
    }

    private static List<Long> ids(EvtxWriterOptions options, long... own) throws IOException {
        List<Long> ids = new ArrayList<>();
        try (EvtxWriter writer = EvtxWriter.create(OutputStream.nullOutputStream(), options)) {
            for (long id : own) {
                ids.add(writer.write(EvtxWriterSamples.logon(id)));
            }
        }
        return ids;
    }
}
