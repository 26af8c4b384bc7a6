package dev.vigie.diagnosis.reasoning;

import dev.vigie.diagnosis.knowledge.Cause;
import dev.vigie.diagnosis.knowledge.Topic;
import dev.vigie.diagnosis.knowledge.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Adds up what the signals of a topic say of a cause. */
final class Scorer {
    /** The prior of <em>something else</em>, the rival every topic has. */
    static final int SOMETHING_ELSE = -8;
    private static final double FALSE_DISCOUNT = 0.5;
    private final Topic topic;
    private final Function<String, Truth> truths;

    Scorer(Topic topic, Function<String, Truth> truths) {
        this.topic = topic;
        this.truths = truths;
    }

    /**
     * A sum with its lines.
     *
     * @param points the prior and the lines that count
     * @param lines in the order of the knowledge, what speaks for the cause first
     */
    record Score(double points, List<ScoreLine> lines) {
    }

    Score score(Cause cause) {
        List<ScoreLine> lines = new ArrayList<>();
        cause.supports().forEach((signal, weight) -> {
            Truth truth = truths.apply(signal);
            if (truth == Truth.TRUE) {
                lines.add(line(signal, true, weight.points()));
            } else if (truth == Truth.FALSE && weight.atLeast(Weight.STRONG)) {
                lines.add(line(signal, false, -weight.points() * FALSE_DISCOUNT));
            }
        });
        cause.opposes().forEach((signal, weight) -> {
            if (truths.apply(signal) == Truth.TRUE) {
                lines.add(line(signal, true, -weight.points()));
            }
        });
        List<ScoreLine> counted = onePerGroup(lines);
        double sum = cause.prior().points();
        for (ScoreLine line : counted) {
            sum += line.counted() ? line.points() : 0;
        }
        return new Score(sum, counted);
    }

    private ScoreLine line(String signal, boolean proven, double points) {
        return new ScoreLine(signal, proven, points, Optional.ofNullable(topic.groups().get(signal)), true);
    }

    /** Of a group the strongest true signal counts, and only when there is none the strongest false one. */
    private static List<ScoreLine> onePerGroup(List<ScoreLine> lines) {
        Map<String, ScoreLine> strongest = new HashMap<>();
        for (ScoreLine line : lines) {
            line.group().ifPresent(group -> strongest.merge(group, line,
                    (known, next) -> isStronger(next, known) ? next : known));
        }
        return lines.stream().map(line -> line.group().map(strongest::get).orElse(line).equals(line)
                ? line
                : new ScoreLine(line.signal(), line.proven(), line.points(), line.group(), false)).toList();
    }

    private static boolean isStronger(ScoreLine next, ScoreLine known) {
        return next.proven() == known.proven() ? Math.abs(next.points()) > Math.abs(known.points()) : next.proven();
    }
}
