package dev.vigie.formats.events.messages;

import dev.vigie.formats.Problem;
import dev.vigie.formats.registry.Hive;
import dev.vigie.formats.registry.Lookup;
import dev.vigie.formats.registry.RegFile;
import dev.vigie.formats.registry.RegistryKey;
import dev.vigie.formats.registry.RegistryValue;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Takes from registries in files which provider uses which message files: from .reg text and from hives. */
final class RegistryProviders {
    private static final Charset ANSI = Charset.forName("windows-1252");
    private static final String PUBLISHERS = "Microsoft\\Windows\\CurrentVersion\\WINEVT\\Publishers";
    private static final String SOURCES = "Services\\EventLog";
    private final ProviderRegistry providers;
    private final Consumer<Problem> problems;

    RegistryProviders(ProviderRegistry providers, Consumer<Problem> problems) {
        this.providers = providers;
        this.problems = problems;
    }

    /** Takes an export, which may hold any keys. */
    void takeText(String name, byte[] file) {
        RegFile text = RegFile.read(name, file, ANSI);
        text.problems().forEach(problems);
        take(text.toRegistry());
    }

    /** Takes what a SOFTWARE or SYSTEM hive says of providers; any other hive says nothing of them. */
    void takeHive(Path file) throws IOException {
        Hive hive = Hive.open(file);
        take(hive.root().find(PUBLISHERS));
        if (hive.currentControlSet() instanceof Lookup.Found<RegistryKey>(RegistryKey controlSet)) {
            take(controlSet.find(SOURCES));
        }
        hive.problems().forEach(problems);
    }

    private void take(Lookup<RegistryKey> looked) {
        if (looked instanceof Lookup.Found<RegistryKey>(RegistryKey key)) {
            take(key);
        }
    }

    private void take(RegistryKey key) {
        Map<String, String> texts = new HashMap<>();
        for (RegistryValue value : key.values()) {
            value.text().ifPresent(text -> texts.put(value.name().toLowerCase(Locale.ROOT), text));
        }
        providers.key(key.path(), texts);
        key.subkeys().forEach(this::take);
    }
}
