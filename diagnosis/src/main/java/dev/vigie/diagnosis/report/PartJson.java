package dev.vigie.diagnosis.report;

import dev.vigie.diagnosis.knowledge.Area;
import dev.vigie.diagnosis.reasoning.Reason;
import dev.vigie.diagnosis.report.Report.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/** Writes one part of a report. */
final class PartJson {
    /** Digits of a gain in bits; more would only show how a machine rounds. */
    private static final int GAIN_DIGITS = 3;
    private final JsonFields json;
    private final Optional<Texts> texts;

    PartJson(JsonFields json, Optional<Texts> texts) {
        this.json = json;
        this.texts = texts;
    }

    void part(Part part) {
        json.objects("machines", part.machines(), machine -> {
            json.text("role", machine.role().key());
            json.texts("names", machine.names());
        });
        json.text("status", part.status().key());
        json.objects("verdicts", part.verdicts(), this::verdict);
        json.objects("ruledOut", part.ruledOut(), this::ruledOut);
        json.objects("unassessed", part.unassessed(), this::unassessed);
        json.objects("topics", part.topics(), this::topic);
        part.question().ifPresent(question -> json.object("question", () -> question(question)));
        json.objects("symptoms", part.symptoms(), this::symptom);
        json.objects("noise", part.noise(), this::noise);
        json.objects("unexplained", part.unexplained(), this::unexplained);
        json.objects("evidence", part.evidence(), this::evidence);
        json.objects("fixes", part.fixes(), this::fix);
        json.objects("coverage", part.coverage(), line -> {
            json.text("role", line.role().key());
            GatheredJson.coverage(line.coverage(), json);
        });
        json.objects("clockSteps", part.clockSteps(), this::step);
        json.text("skew", part.skew());
    }

    private void verdict(Report.Verdict verdict) {
        json.text("cause", verdict.cause());
        json.text("topic", verdict.topic());
        json.text("word", verdict.word().key());
        json.points("score", verdict.score());
        json.points("lead", verdict.lead());
        json.text("rival", verdict.rival());
        json.number("prior", verdict.prior());
        json.objects("lines", verdict.lines(), line -> line(verdict.topic(), line));
        json.texts("fixes", verdict.fixes());
        json.text("pastAt", verdict.pastAt());
        for (String part : new String[]{"title", "why", "not", "chain"}) {
            json.text(part, texts.flatMap(known -> known.cause(verdict.topic(), verdict.cause(), part)));
        }
    }

    private void line(String topic, Report.ScoreLine line) {
        json.text("signal", line.signal());
        json.bool("proven", line.proven());
        json.points("points", line.points());
        json.text("group", line.group());
        json.bool("counted", line.counted());
        json.map("arguments", line.arguments());
        json.texts("evidence", line.evidence());
        json.objects("reasons", line.reasons(), this::reason);
        if (line.proven()) {
            json.text("text", texts.flatMap(known -> known.signal(topic, line)));
        }
    }

    private void reason(Reason reason) {
        json.text("code", reason.code().key());
        json.texts("arguments", reason.arguments());
        json.text("text", texts.flatMap(known -> known.reason(reason)));
    }

    private void ruledOut(Report.RuledOut ruledOut) {
        json.text("cause", ruledOut.cause());
        json.text("topic", ruledOut.topic());
        json.object("reason", () -> reason(ruledOut.reason()));
        json.texts("evidence", ruledOut.evidence());
        json.text("title", texts.flatMap(known -> known.cause(ruledOut.topic(), ruledOut.cause(), "title")));
    }

    private void unassessed(Report.Unassessed unassessed) {
        json.text("cause", unassessed.cause());
        json.text("topic", unassessed.topic());
        json.objects("reasons", unassessed.reasons(), this::reason);
        unassessed.question().ifPresent(question -> json.object("question", () -> question(question)));
        json.text("title", texts.flatMap(known -> known.cause(unassessed.topic(), unassessed.cause(), "title")));
    }

