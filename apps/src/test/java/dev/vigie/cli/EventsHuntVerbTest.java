package dev.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.lab.LabMachine;
import dev.vigie.lab.LabNode;
import dev.vigie.lab.LabWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsHuntVerbTest {
    private static final String MACHINE = """
            machine: SRV1.contoso.com
            now: 2026-03-18T12:30:00Z
            logs-since: 2026-03-01T00:00:00Z
            logs: [System]
            events:
              - {at: "-2d", every: 1m, times: 5, event: winrm/10149}
              - {at: "-1h", event: winrm/10148}
            """;
    private static final String RULE = """
            title: WinRM %1
            id: %2
            status: test
            level: %3
            logsource: {product: windows, service: system}
            detection:
              s: {EventID: %4, Provider_Name: Microsoft-Windows-WinRM}
              condition: s
            """;
    @TempDir
    private Path folder;

    @BeforeEach
    void writeLogsAndRules() throws IOException {
        LabWriter.write(LabMachine.of(LabNode.parse("test", MACHINE)), folder);
        Files.createDirectories(folder.resolve("rules"));
        rule("stops", "high", "10149");
        rule("listens", "low", "10148");
        rule("silent", "critical", "1");
        rule("counts", "low", "1", " | count() > 5");
    }

    private void rule(String name, String level, String id) throws IOException {
        rule(name, level, id, "");
    }

    private void rule(String name, String level, String id, String aggregation) throws IOException {
        Files.writeString(folder.resolve("rules/" + name + ".yml"),
                RULE.replace("%1", name).replace("%2", name + "-id").replace("%3", level).replace("%4", id)
                        .replace("condition: s", "condition: s" + aggregation));
    }

    private Console.Answer hunt(String... more) {
        String[] all = {"events", "hunt", "System.evtx", "--rules", "rules"};
        String[] arguments = Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, arguments, all.length, more.length);
        return new Console(folder, Map.of()).run(arguments);
    }

    @Test
    void hunt_text_groupsByRuleTheGravestFirst() {
        Console.Answer answer = hunt();

        assertThat(answer.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(answer.out()).containsSubsequence("high  WinRM stops  5 events", "SRV1.contoso.com  System/10149",
                "... and 2 more", "low  WinRM listens  1 event").doesNotContain("silent");
        assertThat(answer.err()).contains("rules: 3 used, 1 not used", "1: aggregation of the old grammar", "hits: 6");
    }

    @Test
    void hunt_timeline_isInOrderOfTime() {
        assertThat(hunt("-o", "timeline").out().lines()).hasSize(6).isSorted()
                .last().asString().contains("WinRM listens");
    }

    @Test
    void hunt_csv_hasAHeadAndALineAHit() {
        assertThat(hunt("-o", "csv").out().lines()).hasSize(7).first().asString()
                .isEqualTo("time,level,computer,channel,id,record,rule,title,details,source");
    }

    @Test
    void hunt_jsonLines_nameRuleEventAndWhatMatched() {
        assertThat(hunt("-o", "jsonl").out().lines()).hasSize(6).first().asString()
                .startsWith("{\"schema\":\"vigie.hunt/1\",\"rule\":{\"id\":\"stops-id\"")
                .contains("\"id\":10149", "\"record\":\"", "{\"field\":\"EventID\",\"value\":\"10149\"}")
                .endsWith("]}");
    }

    @ParameterizedTest
    @CsvSource({"--min-level=high, 5", "--min-level=informational, 6", "--exclude=STOPS-ID, 1", "--status=test, 6",
            "-q=*[System[EventID=10148]], 1"})
    void hunt_narrowed_givesOnlyThose(String option, int hits) {
        assertThat(hunt("-o", "jsonl", option).out().lines()).hasSize(hits);
    }

    @Test
    void hunt_nothingFound_isFine() {
        assertThat(hunt("--min-level", "critical").exitCode()).isEqualTo(ExitCode.FINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--status=stable", "--exclude=stops-id,listens-id,silent-id", "--min-level=loud",
            "--output=xml", "--mapping=rules/stops.yml"})
    void hunt_nothingThatCouldBeUsed_isUsage(String option) {
        Console.Answer answer = hunt(option);

        assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("vigie: ");
    }

    @Test
    void hunt_unsupported_namesFileLineAndReason() {
        assertThat(hunt("--list-unsupported").err())
                .contains(
                        "counts.yml:8: WinRM counts: aggregations of the old grammar are not supported: | count() > 5");
        assertThat(hunt("--list-unsupported", "--lang", "fr").err()).contains("counts.yml:8",
                "les agrégations de l'ancienne grammaire ne sont pas prises en charge");
    }

    @Test
    void hunt_noSuchLog_couldNotBeChecked() {
        Console.Answer answer = new Console(folder).run("events", "hunt", "none.evtx", "--rules", "rules");

        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
    }

    @Test
    void export_writesRulesThatHuntReads_andNeverOverwrites() {
        Console console = new Console(folder);

        Console.Answer exported = console.run("sigma", "export", "own");
        assertThat(exported.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(exported.err()).contains("rules written: ", "is not about one event alone");
        assertThat(console.run("events", "hunt", "System.evtx", "-r", "own").err()).contains(" used, 0 not used");
        assertThat(console.run("sigma", "export", "own").exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
