package dev.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vigie.diagnosis.Diagnosis;
import dev.vigie.diagnosis.DiagnosisRequest;
import dev.vigie.diagnosis.DiagnosisRequest.Period;
import dev.vigie.diagnosis.facts.EventInput;
import dev.vigie.diagnosis.facts.GatheredLogs;
import dev.vigie.diagnosis.facts.LogEvent;
import dev.vigie.diagnosis.facts.MachineLogs;
import dev.vigie.diagnosis.knowledge.Knowledge;
import dev.vigie.diagnosis.knowledge.KnowledgeFiles;
import dev.vigie.diagnosis.reasoning.Word;
import dev.vigie.diagnosis.report.Report;
import dev.vigie.formats.events.evtx.EvtxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Real logs: what is found on each computer is fixed in {@code real-logs.tsv}, and logs of machines that nobody called
 * broken give no Likely and no Confirmed.
 *
 * <p>When knowledge grows, run with {@code -Dvigie.snapshot=write} and read the difference line by line.
 */
class RealLogsTest {
    private static final Path SNAPSHOT = Path.of("src/test/resources/real-logs.tsv");
    private static final Instant MADE = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void everyComputerOfTheSamples_givesWhatTheSnapshotSays() throws Exception {
        List<Path> files = samples();
        List<EventInput> inputs = new ArrayList<>();
        try {
            for (Path file : files) {
                inputs.add(EventInput.of(EvtxFile.open(file)));
            }
            Knowledge knowledge = KnowledgeFiles.knowledge();
            DiagnosisRequest request = DiagnosisRequest.of(List.of(), inputs).withPeriod(Period.All.ALL);
            GatheredLogs logs = Diagnosis.gather(request, knowledge);
            Report report = Diagnosis.reason(request, logs, knowledge, MADE);
            System.out.println("vigie.samples: diagnosed " + report.parts().size() + " computers from " + files.size()
                    + " event logs");
            compare(snapshot(logs, report));
            assertThat(report.parts()).allSatisfy(part -> assertThat(part.verdicts())
                    .noneMatch(verdict -> verdict.word() == Word.LIKELY || verdict.word() == Word.CONFIRMED));
        } finally {
            for (EventInput input : inputs) {
                input.source().close();
            }
        }
    }

    private static List<Path> samples() throws IOException {
        String explicit = System.getProperty("vigie.samples", "");
        Path folder = Path.of(explicit.isEmpty() ? System.getProperty("vigie.samples.default", "") : explicit, "evtx");
        assumeTrue(!explicit.isEmpty() || Files.isDirectory(folder), () -> "no samples in " + folder);
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(".evtx")).sorted().toList();
        }
    }

    private static List<String> snapshot(GatheredLogs logs, Report report) {
        List<String> lines = new ArrayList<>();
        for (Report.Part part : report.parts()) {
            List<String> names = part.machines().getFirst().names();
            MachineLogs machine = logs.machines().stream().filter(other -> other.names().equals(names)).findFirst()
                    .orElseThrow();
            String verdicts = part.verdicts().stream().map(verdict -> verdict.cause() + "=" + verdict.word().key())
                    .collect(Collectors.joining(","));
            lines.add(String.join("\t", String.join("/", names), part.status().key(), verdicts, events(machine)));
        }
        lines.sort(String::compareTo);
        return lines;
    }

    /** The events that knowledge asks for, each record counted once: {@code WinRM 10149 x28}. */
    private static String events(MachineLogs machine) {
        Set<LogEvent> seen = new HashSet<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (MachineLogs.KeptEvents kept : machine.kept().values()) {
            for (LogEvent event : kept.events()) {
                if (seen.add(event)) {
                    String provider = event.provider().replace("Microsoft-Windows-", "");
                    counts.merge(provider + " " + event.id(), 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream().map(entry -> entry.getKey() + " x" + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static void compare(List<String> lines) throws IOException {
        if (System.getProperty("vigie.snapshot", "").equals("write")) {
            Files.write(SNAPSHOT, lines);
        }
        assertThat(lines).containsExactlyElementsOf(Files.readAllLines(SNAPSHOT));
    }
}
