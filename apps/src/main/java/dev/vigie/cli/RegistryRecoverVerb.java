package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.registry.Hive;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie registry recover}: a hive, completed from its transaction logs, as a clean hive for other programs. */
@Command(name = "recover")
final class RegistryRecoverVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "HIVE", descriptionKey = "registry.recover.file")
    private String file = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "registry.recover.out")
    private String target = "";

    RegistryRecoverVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Hive hive = new RegistryInputs(session).openHive(file);
        if (hive.baseBlock().isDirty()) {
            throw Refusal.input("registry.recover.no-log", file);
        }
        Collection<Problem> found = hive.problems();
        write(hive, session.terminal().path(target));
        found.forEach(problem -> session.tell("registry.damage", problem.place(), session.texts().problem(problem)));
        session.tell("registry.recover.done", target);
        return ExitCode.FINE;
    }

    private static void write(Hive hive, Path path) throws IOException {
        try (OutputFile output = new OutputFile(path, false)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(output.temporary()))) {
                hive.writeTo(out);
            }
            output.finish();
        } catch (FileAlreadyExistsException e) {
            throw Refusal.usage("error.would-overwrite", path);
        }
    }
}
