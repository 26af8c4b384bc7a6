package dev.vigie.diagnosis.reasoning;

import dev.vigie.diagnosis.facts.LogEvent;
import dev.vigie.diagnosis.knowledge.Comparison;
import dev.vigie.diagnosis.knowledge.End;
import dev.vigie.diagnosis.knowledge.EventSet;
import dev.vigie.diagnosis.knowledge.Expression;
import dev.vigie.diagnosis.knowledge.Relation;
import dev.vigie.diagnosis.knowledge.Selection;
import dev.vigie.diagnosis.knowledge.Signal;
import dev.vigie.diagnosis.knowledge.Topic;
import dev.vigie.diagnosis.reasoning.RelationEvaluator.Finding;
import dev.vigie.diagnosis.reasoning.SelectedEvents.Candidate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates the signals of one topic in one case, each once. Not safe for use by several threads. */
public final class SignalEvaluator {
    private final Topic topic;
    private final CaseLogs scope;
    private final Map<String, String> answers;
    private final Map<Selection, SelectedEvents> selections;
    private final Map<String, SignalState> states = new HashMap<>();

    /**
     * An evaluator.
     *
     * @param answers the outcomes of the facts that are known
     */
    public SignalEvaluator(Topic topic, CaseLogs scope, Map<String, String> answers) {
        this(topic, scope, answers, new HashMap<>());
    }

    private SignalEvaluator(Topic topic, CaseLogs scope, Map<String, String> answers,
            Map<Selection, SelectedEvents> selections) {
        this.topic = topic;
        this.scope = scope;
        this.answers = Map.copyOf(answers);
        this.selections = selections;
    }

    /** The name under which the events of a set are gathered. */
    public static String selector(Topic topic, EventSet set) {
        return topic.id() + "/" + set.name();
    }

    /** The same case if this fact were known to have this outcome. */
    SignalEvaluator supposing(String fact, String outcome) {
        Map<String, String> supposed = new HashMap<>(answers);
        supposed.put(fact, outcome);
        return new SignalEvaluator(topic, scope, supposed, selections);
    }

    /** What a signal of the topic is. */
    public SignalState state(String signal) {
        SignalState known = states.get(signal);
        if (known == null) {
            Signal definition = topic.signals().get(signal);
            if (definition == null) {
                throw new IllegalArgumentException("no signal " + signal + " in " + topic.id());
            }
            known = evaluate(definition.expression());
            states.put(signal, known);
        }
        return known;
    }

    /** The events of a selection in the period that belong to it for certain, oldest first. */
    List<LogEvent> certain(Selection selection) {
        return events(selection).inPeriod().stream().filter(candidate -> candidate.truth() == Truth.TRUE)
                .map(Candidate::event).toList();
    }

    private SignalState evaluate(Expression expression) {
        return switch (expression) {
            case Expression.Or or -> {
                List<SignalState> terms = or.terms().stream().map(this::evaluate).toList();
                yield SignalState.join(terms.stream().map(SignalState::truth).reduce(Truth.FALSE, Truth::or), terms);
            }
            case Expression.And and -> {
                List<SignalState> terms = and.terms().stream().map(this::evaluate).toList();
                yield SignalState.join(terms.stream().map(SignalState::truth).reduce(Truth.TRUE, Truth::and), terms);
            }
            case Expression.Not not -> evaluate(not.term()).not();
            case Expression.Exists exists -> exists(exists);
            case Expression.Count count -> count(count);
            case Expression.EndIs end -> endIs(end);
            case Expression.FactIs fact -> fact(fact);
            case Expression.SignalIs signal -> state(signal.signal());
            case Expression.MachineIs machine -> {
                Truth plays = scope.plays(machine.role());
                yield plays == Truth.UNKNOWN
                        ? SignalState.unknown(Reason.of(Reason.Code.ROLE_UNPROVEN, machine.role().key()))
                        : SignalState.decided(plays == Truth.TRUE,
                                Reason.of(Reason.Code.ROLE_KNOWN, machine.role().key()));
            }
        };
    }

    private SignalState fact(Expression.FactIs test) {
        String outcome = answers.get(test.fact());
        return outcome == null
                ? SignalState.unknown(Reason.of(Reason.Code.FACT_UNKNOWN, test.fact()))
                : SignalState.decided(test.outcomes().contains(outcome),
                        Reason.of(Reason.Code.FACT_KNOWN, test.fact(), outcome));
    }

    private SelectedEvents events(Selection selection) {
        return selections.computeIfAbsent(selection, wanted -> {
            EventSet set = topic.events().get(wanted.set());
            if (set == null) {
                throw new IllegalArgumentException("no event set " + wanted.set() + " in " + topic.id());
            }
            return SelectedEvents.of(selector(topic, set), set, wanted, scope);
        });
    }

