package dev.vigie.diagnosis.report;

import dev.vigie.diagnosis.reasoning.Reason;
import dev.vigie.formats.Problem;
import java.util.Optional;

/** Sentences for the codes of a report, in one language; whoever writes a report may add them beside the codes. */
public interface Texts {
    /** A part of a cause's text: {@code title}, {@code why}, {@code not}, {@code chain}. */
    Optional<String> cause(String topic, String cause, String part);

    /** The text of a signal that is true, with its arguments filled in. */
    Optional<String> signal(String topic, Report.ScoreLine line);

    /** A part of a fix's text: {@code title}, {@code note}, {@code never.NAME}. */
    Optional<String> fix(String topic, String fix, String part);

    /** The question of a fact. */
    Optional<String> fact(String topic, String fact);

    /** The text of one outcome of a fact. */
    Optional<String> outcome(String topic, String fact, String outcome);

    /** Why events are noise. */
    Optional<String> noise(String topic, String noise);

    /** The title of a topic. */
    Optional<String> topic(String topic);

    /** What an event of the vocabulary says, by {@code Provider/id}. */
    Optional<String> event(String key);

    /** A part of a claim's text: {@code say}, or a step: {@code steps/1}, {@code steps/2}, ... */
    Optional<String> claim(String claim, String part);

    /** The sentence of a reason. */
    default Optional<String> reason(Reason reason) {
        return Optional.empty();
    }

    /** The sentence of a problem. */
    default Optional<String> problem(Problem problem) {
        return Optional.empty();
    }
}
