package dev.vigie.cli;

import dev.vigie.formats.registry.RegistryKey;
import dev.vigie.formats.registry.RegistryType;
import dev.vigie.formats.registry.RegistryValue;
import dev.vigie.rendering.Printable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie registry get}: the values of a key, or the data of one of them alone. */
@Command(name = "get")
final class RegistryGetVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "HIVE|FILE.reg", descriptionKey = "registry.file")
    private String file = "";

    @Parameters(index = "1", paramLabel = "KEY", descriptionKey = "registry.key")
    private String key = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "VALUE", descriptionKey = "registry.get.value")
    private @Nullable String valueName;

    @Option(names = "--raw", descriptionKey = "registry.get.raw")
    private boolean raw;

    RegistryGetVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        RegistryInputs.Registry registry = new RegistryInputs(session).open(file);
        RegistryKey found = registry.key(key);
        if (valueName == null) {
            try (PrintStream out = session.terminal().lines()) {
                found.values().forEach(value -> out.println(RegistryText.line(value)));
            }
        } else {
            print(value(found, valueName));
        }
        new RegistryDamage(session).tell(registry);
        return ExitCode.FINE;
    }

    private RegistryValue value(RegistryKey found, String name) {
        Optional<RegistryValue> value = found.value(name);
        return value.orElseThrow(() -> found.isComplete()
                ? Refusal.input("registry.no-value", name, key)
                : Refusal.input("registry.unreadable-value", name, key));
    }

    /** The data alone, for scripts: text as it is, a list of texts a line each. */
    private void print(RegistryValue value) {
        try (PrintStream out = session.terminal().lines()) {
            if (raw) {
                out.writeBytes(value.data().toBytes());
            } else if (value.typeCode() == RegistryType.MULTI_SZ.code()) {
                value.texts().forEach(text -> out.println(Printable.of(text)));
            } else {
                out.println(Printable.of(RegistryText.data(value)));
            }
        }
    }
}
