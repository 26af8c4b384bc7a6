package dev.vigie.cli;

import dev.vigie.diagnosis.report.KnowledgeTexts;
import dev.vigie.diagnosis.report.Report;
import dev.vigie.diagnosis.report.ReportJson;
import dev.vigie.rendering.ReportHtml;
import dev.vigie.rendering.ReportJUnit;
import dev.vigie.rendering.ReportText;
import dev.vigie.rendering.ReportWords;
import dev.vigie.rendering.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The forms in which a report is printed. */
enum ReportOutput {
    TEXT, JSON, HTML, JUNIT;

    private static final int MIN_WIDTH = 60;
    private static final int MAX_WIDTH = 140;
    private static final int USUAL_WIDTH = 100;

    static ReportOutput of(String name) {
        for (ReportOutput output : values()) {
            if (output.name().equalsIgnoreCase(name)) {
                return output;
            }
        }
        throw Refusal.usage("error.unknown-format", name, "text, json, html, junit");
    }

    void write(Report report, Session session) throws IOException {
        ReportWords words = new ReportWords(session.texts(),
                KnowledgeTexts.of(session.texts().language().locale()));
        try (OutputStream out = new Output(session.terminal().out())) {
            switch (this) {
                case TEXT -> out.write(ReportText
                        .of(report, words, session.terminal().colour() ? Style.COLOUR : Style.PLAIN, width(session))
                        .getBytes(StandardCharsets.UTF_8));
                case JSON -> json(report, words, out);
                case HTML -> out.write(ReportHtml.of(report, words).getBytes(StandardCharsets.UTF_8));
                case JUNIT -> ReportJUnit.write(report, words, out);
            }
        }
    }

    private static void json(Report report, ReportWords words, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        ReportJson.write(report, writer, words.forReports());
        writer.write('\n');
        writer.flush();
    }

    private static int width(Session session) {
        String columns = session.terminal().environment().getOrDefault("COLUMNS", "");
        return columns.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(columns), MIN_WIDTH, MAX_WIDTH) : USUAL_WIDTH;
    }
}
