package dev.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.lab.LabMachine;
import dev.vigie.lab.LabNode;
import dev.vigie.lab.LabWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsVerbsTest {
    private static final String MACHINE = """
            machine: SRV1.contoso.com
            now: 2026-03-18T12:30:00Z
            logs-since: 2026-03-01T00:00:00Z
            logs: [System]
            events:
              - {at: "-2d", every: 1m, times: 2000, event: winrm/10149}
              - {at: "-1h", event: winrm/10148}
            """;
    private static final Pattern RECORD = Pattern.compile("<EventRecordID>(\\d+)</EventRecordID>");
    @TempDir
    private Path folder;

    @BeforeEach
    void writeLogs() throws IOException {
        LabWriter.write(LabMachine.of(LabNode.parse("test", MACHINE)), folder);
    }

    private Console.Answer run(String... arguments) {
        return new Console(folder).run(arguments);
    }

    private static List<Integer> records(String xml) {
        return RECORD.matcher(xml).results().map(MatchResult::group).map(found -> found.replaceAll("\\D", ""))
                .map(Integer::valueOf).toList();
    }

    @Test
    void cat_givesEveryRecordInOrder() {
        List<Integer> records = records(run("events", "cat", "System.evtx").out());
        assertThat(records).hasSize(2002).isSorted();
    }

    @Test
    void cat_limit_stopsAfterThatMany() {
        assertThat(records(run("events", "cat", "System.evtx", "-n", "3").out())).containsExactly(1, 2, 3);
        assertThat(records(run("events", "cat", "System.evtx", "-n", "0").out())).isEmpty();
    }

    @Test
    void cat_reverse_givesTheLastFirst() {
        assertThat(records(run("events", "cat", "System.evtx", "--reverse", "-n", "3").out()))
                .containsExactly(2002, 2001, 2000);
        assertThat(records(run("events", "cat", "System.evtx", "--reverse").out()))
                .isEqualTo(records(run("events", "cat", "System.evtx").out()).reversed());
    }

    @Test
    void cat_unordered_givesTheSameRecords() {
        assertThat(records(run("events", "cat", "System.evtx", "--unordered").out())).hasSize(2002)
                .containsExactlyInAnyOrderElementsOf(records(run("events", "cat", "System.evtx").out()));
    }

    @Test
    void cat_jsonLines_areOneObjectAnEvent() {
        assertThat(run("events", "cat", "System.evtx", "-o", "jsonl").out().lines()).hasSize(2002)
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void cat_text_numbersEventsOverAllChunks() {
        List<String> heads = run("events", "cat", "System.evtx", "-o", "text").out().lines()
                .filter(line -> line.startsWith("Event[")).toList();
        assertThat(heads).hasSize(2002).startsWith("Event[0]", "Event[1]").endsWith("Event[2001]");
        assertThat(run("events", "cat", "System.evtx", "-o", "text", "--reverse", "-n", "2").out().lines()
                .filter(line -> line.startsWith("Event["))).containsExactly("Event[0]", "Event[1]");
    }

    @Test
    void cat_json_isOneArrayWithCommasBetweenEvents() {
        List<String> lines = run("events", "cat", "System.evtx", "-o", "json").out().lines().toList();
        assertThat(lines).hasSize(2004).startsWith("[").endsWith("]");
        assertThat(lines.subList(1, 2002)).allMatch(line -> line.startsWith("{") && line.endsWith("},"));
        assertThat(lines.get(2002)).startsWith("{").endsWith("}");
        assertThat(run("events", "cat", "System.evtx", "-o", "json", "-n", "0").out()).isEqualTo("[\n]\n");
        assertThat(run("events", "cat", "System.evtx", "-o", "json", "--reverse").out().lines().skip(1).limit(2001))
                .allMatch(line -> line.startsWith("{") && line.endsWith("},"));
    }

    @Test
    void cat_csv_hasTheSeparatorOfThePlace() {
        String[] excel = {"events", "cat", "System.evtx", "-o", "csv", "--excel", "-n", "1", "--columns",
                "TimeCreated,EventID"};
        assertThat(run(excel).out()).startsWith("\uFEFFTimeCreated,EventID\r\n2026-");
        assertThat(new Console(folder, Map.of("LANG", "de_DE.UTF-8")).run(excel).out())
                .startsWith("\uFEFFTimeCreated;EventID\r\n");
        assertThat(new Console(folder, Map.of("LANG", "fr_FR.UTF-8")).run(excel).out())
                .startsWith("\uFEFFTimeCreated;EventID\r\n");
        assertThat(run("events", "cat", "System.evtx", "-o", "csv", "--separator", "\\t", "-n", "1").out())
                .startsWith("TimeCreated\tLevel\t");
    }

    @Test
    void query_selectsAsWindowsWould() {
        assertThat(records(run("events", "query", "System.evtx", "-q", "*[System[EventID=10148]]").out())).hasSize(1);
        assertThat(records(run("events", "query", "System.evtx", "-q",
                "*[System[TimeCreated[timediff(@SystemTime) <= 7200000]]]", "--now", "2026-03-18T12:30:00Z").out()))
                .isNotEmpty().hasSizeLessThan(130);
    }

    @Test
    void query_fromAFile_mayBeAQueryList() throws IOException {
        Files.writeString(folder.resolve("view.txt"), "<QueryList><Query Path='System'><Select>*</Select>"
                + "<Suppress>*[System[EventID=10149]]</Suppress></Query></QueryList>");
        assertThat(records(run("events", "query", "System.evtx", "-q", "@view.txt").out())).hasSize(2);
    }

    @Test
    void query_fromAFile_isNotMistakenForAFileOfArguments() throws IOException {
        // There is a pom.xml where the tests run, too.
        Files.writeString(folder.resolve("pom.xml"), "*[System[EventID=10148 or EventID=10147]]");
        assertThat(records(run("events", "query", "System.evtx", "-q", "@pom.xml").out())).hasSize(1);
    }

    @Test
    void count_groupsByTheFieldsAsked() {
        assertThat(run("events", "count", "System.evtx", "--by", "id").out().lines().map(String::strip))
                .containsExactly("count  id", "2000  10149", "1  1", "1  10148");
        assertThat(run("events", "count", "System.evtx", "--by", "provider,id", "-n", "1", "-o", "csv").out())
                .isEqualTo("count,provider,id\r\n2000,Microsoft-Windows-WinRM,10149\r\n");
    }

    /** The log with its first chunk again in the middle of bytes that are no log. */
    private void writeImage() throws IOException {
        byte[] log = Files.readAllBytes(folder.resolve("System.evtx"));
        byte[] image = new byte[200_000];
        Arrays.fill(image, (byte) 0x5A);
        System.arraycopy(log, 4096, image, 12_345, 65_536);
        Files.write(folder.resolve("disk.bin"), image);
    }

    @Test
    void cat_recover_findsEventsInAnyFile_andMarksThem() throws IOException {
        writeImage();
        Console.Answer answer = run("events", "cat", "--recover", "disk.bin", "-n", "3");
        assertThat(answer.exitCode()).isZero();
        assertThat(records(answer.out())).containsExactly(1, 2, 3);
        assertThat(answer.out()).contains("<?vigie-recovered from=\"chunk\" template=\"own\"?>");
        assertThat(run("events", "cat", "--recover", "disk.bin", "-o", "jsonl").out().lines()).hasSizeGreaterThan(50)
                .allMatch(line -> line.contains("\"recovered\":{\"from\":\"chunk\",\"template\":\"own\"}"));
    }

    @Test
    void recover_ofAWholeLog_changesNothing() {
        assertThat(run("events", "cat", "--recover", "System.evtx").out())
                .isEqualTo(run("events", "cat", "System.evtx").out());
        assertThat(run("events", "count", "--recover", "System.evtx", "--by", "id").out())
                .isEqualTo(run("events", "count", "System.evtx", "--by", "id").out());
    }

    @Test
    void check_ofAWholeLog_isFine() {
        Console.Answer answer = run("events", "check", "System.evtx");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("2,002 records");
    }

    @Test
    void check_json_isOneDocumentWithAllLogs() {
        Console.Answer answer = run("events", "check", "System.evtx", "System.evtx", "-o", "json");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).startsWith("{\"schema\":\"vigie.events-check/1\",\"logs\":[{\"file\":")
                .endsWith("]}\n").contains("\"firstId\":1,\"lastId\":2002");
        assertThat(answer.out().split("\"outcome\":\"whole\"", -1)).hasSize(3);
        assertThat(run("events", "check", "System.evtx", "-o", "csv").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void check_recover_countsWhatCouldBeRecovered() throws IOException {
        writeImage();
        Console.Answer image = run("events", "check", "--recover", "disk.bin");
        assertThat(image.exitCode()).isZero();
        assertThat(image.out()).contains("records in a file that is no log").contains("in chunks elsewhere");
        assertThat(run("events", "check", "--recover", "System.evtx").out()).contains("nothing more to recover");
        byte[] log = Files.readAllBytes(folder.resolve("System.evtx"));
        // The last chunk alone, over the first: what it does not reach is left of that.
        byte[] used = Arrays.copyOf(log, 4096 + 65_536);
        int last = log.length - 65_536;
        int free = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN).getInt(last + 48);
        System.arraycopy(log, last, used, 4096, free);
        Files.write(folder.resolve("used.evtx"), used);
        assertThat(run("events", "check", "--recover", "used.evtx", "-o", "json").out())
                .containsPattern("\"recoverable\":\\{\"slack\":\\d+}");
    }

    @Test
    void check_ofADamagedLog_saysWhatWasLost() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("System.evtx"));
        Arrays.fill(bytes, 4096 + 65536 + 2000, 4096 + 65536 + 6000, (byte) 0x5A);
        Files.write(folder.resolve("damaged.evtx"), bytes);
        Console.Answer answer = run("events", "check", "damaged.evtx");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(answer.out()).contains("could not be read").contains("damaged.evtx@0x");
        Console.Answer cat = run("events", "cat", "damaged.evtx");
        assertThat(cat.exitCode()).isZero();
        assertThat(records(cat.out())).hasSizeBetween(1900, 2001);
        assertThat(cat.err()).contains("damaged.evtx@0x");
    }

    @Test
    void cat_ofXmlFromStandardInput_givesTheSameEvents() {
        String xml = run("events", "cat", "System.evtx", "-n", "5").out();
        assertThat(new Console(folder).typing(xml).run("events", "cat", "-").out()).isEqualTo(xml);
    }

    @Test
    void cat_ofALogFromStandardInput_givesTheSameEvents() throws IOException {
        byte[] log = Files.readAllBytes(folder.resolve("System.evtx"));
        Console.Answer answer = new Console(folder).given(log).run("events", "cat", "-");
        assertThat(answer.out()).isEqualTo(run("events", "cat", "System.evtx").out());
    }

    @Test
    void cat_ofXml_isWrittenWhileItIsRead_inEitherOrder() throws IOException {
        Files.writeString(folder.resolve("all.xml"), run("events", "cat", "System.evtx").out());
        assertThat(records(run("events", "cat", "all.xml").out())).hasSize(2002).isSorted();
        assertThat(records(run("events", "cat", "all.xml", "-n", "3").out())).containsExactly(1, 2, 3);
        assertThat(records(run("events", "cat", "all.xml", "-n", "3", "--reverse").out()))
                .containsExactly(2002, 2001, 2000);
    }

    @Test
    void cat_ofXml_withALimit_readsNoFurther() {
        String event = "<Event><System><EventRecordID>1</EventRecordID></System></Event>";
        Console.Answer answer = new Console(folder).typing(event + "<Event><System></Wrong></Event>")
                .run("events", "cat", "-", "-n", "1");
        assertThat(records(answer.out())).containsExactly(1);
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void query_fromAFileInUtf16_isRead() throws IOException {
        String list = "<QueryList><Query><Select>*[System[EventID=10148]]</Select></Query></QueryList>";
        Files.write(folder.resolve("view.xml"), ("\uFEFF" + list).getBytes(StandardCharsets.UTF_16LE));
        Files.writeString(folder.resolve("query.txt"), "\uFEFF*[System[EventID=10148]]");
        assertThat(records(run("events", "query", "System.evtx", "-q", "@view.xml").out())).hasSize(1);
        assertThat(records(run("events", "query", "System.evtx", "-q", "@query.txt").out())).hasSize(1);
    }

    @Test
    void count_ofNumbersAndTexts_putsNumbersFirst() throws IOException {
        StringBuilder events = new StringBuilder();
        for (String name : List.of("1z", "9", "x", "10")) {
            events.append("<Event><System><Computer>").append(name).append("</Computer></System></Event>");
        }
        Files.writeString(folder.resolve("all.xml"), events);
        assertThat(run("events", "count", "all.xml", "--by", "computer").out().lines().skip(1)
                .map(line -> line.strip().split(" +", -1)[1])).containsExactly("9", "10", "1z", "x");
    }

    @Test
    void cat_ofAFolder_readsEveryLogOfIt() {
        assertThat(records(run("events", "cat", ".").out())).hasSize(2002);
    }
}
