package dev.vigie.rendering;

import dev.vigie.diagnosis.reasoning.Reason;
import dev.vigie.diagnosis.report.Report;
import dev.vigie.formats.Problem;
import java.util.Optional;

/** The texts that stand beside the codes of a JSON report: those of the knowledge, and Vigie's own for the rest. */
record ReportSentences(Texts own, dev.vigie.diagnosis.report.Texts knowledge)
        implements
            dev.vigie.diagnosis.report.Texts {
    @Override
    public Optional<String> cause(String topic, String cause, String part) {
        return knowledge.cause(topic, cause, part);
    }

    @Override
    public Optional<String> signal(String topic, Report.ScoreLine line) {
        return knowledge.signal(topic, line);
    }

    @Override
    public Optional<String> fix(String topic, String fix, String part) {
        return knowledge.fix(topic, fix, part);
    }

    @Override
    public Optional<String> fact(String topic, String fact) {
        return knowledge.fact(topic, fact);
    }

    @Override
    public Optional<String> outcome(String topic, String fact, String outcome) {
        return knowledge.outcome(topic, fact, outcome);
    }

    @Override
    public Optional<String> noise(String topic, String noise) {
        return knowledge.noise(topic, noise);
    }

    @Override
    public Optional<String> topic(String topic) {
        return knowledge.topic(topic);
    }

    @Override
    public Optional<String> event(String key) {
        return knowledge.event(key);
    }

    @Override
    public Optional<String> claim(String claim, String part) {
        return knowledge.claim(claim, part);
    }

    @Override
    public Optional<String> reason(Reason reason) {
        return Optional.of(own.get("reason." + reason.code().key(), reason.arguments().toArray()));
    }

    @Override
    public Optional<String> problem(Problem problem) {
        return Optional.of(own.problem(problem));
    }
}
