package dev.vigie.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vigie.diagnosis.DiagnosisRequest.Period;
import dev.vigie.diagnosis.cases.Case;
import dev.vigie.diagnosis.cases.CaseFormatException;
import dev.vigie.diagnosis.facts.EventInput;
import dev.vigie.diagnosis.facts.Events;
import dev.vigie.diagnosis.facts.GatheredLogs;
import dev.vigie.diagnosis.facts.Role;
import dev.vigie.diagnosis.knowledge.Area;
import dev.vigie.diagnosis.knowledge.Claim;
import dev.vigie.diagnosis.knowledge.Knowledge;
import dev.vigie.diagnosis.reasoning.Reason;
import dev.vigie.diagnosis.reasoning.Word;
import dev.vigie.diagnosis.report.KnowledgeTexts;
import dev.vigie.diagnosis.report.Report;
import dev.vigie.diagnosis.report.ReportJson;
import dev.vigie.diagnosis.report.Status;
import dev.vigie.diagnosis.report.Texts;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTest {
    private static final Instant T = Events.NOW.minus(Duration.ofDays(1));
    private static final Clock CLOCK = Clock.fixed(Events.NOW.plusSeconds(60), ZoneOffset.UTC);
    private static final Knowledge KNOWLEDGE = Example.knowledge();

    private static Events keyUnreadable() {
        return Events.since(Events.LONG_AGO).rcm(1058, T, new Value.Text("Access is denied."))
                .schannel(36870, T, Map.of("Type", new Value.Text("server"), "ErrorCode",
                        new Value.Int(ValueType.HEX_INT32, 0x8009030DL)))
                .schannel(36871, T, Map.of("Type", new Value.Text("client"), "ErrorState",
                        new Value.Int(ValueType.UINT32, 10013)))
                .neutral(Events.NOW);
    }

    private static DiagnosisRequest request(Events... logs) {
        return DiagnosisRequest.of(List.of(Area.RDP), Arrays.stream(logs).map(EventInput::of).toList());
    }

    private static Report run(DiagnosisRequest request) throws InterruptedException {
        return Diagnosis.run(request, KNOWLEDGE, CLOCK);
    }

    private static Report.Part only(Report report) {
        return Assertions.assertThat(report.parts()).singleElement().actual();
    }

    private static String json(Report report) {
        StringWriter out = new StringWriter();
        ReportJson.write(report, out);
        return out.toString();
    }

    @Test
    void run_eventsOnly_likelyWithEvidenceFixAndQuestion() throws InterruptedException {
        Report.Part part = only(run(request(keyUnreadable())));

        assertThat(part.status()).isEqualTo(Status.PROBLEM);
        Report.Verdict verdict = part.verdicts().getFirst();
        assertThat(verdict.cause()).isEqualTo("rdp.example.key-acl");
        assertThat(verdict.word()).isEqualTo(Word.LIKELY);
        assertThat(verdict.score()).isEqualTo(23);
        assertThat(verdict.fixes()).containsExactly("F1");
        assertThat(verdict.lines()).filteredOn(line -> line.signal().equals("access-denied")).singleElement()
                .satisfies(line -> {
                    assertThat(line.evidence()).containsExactly("E1");
                    assertThat(line.arguments()).containsEntry("status", "5 ERROR_ACCESS_DENIED")
                            .containsEntry("event.id", "1058").containsEntry("count", "1");
                });
        assertThat(part.evidence("E1").orElseThrow().id()).isEqualTo(1058);
        assertThat(part.question().orElseThrow().fact()).isEqualTo("rdp.key-file");
        assertThat(part.noise()).singleElement()
                .satisfies(noise -> assertThat(noise.noise()).isEqualTo("schannel-client"));
        assertThat(part.unexplained()).isEmpty();
    }

    @Test
    void run_answerGiven_confirmed() throws InterruptedException {
        Report.Part part = only(run(request(keyUnreadable()).withAnswers(Map.of("rdp.key-file", "acl-narrow"))));

        assertThat(part.verdicts()).singleElement()
                .satisfies(verdict -> assertThat(verdict.word()).isEqualTo(Word.CONFIRMED));
        assertThat(part.question()).isEmpty();
        assertThat(part.ruledOut()).filteredOn(cause -> cause.cause().equals("rdp.example.key-missing")).singleElement()
                .satisfies(cause -> assertThat(cause.reason().code()).isEqualTo(Reason.Code.DECISIVE_AGAINST));
    }

    @Test
    void run_answerThatDoesNotExist_isTheCallersFault() {
        DiagnosisRequest request = request(keyUnreadable()).withAnswers(Map.of("rdp.key-file", "purple"));

        assertThatIllegalArgumentException().isThrownBy(() -> run(request)).withMessageContaining("purple");
    }

    @Test
    void run_healthyLog_noFaultFound() throws InterruptedException {
        Report.Part part = only(run(request(Events.since(Events.LONG_AGO).neutral(Events.NOW))));

        assertThat(part.status()).isEqualTo(Status.NONE);
        assertThat(part.verdicts()).isEmpty();
        assertThat(part.unassessed()).filteredOn(cause -> cause.cause().equals("rdp.example.key-acl")).singleElement()
                .satisfies(cause -> assertThat(cause.question().orElseThrow().fact()).isEqualTo("rdp.key-file"));
    }

    @Test
    void run_symptomWithoutCause_asksFirst() throws InterruptedException {
        Report.Part part = only(run(request(Events.since(Events.LONG_AGO).rcm(1057, T, new Value.Text("Käse."))
                .neutral(Events.NOW))));

        assertThat(part.status()).isEqualTo(Status.NOT_ASSESSABLE);
        assertThat(part.question().orElseThrow().fact()).isEqualTo("rdp.key-file");
        assertThat(part.unexplained()).singleElement().satisfies(item -> assertThat(item.id()).isEqualTo(1057));
    }

    @Test
    void run_clearedSince_isPast() throws InterruptedException {
        Events log = keyUnreadable().rcm(1056, Events.NOW, new Value.Text("x"));

        Report.Part part = only(run(request(log)));

        assertThat(part.status()).isEqualTo(Status.NONE);
        assertThat(part.verdicts()).filteredOn(verdict -> verdict.cause().equals("rdp.example.key-acl")).singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.word()).isEqualTo(Word.PAST);
                    assertThat(verdict.pastAt()).contains(Events.NOW);
                    assertThat(verdict.fixes()).isEmpty();
                });
    }

    @Test
    void run_nothingRelevantRead_notAssessable() throws InterruptedException {
        Report report = run(request(Events.empty("x").in("Application").neutral(Events.NOW)));

        assertThat(only(report).status()).isEqualTo(Status.NOT_ASSESSABLE);
        assertThat(run(request()).status()).isEqualTo(Status.NOT_ASSESSABLE);
    }

    @Test
    void run_period_isThirtyDaysBeforeTheNewestRecord() throws InterruptedException {
        Events old = Events.since(Events.LONG_AGO)
                .rcm(1058, Events.NOW.minus(Duration.ofDays(40)), new Value.Text("Access is denied."))
                .neutral(Events.NOW);

        Report report = run(request(old));
        assertThat(report.since()).contains(Events.NOW.minus(Duration.ofDays(30)));
        assertThat(only(report).verdicts()).isEmpty();

        Report all = run(request(old).withPeriod(Period.All.ALL));
        assertThat(all.since()).isEmpty();
        assertThat(only(all).verdicts()).isNotEmpty();
    }

    @Test
    void run_twoMachines_twoParts() throws InterruptedException {
        Report report = run(request(keyUnreadable(), Events.empty("b").on("SRV2").neutral(Events.NOW)));

        assertThat(report.parts()).extracting(part -> part.machines().getFirst().names().getFirst())
                .containsExactly("SRV1", "SRV2");
        assertThat(report.status()).isEqualTo(Status.PROBLEM);
    }

    @Test
    void run_namedRoles_oneTimeline() throws InterruptedException {
        DiagnosisRequest request = DiagnosisRequest.of(List.of(Area.RDP),
                List.of(EventInput.of(keyUnreadable(), Role.CLIENT),
                        EventInput.of(Events.empty("ca").on("CA1").neutral(Events.NOW), Role.CA)));

        Report.Part part = only(run(request));
        assertThat(part.machines()).extracting(Report.Machine::role).containsExactly(Role.CLIENT, Role.CA);
        assertThat(part.verdicts().getFirst().cause()).isEqualTo("rdp.example.key-acl");
    }

    @Test
    void symptoms_codesEventsAndNames_areUnderstood() throws InterruptedException {
        Report.Part part = only(run(request(keyUnreadable())
                .withSymptoms(List.of("0x8009030D", "TermService 1058", "example-key", "event 36871", "it is slow"))));

        assertThat(part.symptoms().get(0).codes())
                .anySatisfy(code -> assertThat(code).contains("SEC_E_UNKNOWN_CREDENTIALS"));
        assertThat(part.symptoms().get(1).events()).containsExactly(Events.RCM + "/1058");
        assertThat(part.symptoms().get(1).found()).contains("E1");
        assertThat(part.symptoms().get(2).causes()).containsExactly("rdp.example.key-acl");
        assertThat(part.symptoms().get(3).areas()).containsExactly(Area.RDP);
        assertThat(part.symptoms().get(4)).satisfies(symptom -> {
            assertThat(symptom.events()).isEmpty();
            assertThat(symptom.areas()).isEmpty();
        });
    }

    @Test
    void claims_typedOrNot_neverChangeTheRanking() throws InterruptedException {
        Claim claim = new Claim("article", List.of(new Claim.ClaimedEvents("Schannel", List.of(3002, 36870))),
                List.of("1322"), Area.WINRM, List.of());
        Knowledge told = new Knowledge(KNOWLEDGE.topics(), KNOWLEDGE.vocabulary(), Map.of("article", claim));
        DiagnosisRequest request = request(keyUnreadable()).withSymptoms(List.of("Schannel 3002", "error 1322"));

        Report.Part with = only(Diagnosis.run(request, told, CLOCK));
        Report.Part without = only(run(request(keyUnreadable())));

        assertThat(with.verdicts()).isEqualTo(without.verdicts());
        assertThat(with.ruledOut()).isEqualTo(without.ruledOut());
        assertThat(with.symptoms()).allSatisfy(symptom -> {
            assertThat(symptom.claims()).containsExactly("article");
            assertThat(symptom.areas()).contains(Area.WINRM);
        });
    }

    @Test
    void run_again_writesTheSameBytes() throws InterruptedException {
        assertThat(json(run(request(keyUnreadable())))).isEqualTo(json(run(request(keyUnreadable()))));
    }

    @Test
    void run_sourcesInOtherOrder_sameParts() throws InterruptedException {
        Events rest = Events.empty("old").from(100).neutral(T);

        assertThat(run(request(keyUnreadable(), rest)).parts().getFirst().verdicts())
                .isEqualTo(run(request(rest, keyUnreadable())).parts().getFirst().verdicts());
    }

    @Test
    void json_withTexts_addsThemBesideTheCodes() throws InterruptedException {
        Texts texts = new KnowledgeTexts(Objects.requireNonNull(Example.sources().texts().get("fr")));
        StringWriter out = new StringWriter();

        ReportJson.write(run(request(keyUnreadable())), out, texts);

        assertThat(out.toString()).contains("\"schema\" : \"vigie.report/1\"")
                .contains("\"text\" : \"event 1058 at 2026-03-17T12:00:00Z says 5 ERROR_ACCESS_DENIED, 1 times (fr)\"")
                .contains("\"title\" : \"title of rdp.example.key-acl (fr)\"");
    }

    @Test
    void texts_compiledIn_areThereInBothLanguages() {
        assertThat(KnowledgeTexts.of(Locale.FRENCH).event("Schannel/36870"))
                .isNotEqualTo(KnowledgeTexts.of(Locale.ENGLISH).event("Schannel/36870")).isPresent();
        assertThat(KnowledgeTexts.of(Locale.ROOT).event("Schannel/36870"))
                .isEqualTo(KnowledgeTexts.of(Locale.ENGLISH).event("Schannel/36870"));
    }

    @Test
    void case_writtenAndOpened_givesTheSameReport(@TempDir Path folder) throws InterruptedException, IOException {
        List<DiagnosisRequest> requests = new ArrayList<>();
        requests.add(request(keyUnreadable().lose(3).neutral(Events.NOW)).withSymptoms(List.of("Schannel 36870")));
        requests.add(DiagnosisRequest.of(List.of(), List.of(EventInput.of(keyUnreadable(), Role.CA)))
                .withPeriod(new Period.From(T)).withAnswers(Map.of("rdp.probe", "answers")).withNow(Events.NOW));
        requests.add(request().withPeriod(Period.All.ALL));
        for (DiagnosisRequest request : requests) {
            GatheredLogs logs = Diagnosis.gather(request, KNOWLEDGE);
            Report report = Diagnosis.reason(request, logs, KNOWLEDGE, CLOCK.instant());

            Case.write(folder, request, logs, report);

            assertThat(json(Case.open(folder).report(KNOWLEDGE))).isEqualTo(json(report));
            assertThat(Files.readString(folder.resolve("report.json"))).isEqualTo(json(report));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"fact\":\"star\"}", "{\"fact\":\"event\"}",
            "{\"fact\":\"machine\",\"names\":[]}",
            "{\"fact\":\"machine\",\"names\":[\"A\"],\"clockSteps\":[],\"dropped\":[]}\n{\"fact\":\"coverage\"}",
            "{\"fact\":\"problem\",\"severity\":\"awful\",\"code\":\"x\"}"})
    void case_damaged_isRefusedWithItsPlace(String facts, @TempDir Path folder)
            throws IOException, InterruptedException {
        DiagnosisRequest request = request();
        GatheredLogs logs = Diagnosis.gather(request, KNOWLEDGE);
        Case.write(folder, request, logs, Diagnosis.reason(request, logs, KNOWLEDGE, CLOCK.instant()));
        Files.writeString(folder.resolve("facts.jsonl"), facts + "\n");

        Assertions.assertThatExceptionOfType(CaseFormatException.class).isThrownBy(() -> Case.open(folder))
                .withMessageContaining("facts.jsonl:");
    }
}
