package dev.vigie.diagnosis.reasoning;

import dev.vigie.diagnosis.Example;
import dev.vigie.diagnosis.knowledge.Topic;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is known in a case of the worked example, and what must be said of it. */
record RankingCase(String name, List<String> seen, List<String> absent, List<String> top, String word, String next) {
    static RankingCase of(String line) {
        String[] columns = line.split("\t", -1);
        return new RankingCase(columns[0], words(columns[1]), words(columns[2]), words(columns[3]), columns[4],
                columns[5]);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    Function<String, Truth> truths() {
        return signal -> seen.contains(signal) ? Truth.TRUE : absent.contains(signal) ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** Signals that are given stay as they are; those of the supposed fact are decided. */
    Function<String, Truth> supposing(String fact, String outcome) {
        SignalEvaluator evaluator = new SignalEvaluator(Example.topic(), RankingCase.nothing(), Map.of(fact, outcome));
        return signal -> truths().apply(signal) == Truth.UNKNOWN
                ? evaluator.state(signal).truth()
                : truths().apply(signal);
    }

    private static CaseLogs nothing() {
        return new CaseLogs(Map.of(), false, Optional.empty(), Instant.EPOCH);
    }

    /** The word of the best cause; {@code cleared} when there is only a past one, {@code none} when there is none at all. */
    static String word(List<CauseVerdict> verdicts) {
        Word best = best(verdicts).word();
        return best.isPresent() ? best.key() : best == Word.PAST ? "cleared" : "none";
    }

    static CauseVerdict best(List<CauseVerdict> verdicts) {
        return verdicts.stream().min(Comparator.comparing(CauseVerdict::word)
                .thenComparingDouble(verdict -> -verdict.score())).orElseThrow();
    }

    boolean holds(Topic topic) {
        List<CauseVerdict> verdicts = Ranking.of(topic, truths());
        return word(verdicts).equals(word) && (top.isEmpty() || top.contains(best(verdicts).cause().id()));
    }
}
