package dev.vigie.diagnosis.reasoning;

import dev.vigie.diagnosis.facts.Coverage;
import dev.vigie.diagnosis.facts.LogEvent;
import dev.vigie.diagnosis.facts.MachineLogs;
import dev.vigie.diagnosis.facts.MachineLogs.KeptEvents;
import dev.vigie.diagnosis.facts.Role;
import dev.vigie.diagnosis.knowledge.EventSet;
import dev.vigie.diagnosis.knowledge.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The events of a selection up to now, and what is known of those that are not there.
 *
 * @param set the event set
 * @param candidates the events that are in the selection, or may be, oldest first
 * @param logs the logs they are in, if there are any
 * @param kept what was kept of the set
 * @param scope the case
 */
record SelectedEvents(EventSet set, List<Candidate> candidates, Optional<MachineLogs> logs, KeptEvents kept,
        CaseLogs scope) {

    /**
     * An event that is in a selection for certain, or of which that cannot be decided.
     *
     * @param event the event
     * @param truth true or unknown
     */
    record Candidate(LogEvent event, Truth truth) {
    }

    static SelectedEvents of(String selector, EventSet set, Selection selection, CaseLogs scope) {
        MachineLogs logs = scope.logs(set.role());
        KeptEvents kept = logs == null ? KeptEvents.NONE : logs.kept(selector);
        List<Candidate> candidates = new ArrayList<>();
        for (LogEvent event : kept.events()) {
            if (!event.time().isAfter(scope.now())) {
                Truth truth = set.where().map(where -> ConditionEvaluator.test(where, event)).orElse(Truth.TRUE);
                if (truth != Truth.FALSE && selection.condition().isPresent()) {
                    truth = truth.and(ConditionEvaluator.test(selection.condition().get(), event));
                }
                if (truth != Truth.FALSE) {
                    candidates.add(new Candidate(event, truth));
                }
            }
        }
        return new SelectedEvents(set, List.copyOf(candidates), Optional.ofNullable(logs), kept, scope);
    }

    /** Those in the period asked for. */
    List<Candidate> inPeriod() {
        return scope.since().isEmpty()
                ? candidates
                : candidates.stream().filter(candidate -> !candidate.event().time().isBefore(scope.since().get()))
                        .toList();
    }

    /** Why it is not proven that the log shows everything from the beginning of the period on; empty when it is. */
    Optional<Reason> incomplete() {
        return incomplete(periodBegin(), scope.now());
    }

    /** The beginning of the period; of everything, the beginning of the log. */
    Instant periodBegin() {
        return scope.since().or(() -> coverage().map(Coverage::first)).orElse(scope.now());
    }

    /** Why it is not proven that the log shows everything in an interval; empty when it is. */
    Optional<Reason> incomplete(Instant begin, Instant end) {
        if (set.role() == Role.CA && scope.plays(Role.CA) != Truth.TRUE) {
            return Optional.of(Reason.of(Reason.Code.ROLE_UNPROVEN, Role.CA.key()));
        }
        Optional<Coverage> coverage = coverage();
        if (coverage.isEmpty()) {
            return Optional.of(Reason.of(Reason.Code.LOG_MISSING, set.channel(), scope.owner(set.role()).key()));
        }
        if (!coverage.get().reachesBackTo(begin)) {
            return Optional.of(Reason.of(Reason.Code.LOG_STARTS_LATE, set.channel(), coverage.get().first(), begin));
        }
        if (kept.dropped() > 0 && kept.events().size() > 1 && begin.isBefore(kept.events().get(1).time())) {
            return Optional.of(Reason.of(Reason.Code.TOO_MANY_EVENTS, set.name(), kept.dropped()));
        }
        return hole(begin, end);
    }

    /** A hole of the log in an interval, as a reason. */
    Optional<Reason> hole(Instant begin, Instant end) {
        return coverage().flatMap(coverage -> coverage.holeWithin(begin, end))
                .map(hole -> Reason.of(Reason.Code.LOG_HAS_HOLE, set.channel(), hole.kind(),
                        hole.from().map(Instant::toString).orElse(""), hole.to().map(Instant::toString).orElse("")));
    }

    /** The proof that the log shows everything from the beginning of the period on. */
    Reason proof() {
        return Reason.of(Reason.Code.LOG_READ, set.channel(), periodBegin(), scope.now());
    }

    Optional<Coverage> coverage() {
        return logs.flatMap(found -> found.coverage(set.channel()));
    }
}
