package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Place;
import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.evtx.RecordGap.Reason;
import dev.vigie.formats.windows.FileTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EvtxCheckTest {
    private static final FileTime START = FileTime.parse("2026-03-18T08:00:00Z");
    private static final int CHUNK_COUNT = 42;

    private static EvtxSummary check(byte[] log) throws IOException {
        try (EvtxFile file = EvtxFile.of("log", log)) {
            return file.check();
        }
    }

    private static byte[] log(Event... events) {
        return EvtxWriterSamples.write(List.of(events), EvtxWriterOptions.DEFAULT);
    }

    private static byte[] chunk(long first, long last) {
        byte[] log = log(LongStream.rangeClosed(first, last).mapToObj(EvtxWriterSamples::logon).toArray(Event[]::new));
        return Arrays.copyOfRange(log, EvtxHeader.SIZE, EvtxHeader.SIZE + Chunk.SIZE);
    }

    private static byte[] file(byte[]... chunks) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(Arrays.copyOf(log(EvtxWriterSamples.logon(1)), EvtxHeader.SIZE));
        for (byte[] chunk : chunks) {
            file.writeBytes(chunk);
        }
        return file.toByteArray();
    }

    /** An event of a provider, so many seconds after the start. */
    private static Event event(long id, String provider, int eventId, String channel, long seconds, Element payload) {
        Element system = new Element("System", List.of(), List.of(
                new Element("Provider", List.of(new Attribute("Name", new Value.Text(provider))), List.of()),
                leaf("EventID", new Value.Int(ValueType.UINT16, eventId)),
                new Element("TimeCreated", List.of(new Attribute("SystemTime", time(seconds))), List.of()),
                leaf("EventRecordID", new Value.Int(ValueType.UINT64, id)),
                leaf("Channel", new Value.Text(channel))));
        return new Event(new Element("Event", List.of(), List.of(system, payload)), Place.of("test"));
    }

    private static Element leaf(String name, Value value) {
        return new Element(name, List.of(), List.of(value));
    }

    private static Value.Time time(long seconds) {
        return new Value.Time(new FileTime(START.ticks() + seconds * FileTime.TICKS_PER_SECOND));
    }

    private static Element data(Object... namesAndValues) {
        List<Node> data = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            data.add(new Element("Data", List.of(new Attribute("Name", new Value.Text((String) namesAndValues[i]))),
                    List.of((Value) namesAndValues[i + 1])));
        }
        return new Element("EventData", List.of(), data);
    }

    private static Event any(long id, long seconds) {
        return event(id, "Vigie-Test", 7, "System", seconds, data());
    }

    private static Event cleared(long id, int eventId, String channel, Element... fields) {
        return event(id, "Microsoft-Windows-Eventlog", eventId, channel, id,
                new Element("UserData", List.of(), List.of(new Element("LogFileCleared", List.of(), List.of(fields)))));
    }

    @Test
    void gapInsideAChunk_isNamed_andNobodyKnowsWhy() throws IOException {
        EvtxSummary summary = check(log(any(1, 1), any(2, 2), any(10, 3), any(12, 4)));
        assertThat(summary.gaps())
                .isEqualTo(new Listed<>(List.of(new RecordGap(3, 9, Reason.UNKNOWN), new RecordGap(11, 11,
                        Reason.UNKNOWN)), 2));
        assertThat(summary.records().missing()).isEqualTo(8);
        assertThat(summary.before()).isNull();
        assertThat(summary.after()).isNull();
    }

    @Test
    void zeroedChunk_isAGap_withItsReason() throws IOException {
        byte[] noise = new byte[Chunk.SIZE];
        Arrays.fill(noise, (byte) 0x77);
        EvtxSummary summary = check(file(chunk(1, 10), noise, chunk(31, 40)));
        assertThat(summary.gaps().first()).containsExactly(new RecordGap(11, 30, Reason.DAMAGED));
        assertThat(summary.chunks()).isEqualTo(new EvtxSummary.Chunks(3, 0, 1, 1));
    }

    @Test
    void circularLog_isPutInOrder_andLacksOnlyWhatWasOverwritten() throws IOException {
        byte[] log = file(chunk(121, 140), chunk(101, 120), chunk(81, 100));
        EvtxSummary inAnyOrder = check(log);
        assertThat(inAnyOrder.records().missing()).isZero();
        assertThat(inAnyOrder.records().backward()).isZero();
        assertThat(inAnyOrder.clockSteps().total()).isZero();
        assertThat(inAnyOrder.before()).isEqualTo(new RecordGap(1, 80, Reason.UNKNOWN));
        log[8] = 1;
        assertThat(check(log).before()).isEqualTo(new RecordGap(1, 80, Reason.OVERWRITTEN));
    }

    @Test
    void cutLog_lacksTheRecordsItsHeaderCounts() throws IOException {
        byte[] log = EvtxWriterSamples.write(
                LongStream.rangeClosed(1, 500).mapToObj(EvtxWriterSamples::logon).toList(), EvtxWriterOptions.DEFAULT);
        EvtxSummary summary = check(Arrays.copyOf(log, EvtxHeader.SIZE + Chunk.SIZE));
        long last = summary.records().lastId();
        assertThat(last).isBetween(100L, 400L);
        assertThat(summary.after()).isEqualTo(new RecordGap(last + 1, 500, Reason.CUT));
    }

    @Test
    void recordsBehindTheChunksOfTheHeader_areReadAndCounted() throws IOException {
        byte[] log = EvtxWriterSamples.write(
                LongStream.rangeClosed(1, 500).mapToObj(EvtxWriterSamples::logon).toList(), EvtxWriterOptions.DEFAULT);
        log[CHUNK_COUNT] = 1;
        EvtxSummary summary = check(log);
        assertThat(summary.records().read()).isEqualTo(500);
        assertThat(summary.records().pastHeader()).isBetween(100L, 400L);
        assertThat(summary.chunks().pastHeader()).isEqualTo(summary.chunks().total() - 1);
    }

    @Test
    void sameChunkTwice_repeatsNumbers() throws IOException {
        EvtxSummary summary = check(file(chunk(1, 10), chunk(1, 10)));
        assertThat(summary.records().backward()).isEqualTo(1);
        assertThat(summary.records().missing()).isZero();
        assertThat(summary.records().lastId()).isEqualTo(10);
    }

    @Test
    void clearedLog_saysWhichByWhomAndWhatIsMissing() throws IOException {
        EvtxSummary summary = check(log(
                cleared(900, 1102, "Security", leaf("SubjectUserName", new Value.Text("eve")),
                        leaf("SubjectDomainName", new Value.Text("CONTOSO"))),
                cleared(901, 104, "System", leaf("SubjectUserName", new Value.Text("eve")),
                        leaf("Channel", new Value.Text("Windows PowerShell")),
                        leaf("BackupPath", new Value.Text("C:\\old.evtx")))));
        assertThat(summary.before()).isEqualTo(new RecordGap(1, 899, Reason.CLEARED));
        assertThat(summary.cleared().first()).containsExactly(
                new LogCleared(900, time(900).time(), "Security", "CONTOSO\\eve", ""),
                new LogCleared(901, time(901).time(), "Windows PowerShell", "eve", "C:\\old.evtx"));
    }

    @Test
    void clockStep_isFound_andExplainedByTheEventThatSaysSo() throws IOException {
        EvtxSummary summary = check(log(any(1, 1000), any(2, 1001), any(3, 401),
                event(4, "Microsoft-Windows-Kernel-General", 1, "System", 402,
                        data("NewTime", time(401), "OldTime", time(1001))),
                any(5, 403), any(6, 400), any(7, 500)));
        assertThat(summary.clockSteps().first()).containsExactly(
                new ClockStep(2, 3, time(1001).time(), time(401).time(), 4L),
                new ClockStep(5, 6, time(403).time(), time(400).time(), 4L));
        assertThat(summary.longestStepBack()).isEqualTo(600 * FileTime.TICKS_PER_SECOND);
    }

    @Test
    void clockStep_withoutAWordOfIt_isNotExplained() throws IOException {
        EvtxSummary summary = check(log(any(1, 1000), any(2, 100),
                event(3, "Microsoft-Windows-Kernel-General", 1, "System", 101,
                        data("NewTime", time(101), "OldTime", time(100)))));
        assertThat(summary.clockSteps().first())
                .containsExactly(new ClockStep(1, 2, time(1000).time(), time(100).time(), null));
    }

    @Test
    void machine_startsAndStops_areListed() throws IOException {
        EvtxSummary summary = check(log(
                event(1, "Microsoft-Windows-Kernel-General", 12, "System", 1, data()),
                event(2, "EventLog", 6005, "System", 2, data()),
                event(3, "Microsoft-Windows-Kernel-Power", 41, "System", 3, data()),
                event(4, "EventLog", 6008, "System", 4, data()),
                event(5, "USER32", 1074, "System", 5, data("param1", new Value.Text("explorer.exe"), "param3",
                        new Value.Text("Other"), "param5", new Value.Text("restart"), "param7",
                        new Value.Text("CONTOSO\\bob"))),
                event(6, "EventLog", 6006, "System", 6, data()),
                event(7, "Microsoft-Windows-Kernel-General", 13, "System", 7, data()),
                event(8, "EventLog", 6005, "Application", 8, data()),
                event(9, "Another", 12, "System", 9, data())));
        assertThat(summary.machine().first()).extracting(MachineEvent::kind).containsExactly(MachineEvent.Kind.BOOT,
                MachineEvent.Kind.SERVICE_STARTED, MachineEvent.Kind.NOT_SHUT_DOWN,
                MachineEvent.Kind.UNEXPECTED_SHUTDOWN, MachineEvent.Kind.SHUTDOWN_REQUESTED,
                MachineEvent.Kind.SERVICE_STOPPED, MachineEvent.Kind.SHUTDOWN);
        assertThat(summary.machine().first().get(4).detail()).isEqualTo("CONTOSO\\bob; explorer.exe; restart; Other");
    }

    @Test
    void longLists_areCutAndCounted() throws IOException {
        EvtxSummary summary = check(EvtxWriterSamples.write(
                LongStream.rangeClosed(1, 2_500).mapToObj(id -> any(2 * id, id)).toList(), EvtxWriterOptions.DEFAULT));
        assertThat(summary.gaps().first()).hasSize(Listed.MAX);
        assertThat(summary.gaps().total()).isEqualTo(2_499);
        assertThat(summary.gaps().more()).isEqualTo(1_499);
    }

    @Test
    void impossibleRecordIds_areNoOverflow() throws IOException {
        byte[] log = new LogBytes().record(out -> out.element("Event", event -> event.text("1")))
                .record(out -> out.element("Event", event -> event.text("2"))).toBytes();
        int second = LogBytes.FIRST_RECORD + LittleEndian.i32(log, LogBytes.FIRST_RECORD + 4);
        Arrays.fill(log, second + 8, second + 16, (byte) 0xFF);
        EvtxSummary summary = check(log);
        assertThat(summary.records().read()).isEqualTo(2);
        assertThat(summary.records().missing()).isEqualTo(Long.MAX_VALUE);
        assertThat(summary.records().lastId()).isEqualTo(-1);
    }
}
