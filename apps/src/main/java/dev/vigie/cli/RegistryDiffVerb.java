package dev.vigie.cli;

import dev.vigie.formats.registry.EditableKey;
import dev.vigie.formats.registry.RegistryKey;
import dev.vigie.formats.registry.RegistryValue;
import dev.vigie.rendering.Printable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie registry diff}: what was added, removed and changed between two registries. */
@Command(name = "diff")
final class RegistryDiffVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "BEFORE", descriptionKey = "registry.diff.before")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", descriptionKey = "registry.diff.after")
    private String after = "";

    @Option(names = "--below", paramLabel = "KEY", descriptionKey = "registry.key")
    private String key = "";

    private String above = "";
    private long differences;

    RegistryDiffVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        RegistryInputs inputs = new RegistryInputs(session);
        RegistryInputs.Registry first = inputs.open(before);
        RegistryInputs.Registry second = inputs.open(after);
        try (PrintStream out = session.terminal().lines()) {
            RegistryKey old = first.key(key);
            above = old.path().isEmpty() ? "" : old.path() + '\\';
            // Copies are trees with quick look-up whatever the lists of a damaged hive hold.
            compare(EditableKey.copyOf(old), EditableKey.copyOf(second.key(key)), out);
        }
        RegistryDamage damage = new RegistryDamage(session);
        damage.tell(first);
        damage.tell(second);
        return differences == 0 ? ExitCode.FINE : ExitCode.FOUND;
    }

    private void compare(RegistryKey old, RegistryKey now, PrintStream out) {
        for (RegistryValue value : old.values()) {
            Optional<RegistryValue> other = now.value(value.name());
            if (!other.equals(Optional.of(value))) {
                value('-', old, value, out);
                other.ifPresent(changed -> value('+', old, changed, out));
            }
        }
        now.values().stream().filter(value -> old.value(value.name()).isEmpty())
                .forEach(value -> value('+', now, value, out));
        for (RegistryKey below : old.subkeys()) {
            now.subkey(below.name()).ifPresentOrElse(other -> compare(below, other, out),
                    () -> whole('-', below, out));
        }
        now.subkeys().stream().filter(below -> old.subkey(below.name()).isEmpty())
                .forEach(below -> whole('+', below, out));
    }

    private void whole(char sign, RegistryKey all, PrintStream out) {
        for (RegistryKey next : all.tree()) {
            line(sign, next.path() + '\\', out);
            next.values().forEach(value -> value(sign, next, value, out));
        }
    }

    private void value(char sign, RegistryKey owner, RegistryValue value, PrintStream out) {
        line(sign, owner.path() + "  " + RegistryText.line(value), out);
    }

    private void line(char sign, String text, PrintStream out) {
        out.println(sign + " " + Printable.of(above + text));
        differences++;
    }
}
