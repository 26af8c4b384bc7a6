package dev.vigie.cli;

import dev.vigie.diagnosis.knowledge.KnowledgeFiles;
import dev.vigie.diagnosis.sigma.SymptomRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code vigie sigma export}: our own signals as Sigma rules, for other tools. */
@Command(name = "export")
final class SigmaExportVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "DIR", descriptionKey = "sigma.export.dir")
    private String folder = "";

    SigmaExportVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        // Rules are shared between tools and people, and English is the language they are shared in.
        SymptomRules rules = SymptomRules.of(KnowledgeFiles.knowledge(), KnowledgeFiles.texts("en"));
        Path target = session.terminal().path(folder);
        Files.createDirectories(target);
        for (SymptomRules.Written rule : rules.written()) {
            Files.writeString(target.resolve(rule.fileName()), rule.content(), StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE_NEW);
        }
        session.tell("sigma.export.done", rules.written().size(), target, rules.left().size());
        for (SymptomRules.Left left : rules.left()) {
            session.tell("sigma.export.left", left.topic() + "." + left.signal(),
                    session.texts().get("sigma.export." + left.reason().key()));
        }
        return ExitCode.FINE;
    }
}
