package dev.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
                Arguments.of("diagnose --evtx x --since yesterday", "yesterday"),
                Arguments.of("diagnose --evtx x --answer rdp.no-such=1", "rdp.no-such"),
                Arguments.of("events cat x -o csv", "csv"), Arguments.of("events count x --by colour", "colour"),
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

    @Test
    void outputThatCannotBeWritten_isNotFine() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Terminal terminal = new Terminal(InputStream.nullInputStream(), full,
                new PrintStream(err, true, StandardCharsets.UTF_8), false, false, false, false, Map.of(),
                Clock.systemUTC(),
                folder);
        assertThat(Vigie.run(terminal, "explain", "0x80070005")).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("No space left on device");
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
