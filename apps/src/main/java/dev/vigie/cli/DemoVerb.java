package dev.vigie.cli;

import dev.vigie.diagnosis.Diagnosis;
import dev.vigie.diagnosis.DiagnosisRequest;
import dev.vigie.diagnosis.knowledge.KnowledgeFiles;
import dev.vigie.diagnosis.report.Report;
import dev.vigie.lab.LabMachine;
import dev.vigie.lab.LabMachines;
import dev.vigie.lab.LabWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie demo}: writes the logs of a broken machine, diagnoses them and says what it did. */
@Command(name = "demo")
final class DemoVerb implements Callable<Integer> {
    private final Session session;

    @Option(names = "--dir", paramLabel = "DIR", descriptionKey = "demo.dir")
    private String folder = "";

    DemoVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Path logs = folder.isEmpty() ? Files.createTempDirectory("vigie-demo-") : session.terminal().path(folder);
        LabMachine machine = LabMachines.builtIn("demo").inLanguage(session.texts().language().code());
        session.tell("demo.writes", machine.name(), logs);
        List<Path> written = LabWriter.write(machine, logs);
        session.tell("demo.wrote",
                String.join(", ", written.stream().map(file -> file.getFileName().toString()).toList()));
        session.tell("demo.diagnoses", logs, command());
        session.terminal().err().println();
        try (OpenLogs open = new OpenLogs(session)) {
            open.add(List.of(logs.toString()), Optional.empty());
            DiagnosisRequest request = DiagnosisRequest.of(List.of(), open.inputs(open.progress()));
            Report report = Diagnosis.run(request, KnowledgeFiles.knowledge(), session.terminal().clock());
            ReportOutput.TEXT.write(report, session);
        }
        session.tell("demo.next", logs, command());
        return ExitCode.FINE;
    }

    /** How the user started Vigie, as the launcher of a checkout tells. */
    private String command() {
        return session.terminal().environment().getOrDefault("VIGIE_COMMAND", "vigie");
    }
}
