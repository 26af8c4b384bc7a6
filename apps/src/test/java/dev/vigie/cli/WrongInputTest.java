package dev.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.lab.LabMachines;
import dev.vigie.lab.LabWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong input to every command: a clear message with what to do next, and the documented exit code. */
class WrongInputTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"diagnose all --evtx", "events cat", "events count", "events check",
            "events query -q *[System]"})
    void aPictureNamedEvtx_isNamedForWhatItIs(String command) throws IOException {
        Files.write(folder.resolve("shot.evtx"), HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452"));
        Console.Answer answer = run(command + " shot.evtx");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains("shot.evtx").contains("PNG").contains("wevtutil epl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagnose all --evtx", "events cat", "events count", "events check"})
    void anEmptyFolder_isRefusedWithThePlaceOfLogs(String command) throws IOException {
        Files.createDirectory(folder.resolve("nothing"));
        Console.Answer answer = run(command + " nothing");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains("nothing").contains("winevt/Logs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagnose all --evtx", "events cat", "events count", "events check"})
    void aMissingFile_isNamed(String command) {
        Console.Answer answer = run(command + " gone.evtx");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains("gone.evtx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagnose all --evtx", "events cat", "events check"})
    void anEmptyFile_isNoEventLog(String command) throws IOException {
        Files.createFile(folder.resolve("empty.evtx"));
        Console.Answer answer = run(command + " empty.evtx");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains("empty.evtx");
    }

    @Test
    void aBadQuery_isShownWhereItIsWrong() throws IOException {
        Console.Answer answer = new Console(Files.createDirectories(folder)).run("events", "query", "x.evtx", "-q",
                "*[System[EventID=contains(1)]]");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("contains").contains("^").contains("vigie lint");
    }

    static Stream<Arguments> misuse() {
        return Stream.of(Arguments.of("diagnose", "--evtx"), Arguments.of("diagnose rdp", "no logs given"),
                Arguments.of("diagnose smtp --evtx x", "smtp"), Arguments.of("diagnose --evtx x -o pdf", "pdf"),
                Arguments.of("diagnose --evtx x rdp", "vigie diagnose rdp --evtx"),
                Arguments.of("diagnose --evtx x --since yesterday", "yesterday"),
                Arguments.of("diagnose --evtx x --answer rdp.no-such=1", "rdp.no-such"),
                Arguments.of("events cat x -o yaml", "yaml"),
                Arguments.of("events cat x --excel", "--excel"),
                Arguments.of("events cat x -o csv --columns When", "When"),
                Arguments.of("events cat x -o csv --separator ab", "ab"),
                Arguments.of("events count x --by colour", "colour"),
                Arguments.of("events query x", "--query"), Arguments.of("events", "verb"),
                Arguments.of("events cat", "FILE"), Arguments.of("evnts", "evnts"),
                Arguments.of("diagnose --evxt x", "--evxt"), Arguments.of("explain", "WHAT"),
                Arguments.of("lint", "XPATH"), Arguments.of("help nonsense", "nonsense"));
    }

    @ParameterizedTest
    @MethodSource("misuse")
    void aWrongCommandLine_saysWhatIsWrong(String command, String named) throws IOException {
        Files.write(folder.resolve("x"), new byte[]{1, 2, 3});
        Console.Answer answer = run(command);
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).startsWith("vigie: ").contains(named);
        assertThat(answer.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagnose all --evtx", "events cat", "events count", "events query -q *[System]"})
    void aFolderWithOtherFiles_isReadPastThem(String command) throws IOException {
        LabWriter.write(LabMachines.builtIn("demo"), folder.resolve("logs"));
        Files.createFile(folder.resolve("logs/A-empty.evtx"));
        Files.writeString(folder.resolve("logs/B-text.xml"), "hello");
        Console.Answer answer = run(command + " logs");
        assertThat(answer.exitCode()).isIn(ExitCode.FINE, ExitCode.FOUND);
        assertThat(answer.out()).contains("Schannel");
        assertThat(answer.err()).contains("A-empty.evtx is empty", "B-text.xml").doesNotContain("wevtutil");
    }

    @Test
    void check_ofAFolderWithOtherFiles_checksTheLogs_andSaysThatNotAllCouldBe() throws IOException {
        LabWriter.write(LabMachines.builtIn("demo"), folder.resolve("logs"));
        Files.createFile(folder.resolve("logs/A-empty.evtx"));
        Console.Answer answer = run("events check logs");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.out()).contains("System.evtx: 310 records");
        assertThat(answer.err()).contains("A-empty.evtx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagnose all --evtx", "events cat", "events count", "events check"})
    void aFolderWithoutAnyLog_couldNotBeChecked(String command) throws IOException {
        Files.createDirectory(folder.resolve("logs"));
        Files.createFile(folder.resolve("logs/empty.evtx"));
        assertThat(run(command + " logs").exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
    }

    @Test
    void check_ofAHeadAlone_couldNotBeChecked() throws IOException {
        LabWriter.write(LabMachines.builtIn("demo"), folder.resolve("logs"));
        byte[] log = Files.readAllBytes(folder.resolve("logs/System.evtx"));
        Files.write(folder.resolve("head.evtx"), Arrays.copyOf(log, 4096));
        Console.Answer answer = run("events check head.evtx");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.out()).contains("no record", "2 chunks").doesNotContain("null");
    }

    @Test
    void aLinkToAFolder_isFollowed() throws IOException {
        LabWriter.write(LabMachines.builtIn("demo"), folder.resolve("logs"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("logs"));
        Console.Answer answer = run("events check link");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("link" + folder.getFileSystem().getSeparator() + "System.evtx: 310");
    }

    @ParameterizedTest
    @ValueSource(strings = {"events cat", "events count", "events check", "diagnose --evtx"})
    void aLogOnStandardInput_isReadByEveryVerb(String command) throws IOException {
        LabWriter.write(LabMachines.builtIn("demo"), folder.resolve("logs"));
        String xml = run("events cat logs/System.evtx").out();
        Console.Answer answer = new Console(folder).typing(xml).run((command + " -").split(" "));
        assertThat(answer.exitCode()).as(answer.err()).isIn(ExitCode.FINE, ExitCode.FOUND);
        assertThat(answer.out()).containsAnyOf("36871", "310 events", "310 records");
    }

    @Test
    void aPeriodOutsideTheLogs_isNoGroundForSayingNoFault() throws IOException {
        LabWriter.write(LabMachines.builtIn("demo"), folder.resolve("logs"));
        Console.Answer late = run("diagnose rdp --evtx logs --since 2099-01-01");
        assertThat(late.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(late.err()).contains("2099-01-01", "2026-03-18");
        Console.Answer early = run("diagnose rdp --evtx logs --now 1999-01-01");
        assertThat(early.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(early.err()).contains("1999-01-01", "2026-02-01");
    }

    @Test
    void aCase_isNeverWrittenIntoAFolderInUse() throws IOException {
        LabWriter.write(LabMachines.builtIn("demo"), folder.resolve("logs"));
        Console.Answer answer = run("diagnose rdp --evtx logs --case logs");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("logs/manifest.json")).doesNotExist();
        Files.createDirectory(folder.resolve("new"));
        assertThat(run("diagnose rdp --evtx logs --case new").exitCode()).isEqualTo(ExitCode.FOUND);
    }

    @Test
    void aFolderThatIsNoCase_isSaidToBeNone() {
        Console.Answer answer = run("diagnose --reopen nowhere");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains("nowhere holds no case", "--case DIR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"events cat", "events count"})
    void aNegativeLimit_isRefusedBeforeAnythingIsRead(String command) {
        assertThat(run(command + " gone.evtx -n -1").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aNameNoFileCanHave_isNoSuchFile() {
        Console.Answer answer = new Console(folder).run("events", "cat", "a\0\u001B[31mb.evtx");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains("a\\u0000\\u001b[31mb.evtx").doesNotContain("\u001B");
    }

    @Test
    void aLanguageVigieDoesNotSpeak_isRefusedByEveryVerb() {
        Console.Answer answer = run("explain 0x80070005 --lang de");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("de");
    }

    @Test
    void aMissingVerb_isToldInTheLanguageAskedFor() {
        assertThat(run("events --lang fr").err()).contains("il manque un verbe");
    }

    @Test
    void aQueryWithControlCharacters_reachesNoTerminalAsSuch() {
        Console console = new Console(folder);
        assertThat(console.run("events", "query", "x.evtx", "-q", "*[\u001B[31m").err()).doesNotContain("\u001B");
        assertThat(console.run("lint", "*[System[Provider[@Name=' \u001B[31m ']]]").out()).doesNotContain("\u001B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain 0x80070005", "--help", "help events", "events export --help", "--version"})
    void outputThatCannotBeWritten_isNotFine(String command) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(runFailing("No space left on device", err, command)).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("No space left on device");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain 0x80070005", "--help"})
    void outputWhoseReaderHasGone_isFine(String command) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(runFailing("Broken pipe", err, command)).isEqualTo(ExitCode.FINE);
        assertThat(err.size()).isZero();
    }

    private int runFailing(String reason, OutputStream err, String command) {
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                throw new IOException(reason);
            }
        };
        Terminal terminal = new Terminal(InputStream.nullInputStream(), failing,
                new PrintStream(err, true, StandardCharsets.UTF_8), false, false, false, false, Map.of(),
                Clock.systemUTC(), folder);
        return Vigie.run(terminal, command.split(" "));
    }

    @Test
    void anUnknownCode_isSaidToBeUnknown() {
        Console.Answer answer = run("explain zzz-not-a-thing");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains("zzz-not-a-thing").contains("0x800706ba");
    }

    @Test
    void messages_areInTheLanguageAskedFor() {
        assertThat(run("events cat gone.evtx --lang fr").err()).contains("introuvable");
        assertThat(run("--lang fr").out()).contains("Exemples");
    }

    private Console.Answer run(String command) {
        return new Console(folder).run(command.split(" "));
    }
}
