package dev.vigie.diagnosis.report;

import dev.vigie.diagnosis.knowledge.Area;
import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** The JSON form of a report ({@link Report#SCHEMA}), described by {@code vigie.report-1.schema.json}. */
public final class ReportJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ReportJson() {
    }

    /** Writes a report without texts; the writer is flushed and stays open. */
    public static void write(Report report, Writer out) {
        write(report, out, null);
    }

    /** Writes a report with texts beside the codes; the writer is flushed and stays open. */
    public static void write(Report report, Writer out, @Nullable Texts texts) {
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
        JsonGenerator json = FACTORY.createGenerator(context, out);
        json.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
        new Writing(new JsonFields(json), texts).report(report);
        json.close();
    }

    private static final class Writing {
        private final JsonFields json;
        private final PartJson parts;
        private final Optional<Texts> texts;

        Writing(JsonFields json, @Nullable Texts texts) {
            this.json = json;
            this.texts = Optional.ofNullable(texts);
            this.parts = new PartJson(json, this.texts);
        }

        void report(Report report) {
            json.object(() -> {
                json.text("schema", Report.SCHEMA);
                json.text("made", report.made());
                json.text("now", report.now());
                json.text("since", report.since());
                json.text("status", report.status().key());
                json.texts("areas", report.areas().stream().map(Area::key).toList());
                json.objects("parts", report.parts(), parts::part);
                json.objects("sources", report.sources(), this::source);
                json.objects("problems", report.problems(), this::problem);
            });
        }

        private void source(Report.Source source) {
            GatheredJson.source(source.summary(), json);
            json.text("sha256", source.sha256());
        }

        private void problem(Problem problem) {
            json.text("code", problem.code().key());
            json.text("severity", problem.severity().name().toLowerCase(Locale.ROOT));
            json.text("source", problem.place().source());
            if (problem.place().offset() != Place.NO_OFFSET) {
                json.number("offset", problem.place().offset());
            }
            if (problem.place().record() != Place.NO_RECORD) {
                json.number("record", problem.place().record());
            }
            json.values("arguments", problem.arguments());
            json.text("text", texts.flatMap(known -> known.problem(problem)));
        }
    }
}
