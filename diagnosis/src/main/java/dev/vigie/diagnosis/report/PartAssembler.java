package dev.vigie.diagnosis.report;

import dev.vigie.diagnosis.facts.LogEvent;
import dev.vigie.diagnosis.facts.MachineLogs;
import dev.vigie.diagnosis.facts.Role;
import dev.vigie.diagnosis.knowledge.Fix;
import dev.vigie.diagnosis.knowledge.Topic;
import dev.vigie.diagnosis.reasoning.CaseLogs;
import dev.vigie.diagnosis.reasoning.CauseVerdict;
import dev.vigie.diagnosis.reasoning.NextQuestion;
import dev.vigie.diagnosis.reasoning.Reason;
import dev.vigie.diagnosis.reasoning.SignalState;
import dev.vigie.diagnosis.reasoning.TopicResult;
import dev.vigie.diagnosis.reasoning.Word;
import dev.vigie.diagnosis.report.Report.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts together what a report says of one case. */
public final class PartAssembler {
    private final CaseLogs scope;
    private final List<TopicResult> topics;
    private final EvidenceList evidence;
    private final Map<String, FixDraft> fixes = new LinkedHashMap<>();

    private record FixDraft(String ref, Topic topic, Fix fix, List<String> causes) {
    }

    /** One cause with its topic. */
    private record Judged(TopicResult topic, CauseVerdict verdict) {
    }

    private PartAssembler(CaseLogs scope, List<TopicResult> topics) {
        this.scope = scope;
        this.topics = topics;
        this.evidence = new EvidenceList(scope);
    }

    /**
     * A part of a report.
     *
     * @param scope the case
     * @param topics what reasoning said of each topic, in order
     * @param symptoms what the user typed
     */
    public static Part part(CaseLogs scope, List<TopicResult> topics, List<String> symptoms, SymptomReader reader) {
        return new PartAssembler(scope, topics).assemble(symptoms, reader);
    }

    private Part assemble(List<String> typed, SymptomReader reader) {
        List<Judged> all = new ArrayList<>();
        topics.forEach(topic -> topic.verdicts().forEach(verdict -> all.add(new Judged(topic, verdict))));
        List<Report.Verdict> verdicts = all.stream().filter(item -> item.verdict().word().compareTo(Word.PAST) <= 0)
                .sorted(Comparator.comparing((Judged item) -> item.verdict().word())
                        .thenComparingDouble(item -> -item.verdict().score())
                        .thenComparing(item -> item.verdict().cause().id()))
                .map(this::verdict).toList();
        List<Report.RuledOut> ruledOut = all.stream().filter(item -> item.verdict().word() == Word.RULED_OUT)
                .map(this::ruledOut).toList();
        List<Report.Unassessed> unassessed = all.stream()
                .filter(item -> item.verdict().word() == Word.NOT_ASSESSABLE).map(PartAssembler::unassessed).toList();
        List<Report.Symptom> symptoms = typed.stream().map(text -> reader.read(text, scope, evidence)).toList();
        EventTally tally = new EventTally(topics);
        return new Part(machines(), status(verdicts), verdicts, ruledOut, unassessed,
                topics.stream().map(PartAssembler::topicState).toList(), question(), symptoms, tally.noise(),
                tally.unexplained(evidence), evidence.all(), fixPlans(), coverage(), steps(), Optional.empty());
    }

    private List<Report.Machine> machines() {
        return scope.byRole().entrySet().stream()
                .map(entry -> new Report.Machine(entry.getKey(), entry.getValue().names())).toList();
    }

    private Status status(List<Report.Verdict> verdicts) {
        if (verdicts.stream().anyMatch(verdict -> verdict.word().compareTo(Word.LIKELY) <= 0)) {
            return Status.PROBLEM;
        }
        if (verdicts.stream().anyMatch(verdict -> verdict.word() == Word.POSSIBLE)) {
            return Status.POSSIBLE;
        }
        boolean unexplained = topics.stream().anyMatch(TopicResult::isUnexplained);
        return unexplained || !anythingRead() ? Status.NOT_ASSESSABLE : Status.NONE;
    }

    private boolean anythingRead() {
        return topics.stream().flatMap(topic -> topic.topic().events().values().stream())
                .anyMatch(set -> scope.byRole().values().stream()
                        .anyMatch(logs -> logs.coverage(set.channel()).isPresent()));
    }