    private SignalState exists(Expression.Exists exists) {
        SelectedEvents selected = events(exists.selection());
        Optional<RelationEvaluator> relation = exists.relation().map(this::relation);
        List<LogEvent> found = new ArrayList<>();
        Reason undecided = null;
        for (Candidate candidate : selected.inPeriod()) {
            Finding finding = relation.map(test -> test.test(candidate.event())).orElse(Finding.of(true));
            Truth truth = candidate.truth().and(finding.truth());
            if (truth == Truth.TRUE) {
                found.add(candidate.event());
            } else if (truth == Truth.UNKNOWN) {
                undecided = finding.reason().orElseGet(() -> RelationEvaluator.undecided(candidate.event()));
            }
        }
        if (!found.isEmpty()) {
            return SignalState.decided(true, found);
        }
        return undecided == null ? absent(selected) : SignalState.unknown(undecided);
    }

    private RelationEvaluator relation(Relation relation) {
        return new RelationEvaluator(relation, events(relation.other()));
    }

    private static SignalState absent(SelectedEvents selected) {
        return selected.incomplete().map(SignalState::unknown)
                .orElseGet(() -> SignalState.decided(false, selected.proof()));
    }

    /** The true number lies between the certain events and, when the log shows everything, those that may count. */
    private SignalState count(Expression.Count count) {
        SelectedEvents selected = events(count.selection());
        List<Candidate> candidates = selected.inPeriod();
        List<LogEvent> certain = candidates.stream().filter(candidate -> candidate.truth() == Truth.TRUE)
                .map(Candidate::event).toList();
        Optional<Reason> incomplete = selected.incomplete();
        long least = certain.size();
        long most = incomplete.isPresent() ? Long.MAX_VALUE : candidates.size();
        Truth truth = between(least, most, count.operator(), count.number());
        if (truth != Truth.UNKNOWN) {
            SignalState state = SignalState.decided(truth == Truth.TRUE, certain);
            return incomplete.isPresent() || truth == Truth.TRUE
                    ? state
                    : new SignalState(truth, state.events(), state.count(), List.of(selected.proof()));
        }
        return SignalState.unknown(incomplete.orElseGet(() -> RelationEvaluator.undecided(candidates.stream()
                .filter(candidate -> candidate.truth() == Truth.UNKNOWN).toList().getLast().event())));
    }

    private static Truth between(long least, long most, Comparison operator, int number) {
        boolean some;
        boolean all;
        if (operator == Comparison.EQUAL || operator == Comparison.UNEQUAL) {
            boolean within = least <= number && number <= most;
            boolean only = within && least == most;
            some = operator == Comparison.EQUAL ? within : !only;
            all = operator == Comparison.EQUAL ? only : !within;
        } else {
            boolean low = operator.holds(Long.compare(least, number));
            boolean high = operator.holds(Long.compare(most, number));
            some = low || high;
            all = low && high;
        }
        return all ? Truth.TRUE : some ? Truth.UNKNOWN : Truth.FALSE;
    }

    private SignalState endIs(Expression.EndIs test) {
        SelectedEvents selected = events(test.selection());
        List<Candidate> order = test.end() == End.LAST ? selected.candidates().reversed() : selected.candidates();
        Truth whole = null;
        for (Candidate candidate : order) {
            Truth truth = ConditionEvaluator.test(test.condition(), candidate.event());
            if (truth == Truth.UNKNOWN || whole != null && whole != truth) {
                return SignalState.unknown(RelationEvaluator.undecided(candidate.event()));
            }
            whole = truth;
            if (candidate.truth() == Truth.TRUE) {
                return hidden(test.end(), selected, candidate.event(), truth == Truth.TRUE);
            }
        }
        return whole == null
                ? absent(selected)
                : SignalState.unknown(RelationEvaluator.undecided(order.getLast().event()));
    }

    /** An end is known only when no hole beyond it can hide another one. */
    private SignalState hidden(End end, SelectedEvents selected, LogEvent event, boolean truth) {
        Optional<Reason> hole = end == End.LAST
                ? selected.hole(event.time(), scope.now())
                : selected.hole(Instant.MIN, event.time().minusNanos(1));
        return hole.map(SignalState::unknown).orElseGet(() -> {
            SignalState state = SignalState.decided(truth, List.of(event));
            return truth
                    ? state
                    : new SignalState(Truth.FALSE, state.events(), state.count(),
                            List.of(Reason.of(Reason.Code.DECIDED_BY_EVENT, event.provider(), event.id(),
                                    event.time())));
        });
    }
}
