package dev.vigie.diagnosis.cases;

import dev.vigie.diagnosis.Diagnosis;
import dev.vigie.diagnosis.DiagnosisRequest;
import dev.vigie.diagnosis.facts.GatheredLogs;
import dev.vigie.diagnosis.knowledge.Knowledge;
import dev.vigie.diagnosis.report.Report;
import dev.vigie.diagnosis.report.ReportJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A case: one run that was kept in a folder, and can be reasoned about again anywhere, without its sources.
 *
 * <p>The folder holds {@code manifest.json} (what was asked), {@code facts.jsonl} (what was gathered: the events that were
 * kept, and how much of each log was read) and {@code report.json}. It holds what the logs hold of people, machines and
 * addresses.
 *
 * @param request what was asked, without the sources
 * @param logs what was gathered
 * @param made when the report was made
 */
public record Case(DiagnosisRequest request, GatheredLogs logs, Instant made) {
    private static final String REPORT = "report.json";

    /** Writes a case into a folder, which is made when it does not exist; files of an older case there are replaced. */
    public static void write(Path folder, DiagnosisRequest request, GatheredLogs logs, Report report)
            throws IOException {
        Files.createDirectories(folder);
        new Manifest(request, report.made()).write(folder.resolve(Manifest.NAME));
        FactsFile.write(logs, folder.resolve(FactsFile.NAME));
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(REPORT))) {
            ReportJson.write(report, out);
        }
    }

    /**
     * Reads a case.
     *
     * @throws CaseFormatException when the folder is no case of this version
     */
    public static Case open(Path folder) throws IOException {
        Manifest manifest = Manifest.read(folder.resolve(Manifest.NAME));
        return new Case(manifest.request(), FactsFile.read(folder.resolve(FactsFile.NAME)), manifest.made());
    }

    /** Reasons again; with the same knowledge the report is the same. */
    public Report report(Knowledge knowledge) {
        return Diagnosis.reason(request, logs, knowledge, made);
    }
}
