package dev.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.lab.LabMachine;
import dev.vigie.lab.LabNode;
import dev.vigie.lab.LabWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command lines of Microsoft's tool over log files. */
class WevtutilVerbTest {
    private static final String MACHINE = """
            machine: SRV1.contoso.com
            now: 2026-03-18T12:30:00Z
            logs-since: 2026-03-01T00:00:00Z
            logs: [System]
            events:
              - {at: "-2d", every: 1m, times: 300, event: winrm/10149}
              - {at: "-1h", event: winrm/10148}
            """;
    private static final Pattern RECORD = Pattern.compile("<EventRecordID>(\\d+)</EventRecordID>");
    @TempDir
    private Path folder;

    @BeforeEach
    void writeLogs() throws IOException {
        LabWriter.write(LabMachine.of(LabNode.parse("test", MACHINE)), folder.resolve("logs"));
        Files.copy(folder.resolve("logs/System.evtx"), folder.resolve("System.evtx"));
    }

    private Console.Answer run(String... words) {
        String[] arguments = new String[words.length + 1];
        arguments[0] = "wevtutil";
        System.arraycopy(words, 0, arguments, 1, words.length);
        return new Console(folder).run(arguments);
    }

    private static List<Integer> records(Console.Answer answer) {
        return RECORD.matcher(answer.out()).results().map(found -> Integer.valueOf(found.group(1))).toList();
    }

    @ParameterizedTest
    @CsvSource({"qe,/lf:true,/c:2", "query-events,/logfile:true,/count:2", "QE,-LF:TRUE,-Count:2",
            "qe,-lf,-c:\"2\"", "qe,/lf,/c:002"})
    void qe_takesEveryWayOfWritingIt(String verb, String file, String count) {
        Console.Answer answer = run(verb, "System.evtx", file, count);
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(records(answer)).containsExactly(1, 2);
    }

    @Test
    void qe_printsOneLineAnEvent_withoutRoot_oldestFirst() {
        Console.Answer answer = run("qe", "System.evtx", "/lf:true");
        assertThat(answer.out().lines()).hasSize(302).allSatisfy(line -> assertThat(line)
                .startsWith("<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>")
                .endsWith("</Event>"));
        assertThat(records(answer)).isSorted();
    }

    @Test
    void qe_reverse_countAndQuery_areThoseOfWindows() {
        assertThat(records(run("qe", "System.evtx", "/lf:true", "/rd:true", "/c:3"))).containsExactly(302, 301, 300);
        assertThat(records(run("qe", "System.evtx", "/lf:true", "/q:*[System[EventID=10148]]"))).containsExactly(302);
        assertThat(records(run("qe", "System.evtx", "/lf:true", "/rd:false", "/c:1"))).containsExactly(1);
        assertThat(run("qe", "System.evtx", "/lf:true", "/q:*[System[EventID=1]]").exitCode())
                .as("no match is no error").isZero();
        assertThat(records(run("qe", "System.evtx", "/lf:true",
                "/q:*[System[TimeCreated[timediff(@SystemTime)<=7200000]]]", "--now", "2026-03-18T12:30:00Z")))
                .containsExactly(302);
    }

