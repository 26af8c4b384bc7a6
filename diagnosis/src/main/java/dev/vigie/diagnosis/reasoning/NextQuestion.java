package dev.vigie.diagnosis.reasoning;

import dev.vigie.diagnosis.knowledge.Cause;
import dev.vigie.diagnosis.knowledge.FactDefinition;
import dev.vigie.diagnosis.knowledge.Selections;
import dev.vigie.diagnosis.knowledge.Topic;
import dev.vigie.diagnosis.knowledge.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A fact that is worth finding out.
 *
 * @param fact the fact
 * @param gain by how many bits the answer is expected to narrow the choice between the causes
 * @param separates the causes it speaks clearly for or against
 */
public record NextQuestion(FactDefinition fact, double gain, List<String> separates) {
    /** Less than this is no gain. */
    private static final double LEAST_GAIN = 1e-6;
    private static final String SOMETHING_ELSE = "";

    /** Copies the list. */
    public NextQuestion {
        separates = List.copyOf(separates);
    }

    /** What the answer gains for what it costs. */
    public double value() {
        return gain / fact.cost();
    }

    /**
     * The facts still unknown, the one with the greatest expected gain of information per cost first.
     *
     * @param truths what the signals are now
     * @param supposed what they would be if a fact had an outcome
     */
    static List<NextQuestion> ranked(Topic topic, Set<String> answered, Function<String, Truth> truths,
            Supposition supposed) {
        Map<String, Double> odds = odds(Ranking.open(topic, truths));
        Map<String, List<String>> open = openSignals(topic, truths);
        List<NextQuestion> questions = new ArrayList<>();
        for (FactDefinition fact : topic.facts().values()) {
            List<String> signals = open.getOrDefault(fact.name(), List.of());
            if (!answered.contains(fact.name()) && !signals.isEmpty()) {
                question(topic, fact, signals, odds, supposed, questions);
            }
        }
        questions.sort(Comparator.comparingDouble(NextQuestion::value).reversed()
                .thenComparing(question -> question.fact().name()));
        return questions;
    }

    /** The unknown signals that ask for a fact, by fact. */
    private static Map<String, List<String>> openSignals(Topic topic, Function<String, Truth> truths) {
        Map<String, List<String>> open = new HashMap<>();
        for (String signal : topic.signals().keySet()) {
            if (truths.apply(signal) == Truth.UNKNOWN) {
                Selections.facts(topic, signal)
                        .forEach(fact -> open.computeIfAbsent(fact, _ -> new ArrayList<>()).add(signal));
            }
        }
        return open;
    }

    /** What the signals would be if a fact had an outcome. */
    interface Supposition {
        Function<String, Truth> suppose(String fact, String outcome);
    }

    private static void question(Topic topic, FactDefinition fact, List<String> signals, Map<String, Double> odds,
            Supposition supposed, List<NextQuestion> questions) {
        List<Map<String, Integer>> outcomes = new ArrayList<>();
        Set<String> separates = new LinkedHashSet<>();
        for (String outcome : fact.outcomes()) {
            Map<String, Integer> points = points(topic, odds.keySet(), signals,
                    supposed.suppose(fact.name(), outcome));
            outcomes.add(points);
            points.forEach((cause, sum) -> {
                if (Math.abs(sum) >= Weight.MODERATE.points()) {
                    separates.add(cause);
                }
            });
        }
        double gain = gain(odds, outcomes);
        if (gain > LEAST_GAIN) {
            questions.add(new NextQuestion(fact, gain, List.copyOf(separates)));
        }
    }

    /** What the signals that become true would add for each cause. */
    private static Map<String, Integer> points(Topic topic, Set<String> causes, List<String> open,
            Function<String, Truth> after) {
        Map<String, Map<String, Integer>> byGroup = new LinkedHashMap<>();
        for (String signal : open) {
            if (after.apply(signal) == Truth.TRUE) {
                String group = topic.groups().getOrDefault(signal, signal);
                for (String cause : causes) {
                    int weight = weight(topic, cause, signal);
                    byGroup.computeIfAbsent(cause, _ -> new HashMap<>()).merge(group, weight,
                            (known, next) -> Math.abs(next) > Math.abs(known) ? next : known);
                }
            }
        }
        Map<String, Integer> points = new LinkedHashMap<>();
        byGroup.forEach(
                (cause, groups) -> points.put(cause, groups.values().stream().mapToInt(Integer::intValue).sum()));
        return points;
    }

    private static int weight(Topic topic, String cause, String signal) {
        Cause definition = topic.causes().get(cause);
        if (definition == null) {
            return 0;
        }
        Weight supports = definition.supports().get(signal);
        Weight opposes = definition.opposes().get(signal);
        return supports != null ? supports.points() : opposes != null ? -opposes.points() : 0;
    }

    /** Scores are decibans: ten of them are a factor of ten. StrictMath gives the same bits on every machine. */
    private static Map<String, Double> odds(Map<String, Double> scores) {
        Map<String, Double> all = new LinkedHashMap<>(scores);
        all.put(SOMETHING_ELSE, (double) Scorer.SOMETHING_ELSE);
        double best = all.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        all.replaceAll((_, score) -> factor(score - best));
        double sum = all.values().stream().mapToDouble(Double::doubleValue).sum();
        all.replaceAll((_, share) -> share / sum);
        return all;
    }

    private static double factor(double points) {
        return StrictMath.pow(10, points / 10);
    }

    private static double gain(Map<String, Double> odds, List<Map<String, Integer>> outcomes) {
        double before = entropy(odds.values().stream().mapToDouble(Double::doubleValue).toArray());
        double gain = 0;
        List<double[]> shares = new ArrayList<>();
        List<Double> priors = new ArrayList<>();
        odds.forEach((cause, prior) -> {
            double[] share = outcomes.stream().mapToDouble(points -> factor(points.getOrDefault(cause, 0))).toArray();
            normalise(share);
            shares.add(share);
            priors.add(prior);
        });
        for (int outcome = 0; outcome < outcomes.size(); outcome++) {
            double[] joint = new double[shares.size()];
            for (int cause = 0; cause < joint.length; cause++) {
                joint[cause] = priors.get(cause) * shares.get(cause)[outcome];
            }
            double likelihood = normalise(joint);
            gain += likelihood * (before - entropy(joint));
        }
        return gain;
    }

    /** Makes the sum 1 and returns what it was. */
    private static double normalise(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = sum == 0 ? 0 : shares[i] / sum;
        }
        return sum;
    }

    private static double entropy(double[] shares) {
        double entropy = 0;
        for (double share : shares) {
            entropy -= share > 0 ? share * StrictMath.log(share) / StrictMath.log(2) : 0;
        }
        return entropy;
    }
}
