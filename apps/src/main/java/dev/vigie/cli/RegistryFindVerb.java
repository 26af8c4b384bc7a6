package dev.vigie.cli;

import dev.vigie.formats.registry.RegistryKey;
import dev.vigie.formats.registry.RegistryValue;
import dev.vigie.rendering.Printable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie registry find}: keys and values that hold a text in their name or data, without case. */
@Command(name = "find")
final class RegistryFindVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "HIVE|FILE.reg", descriptionKey = "registry.file")
    private String file = "";

    @Parameters(index = "1", paramLabel = "TEXT", descriptionKey = "registry.find.text")
    private String text = "";

    @Option(names = "--below", paramLabel = "KEY", descriptionKey = "registry.key")
    private String key = "";

    @Option(names = "--names", descriptionKey = "registry.find.names")
    private boolean namesOnly;

    private long found;

    RegistryFindVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        RegistryInputs.Registry registry = new RegistryInputs(session).open(file);
        String wanted = text.toLowerCase(Locale.ROOT);
        try (PrintStream out = session.terminal().lines()) {
            for (RegistryKey next : registry.key(key).tree()) {
                look(next, wanted, out);
            }
        }
        new RegistryDamage(session).tell(registry);
        return found > 0 ? ExitCode.FINE : ExitCode.FOUND;
    }

    private void look(RegistryKey next, String wanted, PrintStream out) {
        if (holds(next.name(), wanted)) {
            out.println(Printable.of(next.path() + '\\'));
            found++;
        }
        for (RegistryValue value : next.values()) {
            if (holds(value.name(), wanted) || !namesOnly && holds(RegistryText.data(value), wanted)) {
                out.println(Printable.of(next.path()) + "  " + RegistryText.line(value));
                found++;
            }
        }
    }

    private static boolean holds(String where, String wanted) {
        return where.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
