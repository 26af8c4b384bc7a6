package dev.vigie.diagnosis.reasoning;

import dev.vigie.diagnosis.facts.LogEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a signal is, and why.
 *
 * @param truth true, false or unknown
 * @param events the events that decided it, the newest first, each once; at most {@value #MAX_EVENTS}
 * @param count how many events decided it
 * @param reasons the proofs of a false signal; what is not known of an unknown one
 */
public record SignalState(Truth truth, List<LogEvent> events, long count, List<Reason> reasons) {
    /** How many events are named; the rest is only counted. */
    public static final int MAX_EVENTS = 100;

    /** Copies the lists. */
    public SignalState {
        events = List.copyOf(events);
        reasons = List.copyOf(reasons);
    }

    /** Decided by events. */
    static SignalState decided(boolean truth, List<LogEvent> oldestFirst) {
        List<LogEvent> newest = oldestFirst.reversed().stream().limit(MAX_EVENTS).toList();
        return new SignalState(Truth.of(truth), newest, oldestFirst.size(), List.of());
    }

    /** Decided by something other than events. */
    static SignalState decided(boolean truth, Reason reason) {
        return new SignalState(Truth.of(truth), List.of(), 0, List.of(reason));
    }

    static SignalState unknown(Reason reason) {
        return new SignalState(Truth.UNKNOWN, List.of(), 0, List.of(reason));
    }

    SignalState not() {
        return new SignalState(truth.not(), events, count, reasons);
    }

    /** Joins the states of terms, by what decides the whole: all that have its value. */
    static SignalState join(Truth whole, List<SignalState> terms) {
        Set<LogEvent> events = new LinkedHashSet<>();
        Set<Reason> reasons = new LinkedHashSet<>();
        long count = 0;
        for (SignalState term : terms) {
            if (term.truth == whole) {
                events.addAll(term.events);
                reasons.addAll(term.reasons);
                count += term.count;
            }
        }
        List<LogEvent> newest = new ArrayList<>(events);
        newest.sort(LogEvent.BY_TIME.reversed());
        return new SignalState(whole, newest.subList(0, Math.min(newest.size(), MAX_EVENTS)),
                Math.max(count, events.size()), List.copyOf(reasons));
    }
}
