package dev.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.lab.LabMachine;
import dev.vigie.lab.LabNode;
import dev.vigie.lab.LabWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventsExportTest {
    private static final String MACHINE = """
            machine: SRV1.contoso.com
            now: 2026-03-18T12:30:00Z
            logs-since: 2026-03-01T00:00:00Z
            logs: [System]
            events:
              - {at: "-2d", every: 1m, times: 500, event: winrm/10149}
              - {at: "-1h", event: winrm/10148}
            """;
    private static final String ONE = "*[System[EventID=10148]]";
    @TempDir
    private Path folder;

    @BeforeEach
    void writeLogs() throws IOException {
        LabWriter.write(LabMachine.of(LabNode.parse("test", MACHINE)), folder);
    }

    @Test
    void log_holdsTheSelectionWithIdsAndTimes() throws IOException {
        Console.Answer answer = run("events", "export", "System.evtx", "-q",
                "*[System[EventID=10148 or EventRecordID<4]]",
                "--out", "some.evtx");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).isEqualTo("4 events written to some.evtx\n");
        List<Event> chosen = events("System.evtx").stream()
                .filter(event -> event.eventId() == 10148 || event.recordId() < 4).toList();
        List<Event> written = events("some.evtx");
        assertThat(written).hasSize(4).isEqualTo(chosen);
        assertThat(records(written)).isEqualTo(records(chosen));
        assertThat(listed()).containsExactlyInAnyOrder("System.evtx", "some.evtx");
    }

    @Test
    void severalLogsAndXml_becomeOneLog() throws IOException {
        Files.writeString(folder.resolve("one.xml"),
                run("events", "query", "System.evtx", "-q", ONE).out());
        Console.Answer answer = run("events", "export", "System.evtx", "one.xml", "--out", "both.evtx", "--lang", "en");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        List<Event> all = events("System.evtx");
        List<Event> both = events("both.evtx");
        assertThat(both).hasSize(all.size() + 1).startsWith(all.toArray(Event[]::new));
        assertThat(both.getLast().eventId()).isEqualTo(10148);
        assertThat(records(both)).isSorted().doesNotHaveDuplicates();
        assertThat(answer.err()).contains("1 record has a new number");
    }

    @Test
    void nothingChosen_isALogWithoutEvents() throws IOException {
        assertThat(run("events", "export", "System.evtx", "-q", "*[System[EventID=1]]", "--out", "no.evtx").err())
                .isEqualTo("1 event written to no.evtx\n");
        Console.Answer answer = run("events", "export", "System.evtx", "-q", "*[System[EventID=2]]", "--out",
                "none.evtx");
        assertThat(answer.err()).isEqualTo("0 events written to none.evtx\n");
        assertThat(events("none.evtx")).isEmpty();
    }

    @Test
    void anExistingFile_isReplacedOnlyByForce() throws IOException {
        Files.writeString(folder.resolve("x.evtx"), "mine");
        Console.Answer refused = run("events", "export", "System.evtx", "--out", "x.evtx");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("x.evtx").contains("--force");
        assertThat(folder.resolve("x.evtx")).hasContent("mine");
        assertThat(run("events", "export", "System.evtx", "--out", "x.evtx", "--force").exitCode()).isZero();
        assertThat(events("x.evtx")).isEqualTo(events("System.evtx"));
        assertThat(listed()).containsExactlyInAnyOrder("System.evtx", "x.evtx");
    }

    @ParameterizedTest
    @CsvSource({"System.evtx, System.evtx", ".,System.evtx", "System.evtx, ./System.evtx"})
    void aLogThatIsRead_isNeverReplaced(String input, String out) throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve("System.evtx"));
        Console.Answer answer = run("events", "export", input, "-q", ONE, "--out", out, "--force");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("System.evtx")).hasBinaryContent(before);
        assertThat(listed()).containsExactly("System.evtx");
    }

    @ParameterizedTest
    @CsvSource({"a.xml, <?xml", "a.json, [", "a.jsonl, '{\"record\":'", "a.ndjson, '{\"record\":'",
            "a.csv, 'TimeCreated,'", "a.txt, Event[0]"})
    void theEnding_saysWhatIsWritten(String out, String start) throws IOException {
        assertThat(run("events", "export", "System.evtx", "-q", ONE, "--out", out).err())
                .isEqualTo("1 event written to " + out + "\n");
        assertThat(Files.readString(folder.resolve(out))).startsWith(start).contains("10148");
    }

    @Test
    void aFormWithoutEnding_isNamed() throws IOException {
        assertThat(run("events", "export", "System.evtx", "-o", "ecs", "--out", "a").exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("a"))).startsWith("{\"@timestamp\":")
                .contains("\"created\":\"2026-11-23T12:00:00.0000000Z\"");
        assertThat(run("events", "export", "System.evtx", "-o", "timeline", "--out", "b").exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("b")).lines()).hasSize(events("System.evtx").size());
    }

    @ParameterizedTest
    @CsvSource({"--out a.pdf, a.pdf", "--out a, .evtx", "--out a.evtx -o csv, csv", "--out a.evtx --excel, --excel",
            "-o csv, --out", "--out gone/a.evtx, gone", "--out . -o csv, folder"})
    void aWrongCommand_writesNothing(String options, String named) throws IOException {
        Console.Answer answer = run(("events export System.evtx " + options).split(" "));
        assertThat(answer.exitCode()).isIn(ExitCode.USAGE, ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains(named);
        assertThat(listed()).containsExactly("System.evtx");
    }

    @Test
    void inputsThatHoldNothing_leaveNoFile() throws IOException {
        Files.createDirectory(folder.resolve("bad"));
        Files.write(folder.resolve("bad/broken.evtx"), new byte[]{1, 2, 3});
        for (String out : List.of("x.evtx", "x.csv")) {
            assertThat(run("events", "export", "bad", "--out", out).exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        }
        assertThat(listed()).containsExactlyInAnyOrder("System.evtx", "bad");
    }

    @Test
    void anEventThatNoLogCanHold_isLeftOutAndNamed() throws IOException {
        Files.writeString(folder.resolve("large.xml"), "<Events><Event><System><EventID>1</EventID>"
                + "<EventRecordID>7</EventRecordID></System><EventData><Data>" + "x".repeat(70_000)
                + "</Data></EventData></Event><Event><System><EventID>2</EventID><EventRecordID>8</EventRecordID>"
                + "</System></Event></Events>");
        Console.Answer answer = run("events", "export", "large.xml", "--out", "small.evtx");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains("#7: left out:").contains("1 event written").contains("1 event was left out");
        assertThat(records(events("small.evtx"))).containsExactly(8L);
    }

    private Console.Answer run(String... arguments) {
        return new Console(folder).run(arguments);
    }

    private static List<Long> records(List<Event> events) {
        return events.stream().map(event -> event.place().record()).toList();
    }

    private List<String> listed() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> Objects.requireNonNull(file.getFileName()).toString()).toList();
        }
    }

    private List<Event> events(String log) throws IOException {
        List<Event> events = new ArrayList<>();
        try (EvtxFile file = EvtxFile.open(folder.resolve(log))) {
            file.read(new EventSink() {
                @Override
                public void event(EventCursor event) {
                    events.add(event.toEvent());
                }

                @Override
                public void problem(Problem problem) {
                    throw new AssertionError(problem);
                }
            });
        }
        return events;
    }
}
