package dev.vigie.cli;

import dev.vigie.formats.registry.RegistryKey;
import dev.vigie.formats.windows.SecurityDescriptor;
import dev.vigie.rendering.Printable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie registry ls}: the keys and values below a key. */
@Command(name = "ls")
final class RegistryLsVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "HIVE|FILE.reg", descriptionKey = "registry.file")
    private String file = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "KEY", descriptionKey = "registry.key")
    private String key = "";

    @Option(names = "--depth", paramLabel = "N", descriptionKey = "registry.ls.depth")
    private int depth = 1;

    @Option(names = {"-l", "--long"}, descriptionKey = "registry.ls.long")
    private boolean details;

    private final Set<RegistryKey> shown = new HashSet<>();

    RegistryLsVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        RegistryInputs.Registry registry = new RegistryInputs(session).open(file);
        RegistryKey start = registry.key(key);
        try (PrintStream out = session.terminal().lines()) {
            list(start, depth, out);
        }
        new RegistryDamage(session).tell(registry);
        return start.isComplete() ? ExitCode.FINE : ExitCode.COULD_NOT_CHECK;
    }

    /** A hive whose damaged lists share keys shows them once. */
    private void list(RegistryKey parent, int levels, PrintStream out) {
        shown.add(parent);
        parent.values().forEach(value -> out.println("  " + RegistryText.line(value)));
        for (RegistryKey below : parent.subkeys()) {
            out.println(Printable.of(below.path() + '\\') + (details ? details(below) : ""));
            if (levels > 1 && !shown.contains(below)) {
                list(below, levels - 1, out);
            }
        }
    }

    private static String details(RegistryKey below) {
        StringBuilder text = new StringBuilder();
        below.lastWritten().ifPresent(time -> text.append("  ").append(time));
        below.className().ifPresent(name -> text.append("  [").append(Printable.of(name)).append(']'));
        below.security().map(SecurityDescriptor::toSddl).ifPresent(sddl -> text.append("  ").append(sddl));
        return text.toString();
    }
}
