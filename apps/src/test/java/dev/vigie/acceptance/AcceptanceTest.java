package dev.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.diagnosis.Diagnosis;
import dev.vigie.diagnosis.DiagnosisRequest;
import dev.vigie.diagnosis.facts.EventInput;
import dev.vigie.diagnosis.facts.Role;
import dev.vigie.diagnosis.knowledge.Area;
import dev.vigie.diagnosis.knowledge.Knowledge;
import dev.vigie.diagnosis.knowledge.KnowledgeFiles;
import dev.vigie.diagnosis.report.Report;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.lab.LabMachine;
import dev.vigie.lab.LabNode;
import dev.vigie.lab.LabWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The acceptance table: every scenario through real logs, on an English and a French machine. */
class AcceptanceTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final Knowledge KNOWLEDGE = KnowledgeFiles.knowledge();

    static Stream<AcceptanceRow> rows() throws IOException {
        Path folder = Path.of("src/test/resources/acceptance");
        List<AcceptanceRow> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String yaml = Files.readString(file, StandardCharsets.UTF_8);
                LabNode.parse(file.getFileName().toString(), yaml).items()
                        .forEach(row -> rows.add(AcceptanceRow.of(row)));
            }
        }
        return rows.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void row_givesWhatTheTableSays(AcceptanceRow row, @TempDir Path folder) throws Exception {
        Report english = diagnose(row, "en", row.saw(), folder.resolve("en"));
        check(row, part(row, english));
        Report french = diagnose(row, "fr", row.saw(), folder.resolve("fr"));
        assertThat(outline(french)).as("%s: a French machine", row.where()).isEqualTo(outline(english));
        if (!row.saw().isEmpty()) {
            Report silent = diagnose(row, "en", List.of(), folder.resolve("silent"));
            assertThat(verdicts(part(row, silent))).as("%s: what the user typed weighs nothing", row.where())
                    .isEqualTo(verdicts(part(row, english)));
        }
    }

    private static void check(AcceptanceRow row, Report.Part part) {
        AcceptanceRow.Expectation expect = row.expect();
        assertThat(verdicts(part)).as("%s: causes with a word", row.where())
                .containsExactlyInAnyOrderEntriesOf(expect.causes());
        assertThat(part.status().key()).as("%s: status", row.where()).isEqualTo(expect.status());
        assertThat(part.ruledOut().stream().map(Report.RuledOut::cause)).as("%s: ruled out", row.where())
                .containsAll(expect.ruledOut());
        assertThat(part.unassessed().stream().map(Report.Unassessed::cause)).as("%s: not assessable", row.where())
                .containsAll(expect.unassessed());
        expect.next().ifPresent(fact -> {
            assertThat(part.question().map(Report.Question::fact)).as("%s: next question", row.where())
                    .contains(fact);
            assertThat(part.question().flatMap(Report.Question::ask)).as("%s: its command", row.where()).isPresent();
        });
    }

    private static Report.Part part(AcceptanceRow row, Report report) {
        assertThat(report.parts()).as("%s: parts", row.where()).hasSize(1);
        return report.parts().getFirst();
    }

    private static Map<String, String> verdicts(Report.Part part) {
        Map<String, String> words = new LinkedHashMap<>();
        part.verdicts().forEach(verdict -> words.put(verdict.cause(), verdict.word().key()));
        return words;
    }

    /** What must not depend on the machine's language: everything but data that Windows wrote as sentences. */
    private static String outline(Report report) {
        StringBuilder outline = new StringBuilder();
        for (Report.Part part : report.parts()) {
            outline.append(part.status()).append('\n');
            part.verdicts().forEach(verdict -> outline.append("%s %s %s %s %s%n".formatted(verdict.cause(),
                    verdict.word(), verdict.score(), verdict.lead(), verdict.rival())));
            part.ruledOut().forEach(item -> outline.append(item).append('\n'));
            part.unassessed().forEach(item -> outline.append(item).append('\n'));
            part.question().ifPresent(question -> outline.append(question).append('\n'));
            part.noise().forEach(item -> outline.append(item).append('\n'));
            part.unexplained().forEach(item -> outline.append(item).append('\n'));
            part.evidence().forEach(item -> outline.append("%s %s %s %s%n".formatted(item.ref(), item.provider(),
                    item.id(), item.time())));
            part.fixes().forEach(item -> outline.append(item).append('\n'));
        }
        return outline.toString();
    }

    private static Report diagnose(AcceptanceRow row, String language, List<String> saw, Path folder)
            throws Exception {
        List<EventInput> inputs = new ArrayList<>();
        try {
            for (LabMachine machine : row.machines()) {
                Optional<Role> role = Optional.ofNullable(machine.role())
                        .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)));
                Path logs = folder.resolve(machine.name());
                for (Path file : LabWriter.write(machine.inLanguage(language), logs)) {
                    inputs.add(new EventInput(EvtxFile.open(file), role));
                }
            }
            List<Area> areas = Area.of(row.verb()).map(List::of).orElse(List.of());
            return Diagnosis.run(DiagnosisRequest.of(areas, inputs).withSymptoms(saw), KNOWLEDGE, CLOCK);
        } finally {
            for (EventInput input : inputs) {
                input.source().close();
            }
        }
    }
}
