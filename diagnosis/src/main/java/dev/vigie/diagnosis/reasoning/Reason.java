package dev.vigie.diagnosis.reasoning;

import java.util.Arrays;
import java.util.List;

/**
 * Why something is false, unknown or ruled out: a code and what its sentence needs.
 *
 * @param code what kind of reason
 * @param arguments names, times and numbers in the code's order
 */
public record Reason(Code code, List<String> arguments) {
    /** Copies the arguments. */
    public Reason {
        arguments = List.copyOf(arguments);
    }

    /** A reason with its arguments. */
    public static Reason of(Code code, Object... arguments) {
        return new Reason(code, Arrays.stream(arguments).map(Object::toString).toList());
    }

    /** The kinds of reason; their keys are stable. */
    public enum Code {
        /** Proven: the log was read over the period and holds no such event; arguments: channel, from, to. */
        LOG_READ("log-read"),
        /** The event that decides says otherwise; arguments: provider, id, time. */
        DECIDED_BY_EVENT("decided-by-event"),
        /** The fact is known; arguments: fact, outcome. */
        FACT_KNOWN("fact-known"),
        /** The role of the machine decides; arguments: role. */
        ROLE_KNOWN("role-known"),
        /** No log of that channel was read; arguments: channel, role. */
        LOG_MISSING("log-missing"),
        /** The log begins after the period does; arguments: channel, time of its oldest record, from. */
        LOG_STARTS_LATE("log-starts-late"),
        /** Records are missing in the log; arguments: channel, kind, from (may be empty), to (may be empty). */
        LOG_HAS_HOLE("log-has-hole"),
        /** There were too many events to keep all; arguments: event set, how many were dropped. */
        TOO_MANY_EVENTS("too-many-events"),
        /** The event lacks the field that would decide, or its value cannot be read; arguments: provider, id, time. */
        FIELD_UNDECIDED("field-undecided"),
        /** It is not proven that the machine plays this role; arguments: role. */
        ROLE_UNPROVEN("role-unproven"),
        /** Nobody has answered the question; arguments: fact. */
        FACT_UNKNOWN("fact-unknown"),
        /** The time to wait for another event has not passed at the end of the log; arguments: channel, until. */
        NOT_YET("not-yet"),
        /** A signal it requires is proven false; arguments: signal. */
        REQUIRED_FALSE("required-false"),
        /** A signal that excludes it is true; arguments: signal. */
        EXCLUDED_BY("excluded-by"),
        /** A decisive signal speaks against it; arguments: signal. */
        DECISIVE_AGAINST("decisive-against"),
        /** Nothing that would show it is there, and that is proven. */
        NOTHING_SHOWS_IT("nothing-shows-it"),
        /** What speaks for it is explained far better by another cause; arguments: that cause, the lead. */
        OUTWEIGHED("outweighed");

        private final String key;

        Code(String key) {
            this.key = key;
        }

        /** The stable key in reports. */
        public String key() {
            return key;
        }
    }
}
