package dev.vigie.rendering;

import dev.vigie.diagnosis.knowledge.Fix;
import dev.vigie.diagnosis.reasoning.Reason;
import dev.vigie.diagnosis.reasoning.Word;
import dev.vigie.diagnosis.report.Report;
import dev.vigie.diagnosis.report.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as text for a terminal: the verdict first, then why, what else was checked, and what to do. */
public final class ReportText {
    private static final int SHOWN_NAMES = 6;
    private final ReportWords words;
    private final Texts texts;
    private final TextPage page;

    private ReportText(ReportWords words, Style style, int width) {
        this.words = words;
        this.texts = words.texts();
        this.page = new TextPage(width, style);
    }

    /** The report in the language of the words, wrapped at a width. */
    public static String of(Report report, ReportWords words, Style style, int width) {
        ReportText text = new ReportText(words, style, width);
        text.write(report);
        return text.page.toString();
    }

    private void write(Report report) {
        for (Report.Part part : report.parts()) {
            part(report, part);
            page.blank();
        }
        if (report.parts().isEmpty()) {
            page.labelled(texts.get("report.result"), page.style().unsure(texts.get("report.nothing-read")));
        }
        problems(report);
    }

    private void part(Report report, Report.Part part) {
        header(report, part);
        result(part);
        for (Report.Verdict verdict : part.verdicts()) {
            verdict(part, verdict);
        }
        symptoms(part);
        page.blank();
        checked(part);
        nextQuestion(part);
        for (Report.FixPlan fix : part.fixes()) {
            fix(fix);
        }
    }

    private void header(Report report, Report.Part part) {
        page.labelled(texts.get("report.machine"), words.machines(part));
        String logs = part.coverage().stream().map(covered -> covered.coverage().channel()).distinct()
                .limit(SHOWN_NAMES)
                .collect(Collectors.joining(", "));
        long records = part.coverage().stream().mapToLong(covered -> covered.coverage().records()).sum();
        page.labelled(texts.get("report.sources"), texts.count("report.records", records, Printable.of(logs)));
        String since = report.since().map(words::time).orElse(texts.get("report.beginning"));
        page.labelled(texts.get("report.period"), texts.get("report.from-to", since, words.time(report.now())));
    }

    private void result(Report.Part part) {
        String status = texts.get("status." + part.status().key());
        String shown = switch (part.status()) {
            case PROBLEM -> page.style().bad(status);
            case POSSIBLE, NOT_ASSESSABLE -> page.style().unsure(status);
            case NONE -> page.style().good(status);
        };
        page.labelled(texts.get("report.result"), shown);
        if (part.status() == Status.NONE || part.status() == Status.NOT_ASSESSABLE) {
            page.beside(texts.get("status." + part.status().key() + ".means"));
        }
    }

    private void verdict(Report.Part part, Report.Verdict verdict) {
        page.blank();
        String word = words.word(verdict.word());
        String shown = verdict.word() == Word.PAST
                ? page.style().dim(word)
                : verdict.word() == Word.POSSIBLE ? page.style().unsure(word) : page.style().bad(word);
        page.line(shown + "  " + page.style().bold(words.title(verdict.topic(), verdict.cause())) + "  "
                + page.style().dim(verdict.cause()));
        verdict.pastAt().ifPresent(at -> page.indented(2, texts.get("report.cleared", words.time(at))));
        for (Report.ScoreLine line : verdict.lines()) {
            if (line.counted()) {
                line(part, verdict, line);
            }
        }
        page.indented(2, page.style().dim(lead(verdict)));
        words.knowledge().cause(verdict.topic(), verdict.cause(), "why").ifPresent(why -> page.indented(2, why));
        words.knowledge().cause(verdict.topic(), verdict.cause(), "not").ifPresent(not -> page.indented(2, not));
        words.knowledge().cause(verdict.topic(), verdict.cause(), "chain")
                .ifPresent(chain -> page.indented(2, texts.get("report.chain", chain)));
    }

    private void line(Report.Part part, Report.Verdict verdict, Report.ScoreLine line) {
        page.indented(2, words.points(line.points()) + "  " + words.signal(verdict.topic(), line));
        for (String ref : line.evidence().stream().limit(2).toList()) {
            part.evidence(ref).ifPresent(this::evidence);
        }
        if (line.evidence().size() > 2) {
            page.indented(8, page.style().dim(texts.count("report.more-evidence", line.evidence().size() - 2L)));
        }
    }

    private void evidence(Report.Evidence evidence) {
        page.indented(8, page.style().dim("[" + evidence.ref() + "]") + " " + words.time(evidence.time()) + " "
                + Printable.of(evidence.channel()) + " #" + Long.toUnsignedString(evidence.recordId()) + " "
                + Printable.of(evidence.provider()) + " " + evidence.id());
        String data = words.data(evidence);
        if (!data.isEmpty()) {
            page.indented(13, page.style().dim(data));
        }
    }

    private String lead(Report.Verdict verdict) {
        String rival = verdict.rival().map(cause -> words.title(verdict.topic(), cause))
                .orElse(texts.get("report.something-else"));
        String sum = words.points(verdict.score());
        String distance = texts.number(Math.abs(verdict.lead()));
        if (verdict.lead() > 0) {
            return texts.get("report.ahead", sum, distance, rival);
        }
        return verdict.lead() < 0
                ? texts.get("report.behind", sum, distance, rival)
                : texts.get("report.level", sum, rival);
    }

