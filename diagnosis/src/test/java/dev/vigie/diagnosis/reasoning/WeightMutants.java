package dev.vigie.diagnosis.reasoning;

import dev.vigie.diagnosis.knowledge.Cause;
import dev.vigie.diagnosis.knowledge.Topic;
import dev.vigie.diagnosis.knowledge.Weight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Topics in which one weight of moderate or more has the other sign: a good set of cases tells each from the original. */
final class WeightMutants {
    private WeightMutants() {
    }

    /** How many mutants a topic has. */
    static int count(Topic topic) {
        return mutants(topic).size();
    }

    /** The mutants of which every case still holds, as {@code cause.signal}. */
    static List<String> survivors(Topic topic, List<RankingCase> cases) {
        List<String> survivors = new ArrayList<>();
        mutants(topic).forEach((name, mutant) -> {
            if (cases.stream().allMatch(given -> given.holds(mutant))) {
                survivors.add(name);
            }
        });
        return survivors;
    }

    private static Map<String, Topic> mutants(Topic topic) {
        Map<String, Topic> mutants = new LinkedHashMap<>();
        for (Cause cause : topic.causes().values()) {
            for (Map<String, Weight> weights : List.of(cause.supports(), cause.opposes())) {
                weights.forEach((signal, weight) -> {
                    if (weight.atLeast(Weight.MODERATE)) {
                        mutants.put(cause.id() + "." + signal, with(topic, flipped(cause, signal, weight)));
                    }
                });
            }
        }
        return mutants;
    }

    private static Cause flipped(Cause cause, String signal, Weight weight) {
        Map<String, Weight> supports = new LinkedHashMap<>(cause.supports());
        Map<String, Weight> opposes = new LinkedHashMap<>(cause.opposes());
        if (supports.remove(signal) != null) {
            opposes.put(signal, weight);
        } else {
            opposes.remove(signal);
            supports.put(signal, weight);
        }
        return new Cause(cause.id(), cause.aliases(), cause.prior(), supports, opposes, cause.requires(),
                cause.excludes(), cause.clearedBy(), cause.fixes(), cause.sources());
    }

    private static Topic with(Topic topic, Cause cause) {
        Map<String, Cause> causes = new LinkedHashMap<>(topic.causes());
        causes.put(cause.id(), cause);
        return new Topic(topic.id(), topic.area(), topic.sources(), topic.events(), topic.facts(), topic.signals(),
                topic.groups(), causes, topic.noise(), topic.fixes(), topic.symptom(), topic.askFirst());
    }
}
