package dev.vigie.cli;

import dev.vigie.diagnosis.knowledge.FactDefinition;
import dev.vigie.diagnosis.knowledge.Knowledge;
import dev.vigie.diagnosis.knowledge.Topic;
import java.util.Map;
import java.util.Optional;

/** Refuses answers to questions nobody asks, and answers a question does not have. */
final class Answers {
    private Answers() {
    }

    static void check(Map<String, String> answers, Knowledge knowledge) {
        answers.forEach((fact, outcome) -> {
            FactDefinition definition = find(fact, knowledge)
                    .orElseThrow(() -> Refusal.usage("diagnose.no-such-fact", fact));
            if (!definition.outcomes().contains(outcome)) {
                throw Refusal.usage("diagnose.no-such-outcome", outcome, fact,
                        String.join(", ", definition.outcomes()));
            }
        });
    }

    private static Optional<FactDefinition> find(String fact, Knowledge knowledge) {
        for (Topic topic : knowledge.topics().values()) {
            FactDefinition definition = topic.facts().get(fact);
            if (definition != null) {
                return Optional.of(definition);
            }
        }
        return Optional.empty();
    }
}
