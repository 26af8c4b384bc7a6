package dev.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.lab.LabMachines;
import dev.vigie.lab.LabWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class DiagnoseVerbTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeLogs() throws IOException {
        LabWriter.write(LabMachines.builtIn("demo"), folder.resolve("logs"));
    }

    private Console.Answer run(String command) {
        return new Console(folder).run(command.split(" "));
    }

    @Test
    void text_saysTheCauseTheEvidenceTheFixAndTheNextQuestion() {
        Console.Answer answer = run("diagnose rdp --evtx logs");
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.FOUND);
        assertThat(answer.out()).contains("SRV-APP01.contoso.com", "PROBLEM FOUND", "LIKELY",
                "rdp.certificate.key-acl", "[E1]", "1058", "icacls", "Undo", "--answer rdp.key-file=");
        assertThat(answer.out()).doesNotContain("\u001B");
    }

    @Test
    void anAnswer_settlesTheQuestion() {
        Console.Answer answer = run("diagnose rdp --evtx logs --answer rdp.key-file=acl-narrow");
        assertThat(answer.out()).contains("CONFIRMED").doesNotContain("--answer rdp.key-file");
    }

    @Test
    void french_saysTheSame() {
        Console.Answer answer = run("diagnose rdp --evtx logs --lang fr");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(answer.out()).contains("PROBLÈME TROUVÉ", "PROBABLE", "rdp.certificate.key-acl", "Annuler");
    }

    @Test
    void aHealthyArea_isSaidToBeFine() {
        Console.Answer answer = run("diagnose winrm --evtx logs");
        assertThat(answer.exitCode()).as(answer.out()).isZero();
        assertThat(answer.out()).contains("NO FAULT FOUND");
    }

    @Test
    void whatTheUserSaw_isTakenUpAndWeighsNothing() {
        String plain = run("diagnose winrm --evtx logs -o junit").out();
        Console.Answer answer = new Console(folder).run("diagnose", "winrm", "--evtx", "logs", "--saw",
                "event 3002, 0x80070005");
        assertThat(answer.out()).contains("3002").contains("E_ACCESSDENIED").contains("1. ");
        assertThat(new Console(folder).run("diagnose", "winrm", "--evtx", "logs", "--saw", "event 3002", "-o",
                "junit").out()).isEqualTo(plain);
    }

    @Test
    void html_isOneFileWithoutScriptsOrLoads() {
        String html = run("diagnose rdp --evtx logs -o html").out();
        assertThat(html).startsWith("<!DOCTYPE html>").contains("id=\"E1\"", "id=\"F1\"", "lang=\"en\"");
        assertThat(html).doesNotContain("<script", "http://", "https://", "src=");
    }

    @Test
    void junit_isXmlWithAFailureForTheCause() throws Exception {
        String xml = run("diagnose rdp --evtx logs -o junit").out();
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
    }

    @Test
    void json_isTheSameInBothLanguages_exceptTexts() {
        String english = run("diagnose all --evtx logs -o json").out();
        assertThat(english).contains("\"vigie.report/1\"").contains("rdp.certificate.key-acl");
    }

    @Test
    void aCase_canBeReopenedWithoutTheLogs() {
        Console.Answer written = run("diagnose all --evtx logs --case case1");
        assertThat(written.exitCode()).as(written.err()).isEqualTo(ExitCode.FOUND);
        Console.Answer reopened = run("diagnose --reopen case1");
        assertThat(reopened.out()).isEqualTo(written.out());
        Console.Answer again = run("diagnose all --evtx logs --case case1");
        assertThat(again.exitCode()).isNotZero();
        assertThat(again.err()).contains("case1");
    }

    @Test
    void demo_showsTheWholeJob() {
        Console.Answer answer = run("demo --dir shown");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("PROBLEM FOUND");
        assertThat(answer.err()).contains("vigie diagnose all --evtx");
        Console.Answer french = new Console(folder, Map.of("LANG", "fr_FR.UTF-8")).run("demo", "--dir", "montre");
        assertThat(french.out()).contains("PROBLÈME TROUVÉ");
    }

    @Test
    void aloneOnATerminal_itAsks() {
        Console.Answer answer = new Console(folder).interactive().typing("2\nlogs\n\n").run();
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.FOUND);
        assertThat(answer.out()).contains("rdp.certificate.key-acl");
    }

    @Test
    void aloneOnATerminal_wrongAnswersAreAskedAgain_andTheEndOfInputEndsIt() {
        Console.Answer answer = new Console(folder).interactive().typing("9\nrdp\nnowhere\n").run();
        assertThat(answer.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(answer.err()).contains("nowhere");
    }

    @Test
    void aloneInAPipe_printsHelp() {
        Console.Answer answer = new Console(folder).run();
        assertThat(answer.out()).contains("vigie demo");
    }
}
