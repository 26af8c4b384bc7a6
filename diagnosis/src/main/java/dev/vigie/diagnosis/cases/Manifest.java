package dev.vigie.diagnosis.cases;

import dev.vigie.diagnosis.DiagnosisRequest;
import dev.vigie.diagnosis.DiagnosisRequest.Period;
import dev.vigie.diagnosis.cases.JsonObject.Mismatch;
import dev.vigie.diagnosis.knowledge.Area;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * {@code manifest.json}: what was asked and when, without the sources.
 *
 * @param request what was asked
 * @param made when the report was made
 */
record Manifest(DiagnosisRequest request, Instant made) {
    static final String NAME = "manifest.json";
    static final String SCHEMA = "vigie.case/1";

    void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            new JsonLines(out).line("case", json -> {
                json.text("schema", SCHEMA);
                json.text("made", made);
                json.texts("areas", request.areas().stream().map(Area::key).toList());
                switch (request.period()) {
                    case Period.Last last -> json.text("last", last.span().toString());
                    case Period.From from -> json.text("from", from.time());
                    case Period.All _ -> json.bool("everything", true);
                }
                json.text("now", request.now());
                json.texts("symptoms", request.symptoms());
                json.map("answers", request.answers());
            });
        }
    }

    static Manifest read(Path file) throws IOException {
        try {
            JsonObject json = JsonObject.parse(Files.readString(file));
            if (!json.text("schema").equals(SCHEMA)) {
                throw new Mismatch("schema " + json.text("schema") + " is not " + SCHEMA);
            }
            return read(json);
        } catch (Mismatch | DateTimeException e) {
            throw new CaseFormatException(NAME + ": " + e.getMessage(), e);
        }
    }

    private static Manifest read(JsonObject json) throws Mismatch {
        List<Area> areas = new ArrayList<>();
        for (String area : json.texts("areas")) {
            areas.add(Area.of(area).orElseThrow(() -> new Mismatch("unknown area " + area)));
        }
        Period period = json.has("last")
                ? new Period.Last(Duration.parse(json.text("last")))
                : json.has("from") ? new Period.From(json.time("from")) : Period.All.ALL;
        TreeMap<String, String> answers = new TreeMap<>();
        JsonObject given = json.object("answers");
        for (String fact : given.members().keySet()) {
            answers.put(fact, given.text(fact));
        }
        return new Manifest(new DiagnosisRequest(areas, List.of(), period, json.optionalTime("now"),
                json.texts("symptoms"), answers), json.time("made"));
    }
}
