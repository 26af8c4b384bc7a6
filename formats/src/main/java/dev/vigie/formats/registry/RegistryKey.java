package dev.vigie.formats.registry;

import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.SecurityDescriptor;
import java.util.List;
import java.util.Optional;

/**
 * A key of a registry, wherever it was read. Names are compared without case, as Windows does; nothing relies on the
 * order or the hashes a file states.
 */
public interface RegistryKey {
    /** The name of the key alone, as it was written. */
    String name();

    /** The names from the top of what was read, joined with backslashes; the top itself is the empty string. */
    String path();

    /** The key directly above; empty for the top of what was read. */
    Optional<RegistryKey> parent();

    /** When the key itself, not what is below it, was last changed; empty where the source does not say. */
    Optional<FileTime> lastWritten();

    /** The class name, which few keys have. */
    Optional<String> className();

    /** The security descriptor; empty where the source has none or it cannot be read. */
    Optional<SecurityDescriptor> security();

    /** The keys directly below that can be read, in the order of the source. */
    List<RegistryKey> subkeys();

    /** The values that can be read, in the order of the source. */
    List<RegistryValue> values();

    /** Whether {@link #subkeys()} and {@link #values()} are all there are; when not, what is missing may exist. */
    boolean isComplete();

    /**
     * This key and every key below it, each once, a key before those below it. Damaged or hostile hives, whose lists run
     * in circles or share keys, end too; the time is bounded by the size of the file.
     */
    Iterable<RegistryKey> tree();

    /** The key directly below with this name; the first when a damaged hive has several. */
    default Optional<RegistryKey> subkey(String name) {
        return subkeys().stream().filter(key -> key.name().equalsIgnoreCase(name)).findFirst();
    }

    /** The value with this name; the empty name is the default value. */
    default Optional<RegistryValue> value(String name) {
        return values().stream().filter(value -> value.name().equalsIgnoreCase(name)).findFirst();
    }

    /**
     * The key at a path below this one.
     *
     * @param path names joined with backslashes; the empty path is this key
     */
    default Lookup<RegistryKey> find(String path) {
        RegistryKey key = this;
        for (String name : path.split("\\\\", -1)) {
            if (!name.isEmpty()) {
                Optional<RegistryKey> below = key.subkey(name);
                if (below.isEmpty()) {
                    return key.isComplete() ? new Lookup.Missing<>(key.path()) : new Lookup.Unreadable<>(key.path());
                }
                key = below.get();
            }
        }
        return new Lookup.Found<>(key);
    }

    /** The value with a name of the key at a path below this one. */
    default Lookup<RegistryValue> find(String path, String valueName) {
        return switch (find(path)) {
            case Lookup.Found<RegistryKey>(RegistryKey key) -> key.value(valueName)
                    .<Lookup<RegistryValue>>map(Lookup.Found::new).orElseGet(() -> key.isComplete()
                            ? new Lookup.Missing<>(key.path())
                            : new Lookup.Unreadable<>(key.path()));
            case Lookup.Missing<RegistryKey>(String nearest) -> new Lookup.Missing<>(nearest);
            case Lookup.Unreadable<RegistryKey>(String nearest) -> new Lookup.Unreadable<>(nearest);
        };
    }
}
