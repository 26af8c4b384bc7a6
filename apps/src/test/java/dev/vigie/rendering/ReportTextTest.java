package dev.vigie.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.diagnosis.facts.Role;
import dev.vigie.diagnosis.reasoning.Word;
import dev.vigie.diagnosis.report.KnowledgeTexts;
import dev.vigie.diagnosis.report.Report;
import dev.vigie.diagnosis.report.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTextTest {
    private static final Instant NOW = Instant.parse("2026-03-18T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | 15    | sum +12, ahead of “rival” by 15
            EN | -7.5  | sum +12, behind “rival” by 7.5
            EN | 0     | sum +12, level with “rival”
            FR | 15    | somme +12, devant «\u00A0rival\u00A0» de 15
            FR | -7.5  | somme +12, derrière «\u00A0rival\u00A0» de 7,5
            FR | 0     | somme +12, à égalité avec «\u00A0rival\u00A0»
            """)
    void verdict_lead_isSaidAsADistance(Language language, double lead, String said) {
        ReportWords words = new ReportWords(Texts.in(language), new KnowledgeTexts(Map.of()));
        assertThat(ReportText.of(report(lead), words, Style.PLAIN, 100)).contains(said);
    }

    private static Report report(double lead) {
        Report.Verdict verdict = new Report.Verdict("cause", "topic", Word.POSSIBLE, 12, lead, Optional.of("rival"), 0,
                List.of(), List.of(), Optional.empty());
        Report.Part part = new Report.Part(List.of(new Report.Machine(Role.MACHINE, List.of("SRV1"))), Status.POSSIBLE,
                List.of(verdict), List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), Optional.empty());
        return new Report(NOW, NOW, Optional.empty(), List.of(), List.of(part), List.of(), List.of());
    }
}