    @Test
    void qe_element_makesADocument() {
        assertThat(run("qe", "System.evtx", "/lf:true", "/c:1", "/e:Events").out()).startsWith("<Events>\n<Event ")
                .endsWith("</Event>\n</Events>\n");
        assertThat(run("qe", "System.evtx", "/lf:true", "/e:a><b").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void qe_text_isNumberedInTheOrderPrinted_andHasNoRoot() {
        Console.Answer answer = run("qe", "System.evtx", "/lf:true", "/rd:true", "/c:2", "/f:Text", "/e:Events");
        assertThat(answer.out()).startsWith("Event[0]\n").contains("\nEvent[1]\n", "10148", "SRV1.contoso.com")
                .doesNotContain("Event[2]", "<Events>");
        assertThat(run("qe", "System.evtx", "/lf:true", "/c:1", "/f:RenderedXml").out()).startsWith("<Event ");
    }

    @Test
    void qe_aFileWithoutLf_isReadAllTheSame_andSaid() {
        Console.Answer answer = run("qe", "System.evtx", "/c:1");
        assertThat(records(answer)).containsExactly(1);
        assertThat(answer.err()).contains("/lf:true");
        assertThat(run("qe", "System.evtx", "/lf:false").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void qe_anAbsolutePath_isNoOption() {
        assertThat(records(run("qe", folder.resolve("System.evtx").toString(), "/lf:true", "/c:1"))).containsExactly(1);
    }

    @Test
    void qe_ofAFolder_takesTheNameOfTheChannel() {
        assertThat(records(run("qe", "system", "--logs", "logs", "/c:1"))).containsExactly(1);
        assertThat(records(run("--logs=logs", "qe", "System", "/c:1"))).containsExactly(1);
        assertThat(records(new Console(folder, Map.of("VIGIE_LOGS", "logs")).run("wevtutil", "qe", "System", "/c:1")))
                .containsExactly(1);
        Console.Answer answer = run("qe", "Security", "--logs", "logs");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains("Security");
    }

    @Test
    void qe_structured_asksEachLogWhatItsPathsSay() throws IOException {
        Files.copy(folder.resolve("logs/System.evtx"), folder.resolve("copy.evtx"));
        Files.writeString(folder.resolve("query.xml"), "<QueryList><Query><Select Path='file://copy.evtx'>"
                + "*[System[EventID=10148]]</Select><Select Path='System'>*[System[EventRecordID=7]]</Select>"
                + "<Select Path='Security'>*</Select></Query></QueryList>");
        Console.Answer answer = run("qe", "query.xml", "/sq:true", "--logs", "logs");
        assertThat(records(answer)).containsExactly(302, 7);
        assertThat(answer.err()).contains("Security");
        assertThat(run("qe", "query.xml", "/sq:true").exitCode()).as("System needs a machine")
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("qe", "query.xml", "/sq:true", "/q:*", "--logs", "logs").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void qe_beyondTheLimitsOfWindows_warnsAndRuns() {
        String ids = "EventID=99" + " or EventID=10148".repeat(25);
        Console.Answer answer = run("qe", "System.evtx", "/lf:true", "/q:*[System[" + ids + "]]");
        assertThat(records(answer)).containsExactly(302);
        assertThat(answer.err()).contains("26", "Windows", "vigie lint");
        assertThat(new Console(folder).run("events", "count", "System.evtx", "-q", "*[System[" + ids + "]]").err())
                .isEqualTo(answer.err());
    }

    @Test
    void qe_pastedFromAWebPage_isUnderstood_andSaid() {
        Console.Answer answer = run("qe", "System.evtx", "\u2013lf:true", "/q:\u201C*[System[EventID=10148", "and",
                "Level>=0]]\u201D", "\u2014c:1");
        assertThat(records(answer)).containsExactly(302);
        assertThat(answer.err()).contains("warning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qe", "qe a.evtx b.evtx", "qe System.evtx /c:0", "qe System.evtx /c:-5",
            "qe System.evtx /c:x", "qe System.evtx /f:json", "qe System.evtx /rd:maybe", "qe System.evtx /zz:true",
            "qe System.evtx /lf:true /lf:true", "qe System.evtx /q", "qe System.evtx /q:", "gl", "gli",
            "epl System.evtx",
            "gp P /ge:maybe", "sl System /zz:true", "cl System /invalidate", "xx", "qe System.evtx --unknown",
            "qe System.evtx --logs", "el extra", "qe System.evtx /lf:true /q:*[System[", "qe System.evtx /u:joe"})
    void whatWindowsRefuses_isRefusedAsUsage(String line) {
        Console.Answer answer = run(line.split(" "));
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).startsWith("vigie: ");
    }

    @Test
    void aQueryInAWordOfItsOwn_isExplained() {
        assertThat(run("qe", "System.evtx", "/q", "*[System[EventID=1]]").err()).contains("/q:VALUE");
        assertThat(run("qe", "System.evtx", "/lf:true", "*[System[EventID=1]]").err()).contains("'/q:*[System");
    }

    @ParameterizedTest
    @ValueSource(strings = {"el", "qe Security", "gli Security", "gl Security", "epl Security out.evtx",
            "sl Security /e:true",
            "cl Security", "im a.man", "um a.man", "al a.evtx", "ep", "gp Microsoft-Windows-WinRM",
            "qe System /r:SRV1"})
    void whatNeedsAMachine_saysSo_andWhatToDo(String line) {
        Console.Answer answer = run(line.split(" "));
        assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("\n  ").doesNotContain("Exception");
        assertThat(folder.resolve("out.evtx")).doesNotExist();
    }

    @Test
    void remote_warnsOfAPasswordOnTheCommandLine() {
        assertThat(run("qe", "System", "/r:SRV1", "/u:joe", "/p:secret").err()).contains("password")
                .doesNotContain("secret");
        assertThat(run("qe", "System", "/r:SRV1", "/u:joe", "/p:*").err()).doesNotContain("password");
    }

    @Test
    void epl_writesALogWithTheEventsAskedFor() {
        Console.Answer answer = run("epl", "System.evtx", "out.evtx", "/lf:true", "/q:*[System[EventRecordID<=10]]");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).contains("10 ");
        assertThat(run("qe", "out.evtx", "/lf:true").out())
                .isEqualTo(run("qe", "System.evtx", "/lf:true", "/c:10").out());
        assertThat(new Console(folder).run("events", "check", "out.evtx").exitCode()).isZero();
    }

    @Test
    void epl_replacesOnlyWhenAllowed() throws IOException {
        Files.writeString(folder.resolve("out.evtx"), "mine");
        assertThat(run("epl", "System.evtx", "out.evtx", "/lf:true").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("out.evtx")).hasContent("mine");
        assertThat(run("export-log", "System.evtx", "out.evtx", "/lf:true", "/overwrite:true").exitCode()).isZero();
        assertThat(run("gli", "out.evtx", "/lf:true").out()).contains("numberOfLogRecords: 302\n");
        assertThat(run("epl", "System", "other.evtx", "--logs", "logs").exitCode()).isZero();
    }

    @Test
    void gli_hasTheLinesOfWindows() throws IOException {
        Console.Answer answer = run("gli", "System.evtx", "/lf:true");
        assertThat(answer.out()).matches("""
                creationTime: \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z
                lastAccessTime: \\S+Z
                lastWriteTime: \\S+Z
                fileSize: %d
                (attributes: \\d+
                )?numberOfLogRecords: 302
                oldestRecordNumber: 1
                """.formatted(Files.size(folder.resolve("System.evtx"))));
        assertThat(run("get-loginfo", "System", "--logs", "logs").exitCode()).isZero();
        assertThat(run("gli", "missing.evtx", "/lf:true").exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
    }

    @Test
    void gl_saysWhatAFileKnows_andWhatItDoesNot() {
        Console.Answer answer = run("gl", "System", "--logs", "logs");
        assertThat(answer.out()).startsWith("name: System\nlogging:\n  logFileName: ").endsWith("System.evtx\n");
        assertThat(answer.err()).contains("maxSize");
        assertThat(run("gl", "System", "/f:xml", "--logs", "logs").out()).contains("<channel name=\"System\" ",
                "<logFileName>");
    }

    @Test
    void el_listsTheChannels_ofFilesOfAnyName() throws IOException {
        Files.move(folder.resolve("logs/System.evtx"), folder.resolve("logs/export.evtx"));
        Files.copy(folder.resolve("System.evtx"), folder.resolve("logs/ForwardedEvents.evtx"));
        Files.writeString(folder.resolve("logs/no.evtx"), "no log");
        Console.Answer answer = run("el", "--logs", "logs");
        assertThat(answer.out()).isEqualTo("ForwardedEvents\nno\nSystem\n");
        assertThat(answer.err()).contains("no.evtx");
        assertThat(records(run("qe", "System", "--logs", "logs", "/c:1"))).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?", "-?", "help", "HELP", "--help", "/help", ""})
    void help_listsTheCommands(String word) {
        Console.Answer answer = word.isEmpty() ? run() : run(word);
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("qe", "epl", "gli");
    }

    @Test
    void help_ofEachCommand_explainsEachOption() {
        for (WevtutilCommand command : WevtutilCommand.values()) {
            for (String language : List.of("en", "fr")) {
                Console.Answer answer = run(command.brief(), "/?", "--lang", language);
                assertThat(answer.exitCode()).isZero();
                assertThat(answer.out()).contains("vigie wevtutil " + command);
                command.options().forEach(option -> assertThat(answer.out()).contains(option.toString()));
            }
        }
    }
}
