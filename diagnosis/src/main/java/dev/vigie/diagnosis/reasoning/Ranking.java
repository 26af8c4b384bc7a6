package dev.vigie.diagnosis.reasoning;

import dev.vigie.diagnosis.knowledge.Cause;
import dev.vigie.diagnosis.knowledge.Topic;
import dev.vigie.diagnosis.knowledge.Weight;
import dev.vigie.diagnosis.reasoning.Scorer.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives every cause of a topic its word, from what its signals are. */
public final class Ranking {
    private static final double CONFIRMED_LEAD = 20;
    private static final double LIKELY_LEAD = 8;
    private final Topic topic;
    private final Function<String, Truth> truths;
    private final Map<String, Score> scores = new LinkedHashMap<>();
    private final Map<String, Exclusion> exclusions = new HashMap<>();
    private final Map<String, String> cleared = new HashMap<>();

    /** Why a cause is out, and by which signal. */
    private record Exclusion(Reason reason, String signal) {
    }

    private Ranking(Topic topic, Function<String, Truth> truths) {
        this.topic = topic;
        this.truths = truths;
        Scorer scorer = new Scorer(topic, truths);
        for (Cause cause : topic.causes().values()) {
            scores.put(cause.id(), scorer.score(cause));
            exclusion(cause).ifPresent(exclusion -> exclusions.put(cause.id(), exclusion));
            firstTrue(cause.clearedBy()).ifPresent(signal -> cleared.put(cause.id(), signal));
        }
    }

    /** The verdict on every cause, in the order of the knowledge. */
    public static List<CauseVerdict> of(Topic topic, Function<String, Truth> truths) {
        Ranking ranking = new Ranking(topic, truths);
        return topic.causes().values().stream().map(ranking::verdict).toList();
    }

    /** The scores of the causes that are still in question, by id, in the order of the knowledge. */
    static Map<String, Double> open(Topic topic, Function<String, Truth> truths) {
        Ranking ranking = new Ranking(topic, truths);
        Map<String, Double> open = new LinkedHashMap<>();
        ranking.scores.forEach((cause, score) -> {
            if (ranking.competes(cause)) {
                open.put(cause, score.points());
            }
        });
        return open;
    }

    private Optional<Exclusion> exclusion(Cause cause) {
        for (String signal : cause.requires()) {
            if (truths.apply(signal) == Truth.FALSE) {
                return Optional.of(new Exclusion(Reason.of(Reason.Code.REQUIRED_FALSE, signal), signal));
            }
        }
        Optional<String> excluding = firstTrue(cause.excludes());
        if (excluding.isPresent()) {
            return excluding.map(signal -> new Exclusion(Reason.of(Reason.Code.EXCLUDED_BY, signal), signal));
        }
        return firstTrue(cause.opposes().entrySet().stream().filter(entry -> entry.getValue() == Weight.DECISIVE)
                .map(Map.Entry::getKey).toList())
                .map(signal -> new Exclusion(Reason.of(Reason.Code.DECISIVE_AGAINST, signal), signal));
    }

    private Optional<String> firstTrue(List<String> signals) {
        return signals.stream().filter(signal -> truths.apply(signal) == Truth.TRUE).findFirst();
    }

    private boolean competes(String cause) {
        return !exclusions.containsKey(cause) && !cleared.containsKey(cause);
    }

    private CauseVerdict verdict(Cause cause) {
        Score score = score(cause.id());
        String rival = rival(cause.id());
        double lead = score.points() - points(rival);
        Exclusion exclusion = exclusions.get(cause.id());
        boolean speaks = speaks(cause, Weight.MODERATE);
        if (isPast(cause)) {
            return verdict(cause, Word.PAST, lead, rival, null, cleared.get(cause.id()));
        }
        if (exclusion != null) {
            return verdict(cause, Word.RULED_OUT, lead, rival, exclusion.reason(), exclusion.signal());
        }
        if (!speaks) {
            boolean proven = noneCould(cause);
            return verdict(cause, proven ? Word.RULED_OUT : Word.NOT_ASSESSABLE, lead, rival,
                    proven ? Reason.of(Reason.Code.NOTHING_SHOWS_IT) : null, null);
        }
        Optional<Cause> past = topic.causes().values().stream().filter(this::isPast).findFirst();
        if (past.isPresent() && !speaks(cause, Weight.STRONG)) {
            String explains = past.get().id();
            return verdict(cause, Word.RULED_OUT, lead, rival,
                    Reason.of(Reason.Code.OUTWEIGHED, explains, points(explains) - score.points()), null);
        }
        if (lead >= CONFIRMED_LEAD && speaks(cause, Weight.DECISIVE)) {
            return verdict(cause, Word.CONFIRMED, lead, rival, null, null);
        }
        if (lead >= LIKELY_LEAD) {
            return verdict(cause, Word.LIKELY, lead, rival, null, null);
        }
        if (score.points() <= Scorer.SOMETHING_ELSE || lead <= -CONFIRMED_LEAD) {
            return verdict(cause, Word.RULED_OUT, lead, rival,
                    Reason.of(Reason.Code.OUTWEIGHED, rival == null ? "" : rival, -lead), null);
        }
        return verdict(cause, Word.POSSIBLE, lead, rival, null, null);
    }

    /** Evidence of today cannot rule a cause of the past out, only what it could never have been without. */
    private boolean isPast(Cause cause) {
        Exclusion exclusion = exclusions.get(cause.id());
        boolean hard = exclusion != null && exclusion.reason().code() != Reason.Code.DECISIVE_AGAINST;
        return cleared.containsKey(cause.id()) && speaks(cause, Weight.MODERATE) && !hard;
    }

    private CauseVerdict verdict(Cause cause, Word word, double lead, @Nullable String rival, @Nullable Reason reason,
            @Nullable String signal) {
        Score score = score(cause.id());
        return new CauseVerdict(cause, word, score.points(), lead, Optional.ofNullable(rival), score.lines(),
                Optional.ofNullable(reason), Optional.ofNullable(signal));
    }

    private Score score(String cause) {
        Score score = scores.get(cause);
        if (score == null) {
            throw new IllegalArgumentException("no cause " + cause);
        }
        return score;
    }

    /** The best other cause in question; null when <em>something else</em> is better. */
    private @Nullable String rival(String cause) {
        String best = null;
        for (String other : scores.keySet()) {
            if (!other.equals(cause) && competes(other) && points(other) > points(best)) {
                best = other;
            }
        }
        return best;
    }

    private double points(@Nullable String cause) {
        return cause == null ? Scorer.SOMETHING_ELSE : score(cause).points();
    }

    private boolean speaks(Cause cause, Weight least) {
        return cause.supports().entrySet().stream()
                .anyMatch(entry -> entry.getValue().atLeast(least) && truths.apply(entry.getKey()) == Truth.TRUE);
    }

    private boolean noneCould(Cause cause) {
        return cause.supports().entrySet().stream().filter(entry -> entry.getValue().atLeast(Weight.MODERATE))
                .allMatch(entry -> truths.apply(entry.getKey()) == Truth.FALSE);
    }

    /** The signals of moderate or more that could speak for a cause and are unknown. */
    static List<String> unknown(Cause cause, Function<String, Truth> truths) {
        List<String> unknown = new ArrayList<>();
        cause.supports().forEach((signal, weight) -> {
            if (weight.atLeast(Weight.MODERATE) && truths.apply(signal) == Truth.UNKNOWN) {
                unknown.add(signal);
            }
        });
        return unknown;
    }
}
