package dev.vigie.diagnosis.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.diagnosis.knowledge.KnowledgeFiles;
import dev.vigie.formats.events.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SymptomRulesTest {
    private static final SymptomRules RULES = SymptomRules.of(KnowledgeFiles.knowledge(), KnowledgeFiles.texts("en"));

    @Test
    void everyRule_ofOurs_canBeUsed() {
        RuleSet read = Rules.parse(
                RULES.written().stream().map(SymptomRules.Written::content).collect(Collectors.joining("---\n")));

        assertThat(Hunt.of(read, LogSources.standard()).rejected()).isEmpty();
        assertThat(read.rules()).hasSameSizeAs(RULES.written()).hasSizeGreaterThan(40);
        assertThat(read.rules()).extracting(SigmaRule::id).doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-.*"));
        assertThat(RULES.written()).extracting(SymptomRules.Written::fileName).doesNotHaveDuplicates();
    }

    @Test
    void everySignal_withACause_isWrittenOrLeftWithAReason() {
        long signals = KnowledgeFiles.knowledge().topics().values().stream().mapToLong(topic -> topic.signals().keySet()
                .stream().filter(signal -> topic.causes().values().stream()
                        .anyMatch(cause -> cause.supports().containsKey(signal)))
                .count()).sum();

        assertThat(RULES.written().size() + RULES.left().size()).isEqualTo((int) signals);
        assertThat(RULES.left()).extracting(SymptomRules.Left::reason)
                .containsAll(List.of(SymptomRules.Reason.values()));
    }

    @Test
    void rule_ofASignal_matchesItsEventAndNoOther() {
        String rule = RULES.written().stream()
                .filter(written -> written.fileName().equals("rdp_certificate_no_key_link.yml"))
                .map(SymptomRules.Written::content).findFirst().orElseThrow();

        assertThat(Rules.match(rule, schannel(36869))).isTrue();
        assertThat(Rules.match(rule, schannel(36870))).isFalse();
        assertThat(Rules.hits(rule, schannel(36869), new ArrayList<>())).singleElement()
                .satisfies(hit -> assertThat(hit.rule().id()).isEqualTo("0c82eafa-01e7-55a9-88be-e789cff3ef7f"));
    }

    private static Event schannel(int id) {
        return Rules.from("Schannel", "System", id, "Type", "server");
    }
}
