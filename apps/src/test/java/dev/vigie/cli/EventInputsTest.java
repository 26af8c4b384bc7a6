package dev.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.lab.LabMachine;
import dev.vigie.lab.LabNode;
import dev.vigie.lab.LabWriter;
import dev.vigie.rendering.Language;
import dev.vigie.rendering.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives, lists and pipes as inputs of every verb. */
class EventInputsTest {
    private static final String MACHINE = """
            machine: SRV1.contoso.com
            now: 2026-03-18T12:30:00Z
            logs-since: 2026-03-01T00:00:00Z
            logs: [System]
            events:
              - {at: "-2d", every: 1m, times: 600, event: winrm/10149}
              - {at: "-1h", event: winrm/10148}
            """;
    private static final int RECORDS = 602;
    @TempDir
    private Path folder;
    private byte[] log = new byte[0];
    private byte[] xml = new byte[0];

    @BeforeEach
    void writeLogs() throws IOException {
        LabWriter.write(LabMachine.of(LabNode.parse("test", MACHINE)), folder);
        log = Files.readAllBytes(folder.resolve("System.evtx"));
        xml = run("events cat System.evtx").out().getBytes(StandardCharsets.UTF_8);
        Files.delete(folder.resolve("System.evtx"));
    }

    private Console.Answer run(String command) {
        return new Console(folder).run(command.split(" "));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private static byte[] zip(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : new TreeMap<>(members).entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[]... parts) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(part);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] tar(Map<String, byte[]> members) {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        new TreeMap<>(members).forEach((name, content) -> {
            byte[] header = new byte[512];
            put(header, 0, name);
            put(header, 124, Long.toOctalString(content.length));
            put(header, 148, "        0");
            int sum = 0;
            for (byte b : header) {
                sum += b & 0xFF;
            }
            put(header, 148, Integer.toOctalString(sum) + "\0 ");
            tar.writeBytes(header);
            tar.writeBytes(content);
            tar.writeBytes(new byte[Math.floorMod(-content.length, 512)]);
        });
        tar.writeBytes(new byte[1024]);
        return tar.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private byte[] archive(String form) throws IOException {
        byte[] half = Arrays.copyOf(log, log.length / 2);
        byte[] rest = Arrays.copyOfRange(log, log.length / 2, log.length);
        return switch (form) {
            case "evtx.gz" -> gzip(log);
            case "evtx.gz of two parts" -> gzip(half, rest);
            case "xml.gz" -> gzip(xml);
            case "zip" -> zip(Map.of("Logs/System.evtx", log, "readme.txt", new byte[9]));
            case "zip of xml" -> zip(Map.of("all.xml", xml));
            case "zip of gz" -> zip(Map.of("System.evtx.gz", gzip(log)));
            case "zip in zip" -> zip(Map.of("inner.zip", zip(Map.of("System.evtx", log))));
            case "zip in zip in zip" -> zip(Map.of("a.zip", archive("zip in zip")));
            case "tar" -> tar(Map.of("var/System.evtx", log, "var/other", new byte[7000]));
            case "tar of xml" -> tar(Map.of("all.xml", xml));
            case "tar.gz" -> gzip(archive("tar"));
            case "zip of tar.gz" -> zip(Map.of("x.tar.gz", archive("tar.gz")));
            case "tar of zip" -> tar(Map.of("x.zip", archive("zip")));
            default -> throw new IllegalArgumentException(form);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"evtx.gz", "evtx.gz of two parts", "xml.gz", "zip", "zip of xml", "zip of gz", "zip in zip",
            "zip in zip in zip", "tar", "tar of xml", "tar.gz", "zip of tar.gz", "tar of zip"})
    void everyArchive_isReadByEveryVerb_asAFileAndFromAPipe(String form) throws IOException {
        write("bundle", archive(form));
        String whole = new String(xml, StandardCharsets.UTF_8);
        for (Console.Answer answer : List.of(run("events cat bundle"),
                new Console(folder).given(archive(form)).run("events", "cat", "-"))) {
            assertThat(answer.err()).isEmpty();
            // The texts themselves are too long to be shown.
            assertThat(answer.out().equals(whole)).isTrue();
        }
        assertThat(run("events count bundle --by channel").out()).contains(RECORDS + "");
        assertThat(run("events check bundle")).satisfies(answer -> {
            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(answer.out()).contains(RECORDS + "");
        });
        assertThat(run("diagnose winrm --evtx bundle --since all").err()).isEmpty();
    }

    @Test
    void aFolder_isSearchedForArchivesToo() throws IOException {
        write("a.zip", archive("zip"));
        write("b.tgz", archive("tar.gz"));
        write("c.evtx.gz", archive("evtx.gz"));
        write("notes.zip", zip(Map.of("readme.txt", new byte[1])));
        write("readme.gz", gzip(new byte[100]));
        Console.Answer answer = run("events count . --by channel");
        assertThat(answer.out()).contains(3 * RECORDS + "");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void aDiagnosis_namesArchiveAndMember_inTheCaseToo() throws IOException {
        write("b.zip", archive("zip"));
        run("diagnose winrm --evtx b.zip --since all --case case -o json");
        assertThat(folder.resolve("case/facts.jsonl")).content().contains("b.zip!Logs/System.evtx");
    }

    @Test
    void namesThatLeaveTheArchive_areOnlyShown_andSafely() throws IOException {
        write("b.zip", zip(Map.of("../../up\u001b[2J.evtx", log, "/abs.evtx", log)));
        Console.Answer answer = run("events check b.zip");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("b.zip!../../up\\u001b[2J.evtx: ", "b.zip!/abs.evtx: ")
                .doesNotContain("\u001b");
        assertThat(folder.resolve("../../abs.evtx")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"evtx.gz,  300", "zip, 300", "tar.gz, 300"})
    void anArchiveThatWasCut_givesWhatIsThere_andSaysSo(String form, int missing) throws IOException {
        byte[] whole = archive(form);
        write("bundle", Arrays.copyOf(whole, whole.length - missing));
        Console.Answer check = run("events check bundle --all");
        assertThat(check.out()).contains("records");
        assertThat(check.out() + check.err()).containsAnyOf("ends too early", "has no directory");
        assertThat(run("events count bundle --by channel").out()).contains("System");
    }

    @Test
    void whatIsUnpackedTooFar_isRefusedWithTheOption() throws IOException {
        write("b.zip", archive("zip"));
        write("b.evtx.gz", archive("evtx.gz"));
        for (String name : new String[]{"b.zip", "b.evtx.gz"}) {
            Console.Answer answer = run("events cat --unpack-limit 9k " + name);
            assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
            assertThat(answer.err()).contains("9,216 bytes");
        }
        assertThat(run("events cat --unpack-limit 9k b.evtx.gz").err()).contains("--unpack-limit 100g");
        assertThat(run("events cat --unpack-limit 1g b.zip").exitCode()).isZero();
        assertThat(run("events cat --unpack-limit big b.zip").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anEncryptedMember_isPassedOver_andTheCheckSaysThatItCouldNot() throws IOException {
        byte[] zip = zip(Map.of("a.evtx", log, "b.evtx", log));
        int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        zip[directory + 8] |= 1;
        write("b.zip", zip);
        Console.Answer answer = run("events check b.zip");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains("b.zip!a.evtx", "encrypted");
        assertThat(answer.out()).contains("b.zip!b.evtx: " + RECORDS);
    }

    @Test
    void anArchiveInTooManyArchives_isNotUnpacked() throws IOException {
        byte[] nested = log;
        for (int depth = 0; depth < 5; depth++) {
            nested = gzip(nested);
        }
        write("deep.gz", nested);
        Console.Answer answer = run("events cat deep.gz");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains("more than 4 archives");
    }

    @Test
    void anArchiveWithoutLogs_isRefused() throws IOException {
        write("b.zip", zip(Map.of("readme.txt", new byte[1])));
        Console.Answer answer = run("events cat b.zip");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains("no event log", "b.zip");
    }

    @ParameterizedTest
    @CsvSource({"377abcaf271c0004, 7z x", "28b52ffd00000000, zstd -d", "526172211a070100, unrar x",
            "fd377a585a000004, xz -d"})
    void anArchiveThatIsNotRead_isAnsweredWithTheCommandThatUnpacksIt(String head, String command)
            throws IOException {
        write("b.bin", HexFormat.of().parseHex(head));
        Console.Answer answer = run("events cat b.bin");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains(command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events cat -", "events count -", "events check -", "diagnose --evtx -"})
    void anEndlessStreamThatIsNoLog_isRefused(String command) {
        InputStream zeros = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                Arrays.fill(into, offset, offset + length, (byte) 0);
                return length;
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(zeros, out,
                new PrintStream(err, true, StandardCharsets.UTF_8), false, false, false, false, Map.of(),
                Clock.systemUTC(), folder);
        assertThat(Vigie.run(terminal, command.split(" "))).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("0000000000000000");
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"events cat --lf %s", "events count --lf %s", "events check --lf %s",
            "diagnose winrm --since all --lf %s"})
    void aListOfLogs_countsFromItsOwnFolder(String command) throws IOException {
        Files.createDirectory(folder.resolve("lists"));
        write("System.evtx", log);
        write("lists/all.txt", "# logs\r\n\r\n ../System.evtx\r\n".getBytes(StandardCharsets.UTF_8));
        write("lists/utf16.txt", "\uFEFF../System.evtx\r\n".getBytes(StandardCharsets.UTF_16LE));
        for (String list : new String[]{"lists/all.txt", "lists/utf16.txt"}) {
            Console.Answer answer = run(command.replace("%s", list));
            assertThat(answer.exitCode()).as(answer.err()).isIn(ExitCode.FINE, ExitCode.FOUND);
            assertThat(answer.out()).containsAnyOf("SRV1", "602", "600");
        }
    }

    @Test
    void aListWithAMissingLog_isRefusedWithItsLine() throws IOException {
        write("list.txt", "\ngone.evtx\n".getBytes(StandardCharsets.UTF_8));
        write("empty.txt", "# nothing\n".getBytes(StandardCharsets.UTF_8));
        Console.Answer answer = run("events cat --lf list.txt");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains("gone.evtx", "list.txt", "line 2");
        assertThat(run("events cat --lf empty.txt").err()).contains("empty.txt names no log");
        assertThat(run("events cat").err()).contains("FILE", "--lf");
    }

    @Test
    void aList_mayComeThroughAPipe() throws IOException {
        write("System.evtx", log);
        assertThat(new Console(folder).typing("System.evtx\n").run("events", "count", "--lf", "-").out())
                .contains("600");
    }

    /** Two logs of one machine whose times overlap, and a copy of one of them. */
    private void writeOverlappingLogs() throws IOException {
        String machine = """
                machine: SRV1.contoso.com
                now: 2026-03-18T12:30:00Z
                logs-since: 2026-03-18T00:00:00Z
                logs: [System]
                events:
                  - {at: "-%s", every: 2m, times: 100, event: winrm/10149}
                """;
        for (String start : new String[]{"301m", "300m"}) {
            Path logs = folder.resolve("from" + start);
            LabWriter.write(LabMachine.of(LabNode.parse("test", machine.replace("%s", start))), logs);
            Files.move(logs.resolve("System.evtx"), folder.resolve(start + ".evtx"));
        }
        Files.copy(folder.resolve("300m.evtx"), folder.resolve("copy.evtx"));
    }

    private static List<String> times(String xml) {
        return Pattern.compile("SystemTime='([^']+)'").matcher(xml).results().map(found -> found.group(1)).toList();
    }

    @Test
    void merge_putsAllInputsIntoTheOrderOfTime_alsoInReverse_andWithAQuery() throws IOException {
        writeOverlappingLogs();
        List<String> apart = times(run("events cat 301m.evtx 300m.evtx").out());
        List<String> merged = times(run("events cat --merge 301m.evtx 300m.evtx").out());
        assertThat(apart).isNotEqualTo(apart.stream().sorted().toList());
        assertThat(merged).isEqualTo(apart.stream().sorted().toList());
        assertThat(times(run("events cat --merge --reverse 301m.evtx 300m.evtx").out())).isEqualTo(merged.reversed());
        assertThat(times(run("events cat --merge -n 7 301m.evtx 300m.evtx").out())).isEqualTo(merged.subList(0, 7));
        assertThat(times(run("events query --merge 301m.evtx 300m.evtx -q *[System[EventID=10149]]").out()))
                .hasSize(200).isSorted();
    }

    @Test
    void timeline_isMerged_unlessToldNotTo() throws IOException {
        writeOverlappingLogs();
        List<String> lines = run("events cat -o timeline 301m.evtx 300m.evtx").out().lines().toList();
        assertThat(lines.subList(1, lines.size())).isEqualTo(lines.stream().skip(1).sorted().toList());
        List<String> apart = run("events cat -o timeline --no-merge 301m.evtx 300m.evtx").out().lines().toList();
        assertThat(apart).isNotEqualTo(lines).containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    void unique_leavesOutCopies_inEveryVerb_andSaysHowMany() throws IOException {
        writeOverlappingLogs();
        int records = times(run("events cat 300m.evtx").out()).size();
        Files.writeString(folder.resolve("copy.xml"), run("events cat 300m.evtx").out());
        Console.Answer cat = run("events cat --unique 300m.evtx copy.evtx copy.xml");
        assertThat(times(cat.out())).hasSize(records);
        assertThat(cat.err()).contains(2 * records + " duplicates left out");
        Console.Answer count = run("events count --by channel --unique 300m.evtx copy.evtx");
        assertThat(count.out()).contains(records + "").doesNotContain(2 * records + "");
        Console.Answer export = run("events export --unique --out all.evtx 300m.evtx copy.evtx copy.xml");
        assertThat(export.exitCode()).as(export.err()).isZero();
        assertThat(times(run("events cat all.evtx").out())).hasSize(records).isSorted();
    }

    @Test
    void export_ofSeveralLogs_isInTheOrderOfTime() throws IOException {
        writeOverlappingLogs();
        assertThat(run("events export --out all.evtx 301m.evtx 300m.evtx").exitCode()).isZero();
        List<String> exported = times(run("events cat all.evtx").out());
        assertThat(exported).isEqualTo(times(run("events cat --merge 301m.evtx 300m.evtx").out()));
        assertThat(run("events export --no-merge --out apart.evtx 301m.evtx 300m.evtx").exitCode()).isZero();
        assertThat(times(run("events cat apart.evtx").out())).isNotEqualTo(exported)
                .containsExactlyInAnyOrderElementsOf(exported);
    }

    @Test
    void merge_ofArchivesAndPipes_isThatOfTheirLogs() throws IOException {
        writeOverlappingLogs();
        List<String> merged = times(run("events cat --merge 301m.evtx 300m.evtx").out());
        write("b.zip", zip(Map.of("1.evtx", Files.readAllBytes(folder.resolve("300m.evtx")), "2.evtx.gz",
                gzip(Files.readAllBytes(folder.resolve("301m.evtx"))))));
        assertThat(times(run("events cat --merge b.zip").out())).isEqualTo(merged);
        byte[] other = run("events cat 300m.evtx").out().getBytes(StandardCharsets.UTF_8);
        assertThat(times(new Console(folder).given(other).run("events", "cat", "--merge", "-", "301m.evtx").out()))
                .isEqualTo(merged);
    }

    @Test
    void aQueryList_overAFolder_asksEachLogWhatItsPathSays_andTellsWhichHadNone() throws IOException {
        String logs = MACHINE.replace("logs: [System]", "logs: [System, Application]");
        LabWriter.write(LabMachine.of(LabNode.parse("test", logs)), folder.resolve("logs"));
        Files.move(folder.resolve("logs/System.evtx"), folder.resolve("logs/renamed.evtx"));
        write("view.xml", """
                <QueryList><Query Id="0">
                  <Select Path="SYSTEM">*[System[EventID=10148]]</Select>
                  <Select Path="Application">*[System[EventID=10149]]</Select>
                  <Select Path="Security">*</Select>
                  <Suppress Path="Setup">*</Suppress>
                </Query></QueryList>""".getBytes(StandardCharsets.UTF_8));
        for (String verb : new String[]{"query", "count"}) {
            Console.Answer answer = run("events " + verb + " logs -q @view.xml");
            assertThat(answer.out()).contains("10148").doesNotContain("10149");
            assertThat(answer.err()).contains("channel Security").doesNotContain("channel SYSTEM",
                    "channel Application", "channel Setup");
        }
        assertThat(run("events query logs -n 1 -q @view.xml").err()).isEmpty();
    }

    @Test
    void whatWasUnpacked_isRemoved() throws IOException {
        write("b.tgz", archive("tar.gz"));
        Terminal terminal = new Terminal(InputStream.nullInputStream(), new ByteArrayOutputStream(), System.err, false,
                false, false, false, Map.of(), Clock.systemUTC(), folder);
        Path spool;
        try (EventInputs inputs = new EventInputs(new Session(terminal, Texts.in(Language.EN)), List.of("b.tgz"))) {
            EventInputs.Input input = inputs.all().getFirst();
            assertThat(input.name()).endsWith("b.tgz!var/System.evtx");
            inputs.open(input).orElseThrow().close();
            spool = inputs.spools().getFirst();
            assertThat(spool).exists();
        }
        assertThat(spool).doesNotExist();
    }
}
