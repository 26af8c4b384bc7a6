package dev.vigie.diagnosis.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.vigie.formats.events.Event;
import java.util.List;

/** Any text is rules, or rejected with reasons that have a line; and what is a rule can be matched. */
class RuleSetFuzzTest {
    private static final List<Event> EVENTS = List.of(
            Rules.event("F", "C:\\Windows\\x.exe -enc /a", "", "unnamed", "Empty", ""),
            Rules.event(Rules.SYSMON, 1, "Image", "C:\\x.exe", "CommandLine", "x.exe -a"),
            Rules.event("Security", 4688, "NewProcessName", "C:\\x.exe", "MandatoryLabel", "S-1-16-12288"));

    @FuzzTest
    void anyText_isRulesOrRejected(@NotNull String text) {
        RuleSet rules = Rules.parse(text);
        assertThat(rules.rejected()).allSatisfy(rule -> assertThat(rule.findings()).isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.line()).isPositive()));
        assertThat(rules.rules().isEmpty() && rules.rejected().isEmpty() && !text.contains("action")).isFalse();
        Hunter hunter = Hunt.of(rules, LogSources.standard()).hunter();
        for (Event event : EVENTS) {
            assertThat(hunter.match(event, problem -> {
            })).allSatisfy(hit -> assertThat(rules.rules()).contains(hit.rule()));
        }
    }
}
