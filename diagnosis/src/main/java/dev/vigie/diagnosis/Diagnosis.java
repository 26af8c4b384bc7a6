package dev.vigie.diagnosis;

import dev.vigie.diagnosis.facts.EventGatherer;
import dev.vigie.diagnosis.facts.EventSelector;
import dev.vigie.diagnosis.facts.GatheredLogs;
import dev.vigie.diagnosis.facts.GatheredLogs.NamedLogs;
import dev.vigie.diagnosis.facts.MachineLogs;
import dev.vigie.diagnosis.facts.Role;
import dev.vigie.diagnosis.knowledge.EventSet;
import dev.vigie.diagnosis.knowledge.FactDefinition;
import dev.vigie.diagnosis.knowledge.Knowledge;
import dev.vigie.diagnosis.knowledge.Topic;
import dev.vigie.diagnosis.reasoning.CaseLogs;
import dev.vigie.diagnosis.reasoning.SignalEvaluator;
import dev.vigie.diagnosis.reasoning.TopicResult;
import dev.vigie.diagnosis.report.PartAssembler;
import dev.vigie.diagnosis.report.Report;
import dev.vigie.diagnosis.report.SymptomReader;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A diagnosis: sources are gathered into facts, signals weighed, causes ranked, a report made. */
public final class Diagnosis {
    private final Knowledge knowledge;
    private final DiagnosisRequest request;
    private final SymptomReader symptoms;

    private Diagnosis(DiagnosisRequest request, Knowledge knowledge) {
        this.request = request;
        this.knowledge = knowledge;
        this.symptoms = new SymptomReader(knowledge);
        request.answers().forEach(this::checkAnswer);
    }

    /**
     * Runs a diagnosis.
     *
     * @param clock says when the report is made, and up to when to look when the sources hold nothing
     * @throws IllegalArgumentException when an answer names a fact or outcome that does not exist
     * @throws InterruptedException when the thread is interrupted while sources are read
     */
    public static Report run(DiagnosisRequest request, Knowledge knowledge, Clock clock) throws InterruptedException {
        return reason(request, gather(request, knowledge), knowledge, clock.instant());
    }

    /** Gathers what a diagnosis needs from the sources of the request. */
    public static GatheredLogs gather(DiagnosisRequest request, Knowledge knowledge) throws InterruptedException {
        Diagnosis diagnosis = new Diagnosis(request, knowledge);
        int threads = Runtime.getRuntime().availableProcessors();
        return new EventGatherer(diagnosis.selectors(), threads).gather(request.inputs());
    }

    /**
     * Reasons about what was gathered; the inputs of the request are not read.
     *
     * @param made when the report is made
     */
    public static Report reason(DiagnosisRequest request, GatheredLogs logs, Knowledge knowledge, Instant made) {
        return new Diagnosis(request, knowledge).report(logs, made);
    }

    private void checkAnswer(String fact, String outcome) {
        Optional<FactDefinition> definition = knowledge.topics().values().stream()
                .flatMap(topic -> topic.facts().values().stream()).filter(known -> known.name().equals(fact))
                .findFirst();
        if (definition.isEmpty() || !definition.get().outcomes().contains(outcome)) {
            throw new IllegalArgumentException("no outcome " + outcome + " of a fact " + fact);
        }
    }

    private List<EventSelector> selectors() {
        List<EventSelector> selectors = new ArrayList<>();
        for (Topic topic : knowledge.topics(request.areas())) {
            for (EventSet set : topic.events().values()) {
                selectors.add(new EventSelector(SignalEvaluator.selector(topic, set), set.provider(),
                        knowledge.vocabulary().sourceName(set.provider()), Optional.of(set.channel()), set.ids()));
            }
        }
        selectors.add(new EventSelector(CaseLogs.CA_PROOF, CaseLogs.CA_PROVIDER, Optional.empty(), Optional.empty(),
                Set.of()));
        selectors.addAll(symptoms.selectors(request.symptoms()));
        return selectors;
    }

    private Report report(GatheredLogs logs, Instant made) {
        Instant now = request.now().or(logs::newest).orElse(made);
        Optional<Instant> since = request.period().since(now);
        List<Report.Part> parts = new ArrayList<>();
        if (!logs.named().isEmpty()) {
            Map<Role, MachineLogs> byRole = new EnumMap<>(Role.class);
            for (NamedLogs part : logs.named()) {
                byRole.put(part.role(), part.logs());
            }
            parts.add(part(new CaseLogs(byRole, true, since, now)));
        }
        for (MachineLogs machine : logs.machines()) {
            parts.add(part(new CaseLogs(Map.of(Role.MACHINE, machine), false, since, now)));
        }
        List<Report.Source> sources = logs.sources().stream()
                .map(summary -> new Report.Source(summary, Optional.empty())).toList();
        return new Report(made, now, since, request.areas(), parts, sources, logs.problems());
    }

    private Report.Part part(CaseLogs scope) {
        List<TopicResult> topics = knowledge.topics(request.areas()).stream()
                .map(topic -> TopicResult.of(topic, scope, request.answers())).toList();
        return PartAssembler.part(scope, topics, request.symptoms(), symptoms);
    }
}
