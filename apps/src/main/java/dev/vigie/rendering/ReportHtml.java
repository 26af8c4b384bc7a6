package dev.vigie.rendering;

import dev.vigie.diagnosis.knowledge.Fix;
import dev.vigie.diagnosis.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A report as one HTML file: no script, nothing loaded from elsewhere, readable in light and dark, on paper, by keyboard
 * and by screen readers; evidence and fixes can be linked to ({@code #E1}, {@code #F1}).
 */
public final class ReportHtml {
    private final ReportWords words;
    private final Texts texts;
    private final Html html = new Html();

    private ReportHtml(ReportWords words) {
        this.words = words;
        this.texts = words.texts();
    }

    /** The report in the language of the words. */
    public static String of(Report report, ReportWords words) {
        ReportHtml page = new ReportHtml(words);
        page.write(report);
        return page.html.toString();
    }

    private void write(Report report) {
        String title = "Vigie – " + String.join(", ", report.parts().stream().map(words::machines).toList());
        html.raw("<!DOCTYPE html>\n").open("html", "lang", texts.language().code()).open("head");
        html.raw("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        // No script may run and nothing may be loaded, whatever a log holds.
        html.raw(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        html.element("title", title).open("style").raw(styleSheet()).close().close();
        html.open("body").open("main");
        if (report.parts().isEmpty()) {
            html.element("p", texts.get("report.nothing-read"));
        }
        // Anchors must be unique in the document: only the first machine's evidence keeps the bare E1.
        for (int i = 0; i < report.parts().size(); i++) {
            part(report, report.parts().get(i), i == 0 ? "" : "m" + (i + 1) + "-");
        }
        damage(report);
        html.element("footer", texts.get("report.made", words.time(report.made())));
        html.close().close().close();
    }

    private static String styleSheet() {
        try (InputStream in = ReportHtml.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("no resource report.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void part(Report report, Report.Part part, String anchor) {
        html.open("section", "class", "machine").open("header").element("h1", words.machines(part));
        String since = report.since().map(words::time).orElse(texts.get("report.beginning"));
        html.element("p", texts.get("report.from-to", since, words.time(report.now())), "class", "quiet");
        String status = part.status().key();
        html.open("p", "class", "status " + status).element("strong", texts.get("status." + status)).close();
        html.close();
        part.verdicts().forEach(verdict -> verdict(verdict, anchor));
        symptoms(part, anchor);
        question(part);
        fixes(part, anchor);
        checks(part);
        evidence(part, anchor);
        coverage(part);
        html.close();
    }

    private void verdict(Report.Verdict verdict, String anchor) {
        html.open("article", "class", "verdict " + verdict.word().key());
        html.open("h2").element("span", words.word(verdict.word()), "class", "word").text(" ")
                .text(words.title(verdict.topic(), verdict.cause())).close();
        html.element("p", verdict.cause(), "class", "id");
        verdict.pastAt().ifPresent(at -> html.element("p", texts.get("report.cleared", words.time(at))));
        words.knowledge().cause(verdict.topic(), verdict.cause(), "why").ifPresent(why -> html.element("p", why));
        words.knowledge().cause(verdict.topic(), verdict.cause(), "not").ifPresent(not -> html.element("p", not));
        words.knowledge().cause(verdict.topic(), verdict.cause(), "chain")
                .ifPresent(chain -> html.element("p", chain, "class", "chain"));
        html.open("table").open("caption").text(texts.get("report.weighed")).close();
        for (Report.ScoreLine line : verdict.lines()) {
            if (line.counted()) {
                line(verdict, line, anchor);
            }
        }
        html.close();
        html.close();
    }

    private void line(Report.Verdict verdict, Report.ScoreLine line, String anchor) {
        html.open("tr").element("td", words.points(line.points()), "class", "points");
        html.open("td").text(words.signal(verdict.topic(), line)).close().open("td");
        for (String ref : line.evidence().stream().limit(4).toList()) {
            html.element("a", ref, "href", "#" + anchor + ref).text(" ");
        }
        html.close().close();
    }

    private void symptoms(Report.Part part, String anchor) {
        for (Report.Symptom symptom : part.symptoms()) {
            html.open("article").open("h2").text(texts.get("report.you-saw") + " " + Printable.of(symptom.typed()))
                    .close();
            symptom.codes().forEach(code -> html.element("p", code, "class", "id"));
            for (String claim : symptom.claims()) {
                words.knowledge().claim(claim, "say").ifPresent(say -> html.element("p", say));
                words.steps(claim).forEach(step -> html.element("p", step));
            }
            symptom.found().ifPresent(ref -> html.open("p")
                    .element("a", texts.get("report.symptom-found", ref), "href", "#" + anchor + ref).close());
            html.close();
        }
    }

    private void question(Report.Part part) {
        part.question().ifPresent(question -> {
            html.open("article", "class", "question");
            html.element("h2", texts.get("report.titled", texts.get("report.next"), words.question(question)));
            question.ask().ifPresent(ask -> html
                    .element("p", texts.get("report.run-on", texts.get("role." + ask.role().key() + ".on")))
                    .element("pre", ask.command()));
            html.open("dl");
            for (String outcome : question.outcomes()) {
                html.open("dt").element("code", "--answer " + question.fact() + "=" + outcome).close().element("dd",
                        words.knowledge().outcome(question.topic(), question.fact(), outcome).orElse(""));
            }
            html.close().close();
        });
    }

    private void fixes(Report.Part part, String anchor) {
        for (Report.FixPlan plan : part.fixes()) {
            Fix fix = plan.fix();
            html.open("article", "class", "fix", "id", anchor + plan.ref());
            html.element("h2", texts.get("report.titled", texts.get("report.fix", plan.ref()),
                    words.knowledge().fix(plan.topic(), fix.id(), "title").orElse(fix.id())));
            html.element("p", texts.get("report.risk", texts.get("risk." + fix.risk().key()),
                    texts.get("reaches." + fix.reaches())));
            words.knowledge().fix(plan.topic(), fix.id(), "note").ifPresent(note -> html.element("p", note));
            commands("report.backup", fix.backup());
            commands("report.apply", fix.apply());
            commands("report.verify", fix.verify());
            commands("report.undo", fix.undo());
            for (String never : fix.never()) {
                words.knowledge().fix(plan.topic(), fix.id(), "never." + never)
                        .ifPresent(why -> html.element("p", texts.get("report.never", why), "class", "never"));
            }
            html.close();
        }
    }

    private void commands(String key, List<String> commands) {
        if (!commands.isEmpty()) {
            html.element("h3", texts.get(key)).element("pre", String.join("\n", commands));
        }
    }

    private void checks(Report.Part part) {
        html.open("article").element("h2", texts.get("report.checks")).open("ul", "class", "checks");
        for (Report.RuledOut ruledOut : part.ruledOut()) {
            html.element("li", "✓ " + texts.get("report.ruled-out", words.title(ruledOut.topic(), ruledOut.cause()),
                    words.reason(ruledOut.topic(), ruledOut.reason())));
        }
        for (Report.Unassessed unassessed : part.unassessed()) {
            html.element("li", "? " + words.title(unassessed.topic(), unassessed.cause()) + " – "
                    + words.reasons(unassessed.topic(), unassessed.reasons()));
        }
        for (Report.NoiseCount noise : part.noise()) {
            html.element("li", "~ " + texts.count("report.noise", noise.count(),
                    words.knowledge().noise(noise.topic(), noise.noise()).orElse(noise.noise())));
        }
        for (Report.Unexplained left : part.unexplained()) {
            html.element("li", "! " + texts.count("report.unexplained", left.count(), Printable.of(left.provider()),
                    Integer.toString(left.id()), left.evidence()));
        }
        html.close().close();
    }

    private void evidence(Report.Part part, String anchor) {
        if (part.evidence().isEmpty()) {
            return;
        }
        html.open("article").element("h2", texts.get("report.evidence"));
        for (Report.Evidence item : part.evidence()) {
            html.open("details", "id", anchor + item.ref());
            html.open("summary").element("b", item.ref())
                    .text(" " + words.time(item.time()) + " " + Printable.of(item.channel()) + " #"
                            + Long.toUnsignedString(item.recordId()) + " " + Printable.of(item.provider()) + " "
                            + item.id())
                    .close();
            html.element("p", words.event(item));
            html.element("p",
                    Printable.of(item.source()) + (item.offset() < 0 ? "" : " @0x" + Long.toHexString(item.offset()))
                            + " – "
                            + Printable.of(item.computer()),
                    "class", "id");
            html.open("table");
            item.data().forEach(datum -> html.open("tr").element("th", Printable.of(datum.getKey()))
                    .element("td", Printable.of(datum.getValue())).close());
            html.close().close();
        }
        html.close();
    }

    private void coverage(Report.Part part) {
        html.open("article").element("h2", texts.get("report.read")).open("table");
        for (Report.MachineCoverage covered : part.coverage()) {
            html.open("tr").element("td", Printable.of(covered.coverage().channel()))
                    .element("td", texts.number(covered.coverage().records()), "class", "points")
                    .element("td", words.time(covered.coverage().first()) + " – "
                            + words.time(covered.coverage().last()))
                    .close();
        }
        html.close().close();
    }

    private void damage(Report report) {
        if (!report.problems().isEmpty()) {
            html.open("article").element("h2", texts.get("report.damaged")).open("ul");
            report.problems().stream().limit(200).forEach(problem -> html.element("li", words.problem(problem)));
            html.close().close();
        }
    }
}
