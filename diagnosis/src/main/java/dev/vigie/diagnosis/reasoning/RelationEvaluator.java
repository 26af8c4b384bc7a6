package dev.vigie.diagnosis.reasoning;

import dev.vigie.diagnosis.facts.LogEvent;
import dev.vigie.diagnosis.knowledge.End;
import dev.vigie.diagnosis.knowledge.Field;
import dev.vigie.diagnosis.knowledge.Relation;
import dev.vigie.diagnosis.reasoning.SelectedEvents.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides how one event lies in time to the events of another selection. */
final class RelationEvaluator {
    private final Relation relation;
    private final SelectedEvents other;
    private final List<Candidate> candidates;
    private final List<Field> same;
    private final List<List<@Nullable String>> keys;

    RelationEvaluator(Relation relation, SelectedEvents other) {
        this.relation = relation;
        this.other = other;
        this.candidates = other.candidates();
        this.same = switch (relation) {
            case Relation.Order _ -> List.of();
            case Relation.Within within -> within.same();
            case Relation.Followed followed -> followed.same();
        };
        this.keys = candidates.stream().map(candidate -> key(candidate.event())).toList();
    }

    /** Whether the relation holds for an event, and when that is unknown, why. */
    Finding test(LogEvent event) {
        return switch (relation) {
            case Relation.Order order -> order(order, event);
            case Relation.Within within -> near(event, within.distance());
            case Relation.Followed followed -> {
                Finding found = followed(event, followed.distance());
                yield followed.negated() ? found.not() : found;
            }
        };
    }

    /**
     * A truth with the reason of its being unknown.
     *
     * @param truth what was found
     * @param reason why it is unknown, if it is
     */
    record Finding(Truth truth, Optional<Reason> reason) {
        static Finding of(boolean truth) {
            return new Finding(Truth.of(truth), Optional.empty());
        }

        static Finding unknown(Reason reason) {
            return new Finding(Truth.UNKNOWN, Optional.of(reason));
        }

        Finding not() {
            return new Finding(truth.not(), reason);
        }
    }

    private static int compare(LogEvent one, LogEvent other) {
        boolean sameLog = one.channel().equalsIgnoreCase(other.channel())
                && one.computer().equalsIgnoreCase(other.computer());
        return sameLog ? LogEvent.BY_TIME.compare(one, other) : one.time().compareTo(other.time());
    }

    private Finding order(Relation.Order order, LogEvent event) {
        if (candidates.isEmpty()) {
            Instant begin = other.periodBegin().isBefore(event.time()) ? other.periodBegin() : event.time();
            return other.incomplete(begin, other.scope().now()).map(Finding::unknown).orElse(Finding.of(false));
        }
        List<Candidate> ends = ends(order.end());
        boolean all = true;
        boolean none = true;
        for (Candidate end : ends) {
            boolean holds = order.after() ? compare(event, end.event()) > 0 : compare(event, end.event()) < 0;
            all &= holds;
            none &= !holds;
        }
        if (all == none || ends.getLast().truth() != Truth.TRUE) {
            return Finding.unknown(undecided(ends.getFirst().event()));
        }
        return hidden(order, event, all);
    }

    /** The events that may be the end, the certain one last. */
    private List<Candidate> ends(End end) {
        List<Candidate> ends = new ArrayList<>();
        for (Candidate candidate : end == End.LAST ? candidates.reversed() : candidates) {
            ends.add(candidate);
            if (candidate.truth() == Truth.TRUE) {
                break;
            }
        }
        return ends;
    }

    /** An end that is hidden would turn the answer only when it could lie on the other side of the event. */
    private Finding hidden(Relation.Order order, LogEvent event, boolean holds) {
        boolean last = order.end() == End.LAST;
        if (holds != (order.after() == last)) {
            return Finding.of(holds);
        }
        Optional<Reason> reason = last
                ? other.hole(event.time(), other.scope().now())
                : other.incomplete(event.time(), event.time())
                        .or(() -> other.hole(Instant.MIN, event.time().minusNanos(1)));
        return reason.map(Finding::unknown).orElse(Finding.of(holds));
    }

    private Finding near(LogEvent event, Duration distance) {
        Instant begin = event.time().minus(distance);
        Instant end = event.time().plus(distance);
        return search(event, begin, end, 0);
    }

    private Finding followed(LogEvent event, Optional<Duration> distance) {
        Instant now = other.scope().now();
        Instant end = distance.map(event.time()::plus).orElse(now);
        Finding found = search(event, event.time(), end, 1);
        if (found.truth() == Truth.FALSE && end.isAfter(now)) {
            return Finding.unknown(Reason.of(Reason.Code.NOT_YET, other.set().channel(), end));
        }
        return found;
    }

    /** Looks for an event between two times that agrees; when {@code after} is 1 it must come behind the event itself. */
    private Finding search(LogEvent event, Instant begin, Instant end, int after) {
        List<@Nullable String> key = key(event);
        Candidate undecided = null;
        for (int i = lowerBound(begin); i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            if (candidate.event().time().isAfter(end)) {
                break;
            }
            if (candidate.event().equals(event) || after > 0 && compare(candidate.event(), event) <= 0) {
                continue;
            }
            Truth truth = candidate.truth().and(agree(key, keys.get(i)));
            if (truth == Truth.TRUE) {
                return Finding.of(true);
            }
            undecided = truth == Truth.UNKNOWN ? candidate : undecided;
        }
        if (undecided != null) {
            return Finding.unknown(undecided(undecided.event()));
        }
        Instant now = other.scope().now();
        return other.incomplete(begin, end.isAfter(now) ? now : end).map(Finding::unknown).orElse(Finding.of(false));
    }

    private int lowerBound(Instant begin) {
        int low = 0;
        int high = candidates.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (candidates.get(middle).event().time().isBefore(begin)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<@Nullable String> key(LogEvent event) {
        List<@Nullable String> key = new ArrayList<>(same.size());
        for (Field field : same) {
            key.add(EventFields.agreement(field, event));
        }
        return key;
    }

    private static Truth agree(List<@Nullable String> one, List<@Nullable String> other) {
        Truth truth = Truth.TRUE;
        for (int i = 0; i < one.size(); i++) {
            String left = one.get(i);
            String right = other.get(i);
            truth = truth.and(left == null || right == null ? Truth.UNKNOWN : Truth.of(left.equals(right)));
        }
        return truth;
    }

    static Reason undecided(LogEvent event) {
        return Reason.of(Reason.Code.FIELD_UNDECIDED, event.provider(), event.id(), event.time());
    }
}