    private void symptoms(Report.Part part) {
        for (Report.Symptom symptom : part.symptoms()) {
            page.blank();
            page.labelled(texts.get("report.you-saw"), Printable.of(symptom.typed()));
            for (String code : symptom.codes()) {
                page.beside(Printable.of(code));
            }
            for (String claim : symptom.claims()) {
                words.knowledge().claim(claim, "say").ifPresent(say -> page.beside(say));
                words.steps(claim).forEach(step -> page.indented(13, step));
            }
            symptom.found().ifPresent(ref -> page.beside(texts.get("report.symptom-found", ref)));
        }
    }

    private void checked(Report.Part part) {
        rivals(part);
        elsewhere(part);
        unassessed(part);
        Map<String, Long> noise = new LinkedHashMap<>();
        for (Report.NoiseCount item : part.noise()) {
            // Two topics may call the same events noise for the same reason.
            noise.merge(words.knowledge().noise(item.topic(), item.noise()).orElse(item.noise()), item.count(),
                    Math::max);
        }
        noise.forEach((why, count) -> page.labelled("~", texts.count("report.noise", count, why)));
        for (Report.Unexplained left : part.unexplained()) {
            page.labelled("!", texts.count("report.unexplained", left.count(), Printable.of(left.provider()),
                    Integer.toString(left.id()), left.evidence()));
        }
    }

    /** The causes that compete with a verdict, each with what rules it out. */
    private void rivals(Report.Part part) {
        Set<String> decided = decidedTopics(part);
        List<String> outweighed = new ArrayList<>();
        for (Report.RuledOut item : part.ruledOut()) {
            if (!decided.contains(item.topic())) {
                continue;
            }
            String title = words.title(item.topic(), item.cause());
            if (item.reason().code() == Reason.Code.OUTWEIGHED) {
                outweighed.add(title);
            } else {
                page.labelled(page.style().good("✗"),
                        texts.get("report.ruled-out", title, words.reason(item.topic(), item.reason())));
            }
        }
        if (!outweighed.isEmpty()) {
            page.labelled(page.style().good("✗"), texts.get("report.outweighed", String.join(" · ", outweighed)));
        }
    }

    /** What was looked at in the other topics, in one line. */
    private void elsewhere(Report.Part part) {
        Set<String> decided = decidedTopics(part);
        List<Report.RuledOut> others = part.ruledOut().stream().filter(item -> !decided.contains(item.topic()))
                .toList();
        if (!others.isEmpty()) {
            page.labelled(page.style().good("✓"), texts.count("report.fine", others.size(),
                    titles(others.stream().map(Report.RuledOut::topic))));
        }
    }

    private static Set<String> decidedTopics(Report.Part part) {
        return part.verdicts().stream().map(Report.Verdict::topic).collect(Collectors.toSet());
    }

    private String titles(Stream<String> topics) {
        return topics.distinct().map(words::topic).collect(Collectors.joining(" · "));
    }

    private void unassessed(Report.Part part) {
        if (!part.unassessed().isEmpty()) {
            page.labelled("?", texts.count("report.unassessed", part.unassessed().size(),
                    titles(part.unassessed().stream().map(Report.Unassessed::topic))));
        }
    }

    private void nextQuestion(Report.Part part) {
        part.question().ifPresent(question -> {
            page.blank();
            page.labelled(texts.get("report.next"), page.style().bold(words.question(question)));
            question.ask().ifPresent(ask -> {
                page.beside(texts.get("report.run-on", texts.get("role." + ask.role().key() + ".on")));
                page.command(ask.command());
            });
            if (!question.outcomes().isEmpty()) {
                page.beside(texts.get("report.then-say"));
                for (String outcome : question.outcomes()) {
                    page.command("--answer " + question.fact() + "=" + outcome);
                    words.knowledge().outcome(question.topic(), question.fact(), outcome)
                            .ifPresent(means -> page.indented(17, page.style().dim(means)));
                }
            }
        });
    }

    private void fix(Report.FixPlan plan) {
        Fix fix = plan.fix();
        page.blank();
        page.labelled(texts.get("report.fix", plan.ref()),
                words.knowledge().fix(plan.topic(), fix.id(), "title").orElse(fix.id()));
        page.beside(texts.get("report.risk", texts.get("risk." + fix.risk().key()),
                texts.get("reaches." + fix.reaches())));
        words.knowledge().fix(plan.topic(), fix.id(), "note").ifPresent(note -> page.beside(note));
        commands("report.backup", fix.backup());
        commands("report.apply", fix.apply());
        commands("report.verify", fix.verify());
        commands("report.undo", fix.undo());
        for (String never : fix.never()) {
            words.knowledge().fix(plan.topic(), fix.id(), "never." + never)
                    .ifPresent(why -> page.beside(texts.get("report.never", why)));
        }
    }

    private void commands(String key, List<String> commands) {
        if (!commands.isEmpty()) {
            page.beside(texts.get(key));
            commands.forEach(command -> page.command(command));
        }
    }

    private void problems(Report report) {
        report.problems().stream().limit(SHOWN_NAMES)
                .forEach(problem -> page.labelled("!", texts.get("report.damage", words.problem(problem))));
        if (report.problems().size() > SHOWN_NAMES) {
            page.labelled("!", texts.count("report.more-damage", report.problems().size() - (long) SHOWN_NAMES));
        }
    }
}
