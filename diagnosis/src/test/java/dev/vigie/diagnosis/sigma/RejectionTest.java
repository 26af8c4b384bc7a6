package dev.vigie.diagnosis.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is not supported or not readable is named with its line, and nothing is half used. */
class RejectionTest {
    static Stream<Arguments> rejected() {
        return Stream.of(
                detection(SigmaProblem.UNKNOWN_MODIFIER, "s: {F|sounds: x}\ncondition: s"),
                detection(SigmaProblem.UNKNOWN_MODIFIER, "s: {F|hour: 3}\ncondition: s"),
                detection(SigmaProblem.MODIFIER_CONFLICT, "s: {F|contains|startswith: x}\ncondition: s"),
                detection(SigmaProblem.MODIFIER_CONFLICT, "s: {F|re|contains: x}\ncondition: s"),
                detection(SigmaProblem.MODIFIER_CONFLICT, "s: {F|i: x}\ncondition: s"),
                detection(SigmaProblem.MODIFIER_CONFLICT, "s: {F|base64|cidr: x}\ncondition: s"),
                detection(SigmaProblem.BAD_VALUE, "s: {F|contains: null}\ncondition: s"),
                detection(SigmaProblem.BAD_VALUE, "s: {F|cidr: 10.0.0.0/33}\ncondition: s"),
                detection(SigmaProblem.BAD_VALUE, "s: {F|cidr: host.example.org}\ncondition: s"),
                detection(SigmaProblem.BAD_VALUE, "s: {F|gt: many}\ncondition: s"),
                detection(SigmaProblem.BAD_VALUE, "s: {F|exists: perhaps}\ncondition: s"),
                detection(SigmaProblem.BAD_VALUE, "s: {F|base64: 'a*'}\ncondition: s"),
                detection(SigmaProblem.BAD_VALUE, "s: {F: {G: x}}\ncondition: s"),
                detection(SigmaProblem.TOO_MANY_VARIANTS, "s: {F|windash: '-a -b -c -d -e -f'}\ncondition: s"),
                detection(SigmaProblem.PLACEHOLDER, "s: {F|expand: '%Servers%'}\ncondition: s"),
                detection(SigmaProblem.BAD_REGEX, "s: {F|re: '(a'}\ncondition: s"),
                detection(SigmaProblem.BAD_REGEX, "s: {F|re: '" + "(".repeat(8000) + "'}\ncondition: s"),
                detection(SigmaProblem.BAD_REGEX, "s: {F|re: '" + "a".repeat(9000) + "'}\ncondition: s"),
                detection(SigmaProblem.EMPTY_DETECTION, "s: {}\ncondition: s"),
                detection(SigmaProblem.EMPTY_DETECTION, "s: []\ncondition: s"),
                detection(SigmaProblem.EMPTY_DETECTION, "s: {F: []}\ncondition: s"),
                detection(SigmaProblem.TIMEFRAME, "s: {F: x}\ntimeframe: 5m\ncondition: s"),
                detection(SigmaProblem.AGGREGATION, "s: {F: x}\ncondition: s | count() by F > 5"),
                detection(SigmaProblem.BAD_CONDITION, "s: {F: x}\ncondition: s and"),
                detection(SigmaProblem.BAD_CONDITION, "s: {F: x}\ncondition: (s"),
                detection(SigmaProblem.BAD_CONDITION, "s: {F: x}\ncondition: s near s"),
                detection(SigmaProblem.BAD_CONDITION, "s: {F: x}\ncondition: most of s*"),
                detection(SigmaProblem.BAD_CONDITION, "s: {F: x}\ncondition: ''"),
                detection(SigmaProblem.TOO_DEEP, "s: {F: x}\ncondition: " + "(".repeat(5000) + "s"),
                detection(SigmaProblem.UNKNOWN_IDENTIFIER, "s: {F: x}\ncondition: s and t"),
                detection(SigmaProblem.UNKNOWN_IDENTIFIER, "s: {F: x}\ncondition: 1 of t*"),
                detection(SigmaProblem.MISSING, "s: {F: x}"),
                file(SigmaProblem.OTHER_PRODUCT, Rules.about("product: linux", "s: {F: x}\ncondition: s")),
                file(SigmaProblem.UNMAPPED_LOG_SOURCE,
                        Rules.about("product: windows, service: none", "s: {F: x}\ncondition: s")),
                file(SigmaProblem.UNMAPPED_LOG_SOURCE,
                        Rules.about("category: process_creation, service: security-mitigations",
                                "s: {F: x}\ncondition: s")),
                file(SigmaProblem.MISSING, "title: x\nlogsource: {product: windows}"),
                file(SigmaProblem.MISSING, "title: x\ndetection: {s: {F: x}, condition: s}"),
                file(SigmaProblem.UNKNOWN_WORD,
                        Rules.about("s: {F: x}\ncondition: s").replace("level: high", "level: loud")),
                file(SigmaProblem.UNKNOWN_WORD,
                        Rules.about("s: {F: x}\ncondition: s").replace("status: test", "status: odd")),
                file(SigmaProblem.CORRELATION, "title: x\ncorrelation: {type: event_count}"),
                file(SigmaProblem.FILTER, "title: x\nfilter: {rules: any}"),
                file(SigmaProblem.UNKNOWN_ACTION, "action: dance"),
                file(SigmaProblem.NO_RULE, ""),
                file(SigmaProblem.NO_RULE, "- a\n- b"),
                file(SigmaProblem.NO_YAML, "a: [b"),
                file(SigmaProblem.NO_YAML, "a: b: c"),
                file(SigmaProblem.NO_YAML, "\0"),
                file(SigmaProblem.DUPLICATE_KEY, "title: x\ntitle: y"),
                file(SigmaProblem.NO_TEXT_KEY, "? [a]\n: b"),
                file(SigmaProblem.UNKNOWN_ALIAS, "a: *b"),
                file(SigmaProblem.UNKNOWN_ALIAS, "a: &a [*a]"),
                file(SigmaProblem.TOO_DEEP, "[".repeat(10_000)),
                file(SigmaProblem.TOO_DEEP, "a: " + "{a: ".repeat(10_000)),
                file(SigmaProblem.TOO_LARGE, "a: " + "b".repeat(YamlReader.MAX_CHARACTERS)),
                file(SigmaProblem.TOO_LARGE, billionLaughs()),
                file(SigmaProblem.TOO_LARGE, "---\na: b\n".repeat(2000)));
    }

