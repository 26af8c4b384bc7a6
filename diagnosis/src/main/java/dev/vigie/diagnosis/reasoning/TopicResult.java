package dev.vigie.diagnosis.reasoning;

import dev.vigie.diagnosis.facts.LogEvent;
import dev.vigie.diagnosis.knowledge.Cause;
import dev.vigie.diagnosis.knowledge.EventSet;
import dev.vigie.diagnosis.knowledge.FactDefinition;
import dev.vigie.diagnosis.knowledge.Noise;
import dev.vigie.diagnosis.knowledge.Selection;
import dev.vigie.diagnosis.knowledge.Selections;
import dev.vigie.diagnosis.knowledge.Topic;
import dev.vigie.diagnosis.knowledge.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What reasoning says of one topic in one case. */
public final class TopicResult {
    private final Topic topic;
    private final SignalEvaluator signals;
    private final Map<String, String> answers;
    private final List<CauseVerdict> verdicts;
    private final List<NextQuestion> questions;

    private TopicResult(Topic topic, CaseLogs scope, Map<String, String> answers) {
        this.topic = topic;
        this.signals = new SignalEvaluator(topic, scope, answers);
        this.answers = answers;
        this.verdicts = Ranking.of(topic, this::truth);
        this.questions = NextQuestion.ranked(topic, answers.keySet(), this::truth, (fact, outcome) -> {
            SignalEvaluator supposed = signals.supposing(fact, outcome);
            return name -> supposed.state(name).truth();
        });
    }

    /**
     * Reasons about a topic.
     *
     * @param answers the outcomes of the facts that are known
     */
    public static TopicResult of(Topic topic, CaseLogs scope, Map<String, String> answers) {
        return new TopicResult(topic, scope, answers);
    }

    private Truth truth(String signal) {
        return signals.state(signal).truth();
    }

    /** The topic. */
    public Topic topic() {
        return topic;
    }

    /** What a signal is, and why. */
    public SignalState signal(String name) {
        return signals.state(name);
    }

    /** The verdict on every cause, in the order of the knowledge. */
    public List<CauseVerdict> verdicts() {
        return verdicts;
    }

    /** Whether the user's trouble is visible; empty when the topic names no symptom. */
    public Optional<Truth> symptom() {
        return topic.symptom().map(name -> signals.state(name).truth());
    }

    /** The strongest word of the causes; not assessable when trouble is visible and no cause, present or past, is. */
    public Word word() {
        Word best = verdicts.stream().map(CauseVerdict::word).min(Comparator.naturalOrder())
                .orElse(Word.NOT_ASSESSABLE);
        boolean open = verdicts.stream().anyMatch(verdict -> verdict.word() == Word.NOT_ASSESSABLE)
                || symptom().equals(Optional.of(Truth.TRUE));
        return best == Word.RULED_OUT && open ? Word.NOT_ASSESSABLE : best;
    }

    /** Whether the symptom is there and no cause, present or past, stands out. */
    public boolean isUnexplained() {
        return symptom().equals(Optional.of(Truth.TRUE)) && word() == Word.NOT_ASSESSABLE;
    }

    /** The question worth asking next: while a cause is likely or possible, or when there is trouble without a cause. */
    public Optional<NextQuestion> question() {
        boolean open = verdicts.stream().anyMatch(verdict -> verdict.word() == Word.LIKELY
                || verdict.word() == Word.POSSIBLE);
        boolean confirmed = verdicts.stream().anyMatch(verdict -> verdict.word() == Word.CONFIRMED);
        if (open && !confirmed && !questions.isEmpty()) {
            return Optional.of(questions.getFirst());
        }
        return isUnexplained() ? askFirst() : Optional.empty();
    }

    private Optional<NextQuestion> askFirst() {
        return topic.askFirst().filter(fact -> !answers.containsKey(fact)).flatMap(this::about);
    }

    private Optional<NextQuestion> about(String fact) {
        Optional<NextQuestion> known = questions.stream().filter(question -> question.fact().name().equals(fact))
                .findFirst();
        return known.or(() -> Optional.ofNullable(topic.facts().get(fact))
                .map(definition -> new NextQuestion(definition, 0, List.of())));
    }

    /** What is not known of a cause that is not assessable, without duplicates. */
    public List<Reason> unknowns(Cause cause) {
        Set<Reason> reasons = new LinkedHashSet<>();
        Ranking.unknown(cause, this::truth).forEach(signal -> reasons.addAll(signals.state(signal).reasons()));
        return List.copyOf(reasons);
    }

    /** The question that would settle a cause: of the facts its unknown signals ask for the heaviest, then cheapest. */
    public Optional<NextQuestion> settling(Cause cause) {
        record Candidate(FactDefinition fact, Weight weight) {
        }
        List<Candidate> candidates = new ArrayList<>();
        for (String name : Ranking.unknown(cause, this::truth)) {
            Weight weight = cause.supports().get(name);
            for (String fact : Selections.facts(topic, name)) {
                FactDefinition definition = topic.facts().get(fact);
                if (definition != null && weight != null && !answers.containsKey(fact)) {
                    candidates.add(new Candidate(definition, weight));
                }
            }
        }
        return candidates.stream().min(Comparator.comparing(Candidate::weight).reversed()
                .thenComparingInt(candidate -> candidate.fact().cost())
                .thenComparing(candidate -> candidate.fact().name()))
                .flatMap(candidate -> about(candidate.fact().name()));
    }

    /** The events of the period that are noise, by the id of the noise, oldest first. */
    public Map<String, List<LogEvent>> noise() {
        Map<String, List<LogEvent>> noise = new LinkedHashMap<>();
        for (Noise definition : topic.noise().values()) {
            List<LogEvent> events = signals.certain(definition.selection());
            if (!events.isEmpty()) {
                noise.put(definition.id(), events);
            }
        }
        return noise;
    }

    /** The events of every set of the topic in the period, oldest first, each set on its own. */
    public Map<EventSet, List<LogEvent>> events() {
        Map<EventSet, List<LogEvent>> events = new LinkedHashMap<>();
        for (EventSet set : topic.events().values()) {
            events.put(set, signals.certain(new Selection(set.name(), Optional.empty())));
        }
        return events;
    }
}
