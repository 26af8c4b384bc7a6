package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.Severity;
import dev.vigie.formats.registry.RegistryKey;
import dev.vigie.rendering.Printable;
import dev.vigie.rendering.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code vigie registry check}: what of each hive could be read, whether it was shut down cleanly, what is damaged. */
@Command(name = "check")
final class RegistryCheckVerb implements Callable<Integer> {
    private final Session session;
    private final Texts texts;

    @Parameters(arity = "1..*", paramLabel = "HIVE|FILE.reg", descriptionKey = "registry.file")
    private List<String> files = List.of();

    RegistryCheckVerb(Session session) {
        this.session = session;
        this.texts = session.texts();
    }

    @Override
    public Integer call() throws IOException {
        boolean damaged = false;
        RegistryInputs inputs = new RegistryInputs(session);
        try (PrintStream out = session.terminal().lines()) {
            for (String file : files) {
                damaged |= check(inputs.open(file), out);
            }
        }
        return damaged ? ExitCode.FOUND : ExitCode.FINE;
    }

    private boolean check(RegistryInputs.Registry registry, PrintStream out) {
        long keys = 0;
        long values = 0;
        for (RegistryKey key : registry.root().tree()) {
            keys++;
            values += key.values().size();
            key.security();
        }
        out.println(Printable.of(registry.name()) + ": " + texts.get("registry.check.counts", keys, values));
        List<Problem> problems = RegistryDamage.sorted(registry);
        problems.forEach(problem -> out
                .println("  " + texts.get("severity." + problem.severity().name().toLowerCase(Locale.ROOT)) + "  "
                        + Printable.of(problem.place() + ": " + texts.problem(problem))));
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.DAMAGE);
    }
}