    private Report.Verdict verdict(Judged item) {
        CauseVerdict verdict = item.verdict();
        Topic topic = item.topic().topic();
        Optional<Instant> pastAt = verdict.word() == Word.PAST
                ? verdict.signal().flatMap(signal -> item.topic().signal(signal).events().stream().findFirst())
                        .map(LogEvent::time)
                : Optional.empty();
        List<String> refs = verdict.word().isPresent()
                ? verdict.cause().fixes().stream().map(fix -> fix(topic, fix, verdict.cause().id())).toList()
                : List.of();
        return new Report.Verdict(verdict.cause().id(), topic.id(), verdict.word(), verdict.score(), verdict.lead(),
                verdict.rival(), verdict.cause().prior().points(),
                verdict.lines().stream().map(line -> line(item.topic(), line)).toList(), refs, pastAt);
    }

    private Report.ScoreLine line(TopicResult topic, dev.vigie.diagnosis.reasoning.ScoreLine line) {
        SignalState state = topic.signal(line.signal());
        return new Report.ScoreLine(line.signal(), line.proven(), line.points(), line.group(), line.counted(),
                LineArguments.of(topic.topic(), line.signal(), state), evidence.refs(state.events()), state.reasons());
    }

    private String fix(Topic topic, String name, String cause) {
        Fix fix = topic.fixes().get(name);
        if (fix == null) {
            throw new IllegalArgumentException("no fix " + name + " in " + topic.id());
        }
        FixDraft draft = fixes.computeIfAbsent(topic.id() + "/" + name,
                _ -> new FixDraft("F" + (fixes.size() + 1), topic, fix, new ArrayList<>()));
        draft.causes().add(cause);
        return draft.ref();
    }

    private List<Report.FixPlan> fixPlans() {
        return fixes.values().stream()
                .map(draft -> new Report.FixPlan(draft.ref(), draft.topic().id(), draft.fix(), draft.causes()))
                .toList();
    }

    private Report.RuledOut ruledOut(Judged item) {
        CauseVerdict verdict = item.verdict();
        Reason reason = verdict.reason()
                .orElseThrow(() -> new IllegalStateException(verdict.cause().id() + " is ruled out without a reason"));
        List<String> refs = verdict.signal().map(signal -> evidence.refs(item.topic().signal(signal).events()))
                .orElse(List.of());
        return new Report.RuledOut(verdict.cause().id(), item.topic().topic().id(), reason, refs);
    }

    private static Report.Unassessed unassessed(Judged item) {
        Topic topic = item.topic().topic();
        return new Report.Unassessed(item.verdict().cause().id(), topic.id(),
                item.topic().unknowns(item.verdict().cause()),
                item.topic().settling(item.verdict().cause()).map(question -> question(topic, question)));
    }

    private static Report.TopicState topicState(TopicResult topic) {
        int checked = (int) topic.verdicts().stream().filter(verdict -> verdict.word() == Word.RULED_OUT).count();
        return new Report.TopicState(topic.topic().id(), topic.word(),
                topic.symptom().map(truth -> truth.name().toLowerCase(Locale.ROOT)), checked, topic.verdicts().size());
    }

    /** The most valuable question of all topics; trouble without a cause asks only when no cause is in question. */
    private Optional<Report.Question> question() {
        record Asked(TopicResult topic, NextQuestion question) {
        }
        List<Asked> asked = new ArrayList<>();
        topics.forEach(topic -> topic.question().ifPresent(question -> asked.add(new Asked(topic, question))));
        return asked.stream()
                .min(Comparator.comparing((Asked item) -> !item.topic().word().isPresent())
                        .thenComparingDouble(item -> -item.question().value())
                        .thenComparing(item -> item.topic().topic().id()))
                .map(item -> question(item.topic().topic(), item.question()));
    }

    private static Report.Question question(Topic topic, NextQuestion question) {
        return new Report.Question(question.fact().name(), topic.id(), question.fact().cost(), question.gain(),
                question.fact().outcomes(), question.fact().ask(), question.separates());
    }

    private List<Report.MachineCoverage> coverage() {
        List<Report.MachineCoverage> lines = new ArrayList<>();
        scope.byRole().forEach((role, logs) -> new TreeMap<>(logs.coverage()).values()
                .forEach(coverage -> lines.add(new Report.MachineCoverage(role, coverage))));
        return lines;
    }

    private List<Report.Step> steps() {
        List<Report.Step> steps = new ArrayList<>();
        for (Map.Entry<Role, MachineLogs> entry : scope.byRole().entrySet()) {
            entry.getValue().clockSteps()
                    .forEach(step -> steps
                            .add(new Report.Step(entry.getKey(), step.channel(), step.before(), step.after())));
        }
        return steps;
    }
}