    private static Arguments detection(SigmaProblem expected, String detection) {
        return Arguments.of(expected, Rules.about(detection));
    }

    private static Arguments file(SigmaProblem expected, String content) {
        return Arguments.of(expected, content);
    }

    private static String billionLaughs() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            text.append("aN: &aN [*aP, *aP, *aP, *aP, *aP, *aP, *aP, *aP, *aP, *aP]\n".replace("N", "" + i)
                    .replace("P", "" + (i - 1)));
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void rule_unsupportedOrBroken_isNamedWithItsReason(SigmaProblem expected, String content) {
        assertThat(Rules.codes(content)).contains(expected);
        assertThat(Hunt.of(Rules.parse(content), LogSources.standard()).rules()).isEmpty();
    }

    @Test
    void rule_severalFaults_allAreNamedWithTheirLines() {
        RuleSet rules = Rules.parse(Rules.about("""
                s:
                  F|sounds: x
                  G|re: '('
                timeframe: 5m
                condition: s | count() > 3"""));

        assertThat(rules.rejected()).singleElement().satisfies(rule -> assertThat(rule.findings())
                .extracting(RuleFinding::line, RuleFinding::code).containsExactlyInAnyOrder(
                        tuple(8, SigmaProblem.UNKNOWN_MODIFIER),
                        tuple(9, SigmaProblem.BAD_REGEX),
                        tuple(10, SigmaProblem.TIMEFRAME),
                        tuple(11, SigmaProblem.AGGREGATION)));
    }

    @Test
    void collection_globalPart_isPartOfEachRuleThatFollows() {
        RuleSet rules = Rules.parse("""
                action: global
                title: Two logs
                detection:
                  condition: s
                ---
                logsource: {product: windows, service: system}
                detection:
                  s: {EventID: 1}
                ---
                logsource: {product: windows, service: security}
                detection:
                  s: {EventID: 2}
                ---
                action: repeat
                level: low
                """);

        assertThat(rules.rejected()).isEmpty();
        assertThat(rules.rules()).extracting(rule -> rule.logSource().service()).containsExactly("system", "security",
                "security");
        assertThat(rules.rules()).extracting(SigmaRule::title).containsOnly("Two logs");
        assertThat(rules.rules().getLast().level()).isEqualTo(Level.LOW);
    }

    @Test
    void file_oneRuleBroken_keepsTheOther() {
        RuleSet rules = Rules.parse(Rules.about("s: {F|sounds: x}\ncondition: s") + "---\n"
                + Rules.about("s: {F: x}\ncondition: s"));

        assertThat(rules.rules()).hasSize(1);
        assertThat(rules.rejected()).hasSize(1);
    }
}
