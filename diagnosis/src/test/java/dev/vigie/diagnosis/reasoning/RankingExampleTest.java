package dev.vigie.diagnosis.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.diagnosis.Example;
import dev.vigie.diagnosis.knowledge.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of the worked example: what is true, what is proven false, and what must be said. */
class RankingExampleTest {
    private static final Topic TOPIC = Example.topic();

    static Stream<RankingCase> cases() throws IOException {
        return Files.readAllLines(Example.folder().resolve("cases.tsv")).stream().filter(line -> !line.startsWith("#"))
                .map(RankingCase::of);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ranking_case_wordOfTheBestCause(RankingCase given) {
        List<CauseVerdict> verdicts = Ranking.of(TOPIC, given.truths());

        assertThat(RankingCase.word(verdicts)).isEqualTo(given.word());
        if (!given.top().isEmpty()) {
            assertThat(given.top()).contains(RankingCase.best(verdicts).cause().id());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void question_case_factThatSeparatesMost(RankingCase given) {
        List<NextQuestion> questions = NextQuestion.ranked(TOPIC, Set.of(), given.truths(), given::supposing);

        if (!given.next().isEmpty()) {
            assertThat(questions.getFirst().fact().name()).isEqualTo(given.next());
        }
        assertThat(questions).allSatisfy(question -> assertThat(question.gain()).isPositive());
    }

    @Test
    void example_knowledge_hasNoMistake() {
        assertThat(Example.sources().errors()).isEmpty();
    }

    @Test
    void mutants_signFlipped_thoseThatSurviveAreKnown() throws IOException {
        List<String> survivors = WeightMutants.survivors(TOPIC, cases().toList());

        assertThat(WeightMutants.count(TOPIC)).isEqualTo(40);
        assertThat(survivors).hasSize(16);
    }
}