    private void topic(Report.TopicState topic) {
        json.text("topic", topic.topic());
        json.text("state", topic.state().key());
        json.text("symptom", topic.symptom());
        json.number("ruledOut", topic.checked());
        json.number("causes", topic.causes());
        json.text("title", texts.flatMap(known -> known.topic(topic.topic())));
    }

    private void question(Report.Question question) {
        json.text("fact", question.fact());
        json.text("topic", question.topic());
        json.number("cost", question.cost());
        json.points("gain",
                BigDecimal.valueOf(question.gain()).setScale(GAIN_DIGITS, RoundingMode.HALF_EVEN).doubleValue());
        json.objects("outcomes", question.outcomes(), outcome -> {
            json.text("outcome", outcome);
            json.text("text", texts.flatMap(known -> known.outcome(question.topic(), question.fact(), outcome)));
        });
        question.ask().ifPresent(ask -> {
            json.text("role", ask.role().key());
            json.text("command", ask.command());
        });
        json.texts("separates", question.separates());
        json.text("text", texts.flatMap(known -> known.fact(question.topic(), question.fact())));
    }

    private void symptom(Report.Symptom symptom) {
        json.text("typed", symptom.typed());
        json.texts("codes", symptom.codes());
        json.texts("events", symptom.events());
        json.texts("claims", symptom.claims());
        json.texts("causes", symptom.causes());
        json.texts("areas", symptom.areas().stream().map(Area::key).toList());
        json.text("found", symptom.found());
    }

    private void noise(Report.NoiseCount noise) {
        json.text("noise", noise.noise());
        json.text("topic", noise.topic());
        json.number("count", noise.count());
        json.text("first", noise.first());
        json.text("last", noise.last());
        json.text("text", texts.flatMap(known -> known.noise(noise.topic(), noise.noise())));
    }

    private void unexplained(Report.Unexplained unexplained) {
        String key = unexplained.provider() + "/" + unexplained.id();
        json.text("provider", unexplained.provider());
        json.number("id", unexplained.id());
        json.number("count", unexplained.count());
        json.text("evidence", unexplained.evidence());
        json.text("text", texts.flatMap(known -> known.event(key)));
    }

    private void evidence(Report.Evidence evidence) {
        json.text("ref", evidence.ref());
        json.text("role", evidence.role().key());
        json.text("computer", evidence.computer());
        json.text("provider", evidence.provider());
        json.text("channel", evidence.channel());
        json.number("id", evidence.id());
        json.number("record", evidence.recordId());
        json.text("time", evidence.time());
        json.text("source", evidence.source());
        if (evidence.offset() >= 0) {
            json.number("offset", evidence.offset());
        }
        json.objects("data", evidence.data(), this::datum);
    }

    private void datum(Map.Entry<String, String> datum) {
        json.text("name", datum.getKey());
        json.text("value", datum.getValue());
    }

    private void fix(Report.FixPlan plan) {
        json.text("ref", plan.ref());
        json.text("topic", plan.topic());
        json.text("fix", plan.fix().id());
        json.texts("causes", plan.causes());
        json.text("risk", plan.fix().risk().key());
        json.text("reaches", plan.fix().reaches());
        json.texts("backup", plan.fix().backup());
        json.texts("apply", plan.fix().apply());
        json.texts("verify", plan.fix().verify());
        json.texts("undo", plan.fix().undo());
        json.objects("never", plan.fix().never(), advice -> {
            json.text("advice", advice);
            json.text("text", texts.flatMap(known -> known.fix(plan.topic(), plan.fix().id(), "never." + advice)));
        });
        json.text("title", texts.flatMap(known -> known.fix(plan.topic(), plan.fix().id(), "title")));
        json.text("note", texts.flatMap(known -> known.fix(plan.topic(), plan.fix().id(), "note")));
    }

    private void step(Report.Step step) {
        json.text("role", step.role().key());
        json.text("channel", step.channel());
        json.text("before", step.before());
        json.text("after", step.after());
    }
}
