package dev.vigie.formats.registry;

import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.SecurityDescriptor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A key in memory that can be changed, with all that is below it: what {@link HiveWriter} and {@link RegFileWriter} are
 * given. Subkeys come in the order of their names, as a hive has them. For one thread at a time.
 */
public final class EditableKey implements RegistryKey {
    /** What Windows allows. */
    static final int MOST_LEVELS = 512;
    private final String name;
    private final @Nullable EditableKey parent;
    private final int level;
    private final SequencedMap<String, EditableKey> subkeys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final SequencedMap<String, RegistryValue> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable FileTime lastWritten;
    private @Nullable String className;
    private @Nullable SecurityDescriptor security;

    private EditableKey(String name, @Nullable EditableKey parent) {
        this.name = name;
        this.parent = parent;
        level = parent == null ? 0 : parent.level + 1;
        if (level > MOST_LEVELS) {
            throw new IllegalArgumentException("more than " + MOST_LEVELS + " levels of keys");
        }
    }

    /** An empty registry; its top has no name. */
    public static EditableKey root() {
        return new EditableKey("", null);
    }

    /** A copy of a key and everything below it that can be read, as the top of a registry of its own. */
    public static EditableKey copyOf(RegistryKey key) {
        EditableKey copy = root();
        copy.take(key);
        return copy;
    }

    /**
     * Copies everything of another key into this one; values of the same name are replaced.
     *
     * @throws IllegalArgumentException when that makes more levels of keys than Windows allows
     */
    public void take(RegistryKey key) {
        Map<RegistryKey, EditableKey> copies = new HashMap<>();
        for (RegistryKey next : key.tree()) {
            EditableKey copy = next.parent().map(copies::get).map(above -> above.below(next.name())).orElse(this);
            copies.put(next, copy);
            next.lastWritten().ifPresent(copy::setLastWritten);
            next.className().ifPresent(copy::setClassName);
            next.security().ifPresent(copy::setSecurity);
            next.values().forEach(copy::set);
        }
    }

    /**
     * The key at a path below this one; it and those above it are created when they do not exist.
     *
     * @throws IllegalArgumentException when that makes more levels of keys than Windows allows, 512
     */
    public EditableKey create(String path) {
        EditableKey key = this;
        for (String part : path.split("\\\\", -1)) {
            if (!part.isEmpty()) {
                key = key.below(part);
            }
        }
        return key;
    }

    private EditableKey below(String childName) {
        return subkeys.computeIfAbsent(childName, absent -> new EditableKey(absent, this));
    }

    /** Sets a value, in the place of one that has the same name in any case. */
    public EditableKey set(RegistryValue value) {
        values.remove(value.name());
        values.put(value.name(), value);
        return this;
    }

    /** Removes a value, when it is there. */
    public void removeValue(String valueName) {
        values.remove(valueName);
    }

    /** Removes the key at a path below this one with everything below it, when it is there. */
    public void remove(String path) {
        if (find(path) instanceof Lookup.Found<RegistryKey>(RegistryKey found) && found instanceof EditableKey key
                && key.parent != null) {
            key.parent.subkeys.remove(key.name);
        }
    }

    /** States when the key was last changed. */
    public void setLastWritten(FileTime time) {
        lastWritten = time;
    }

    /** Gives the key a class name. */
    public void setClassName(String name) {
        className = name;
    }

    /** Gives the key a security descriptor. */
    public void setSecurity(SecurityDescriptor descriptor) {
        security = descriptor;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<RegistryKey> parent() {
        return Optional.ofNullable(parent);
    }

    @Override
    public String path() {
        if (parent == null) {
            return "";
        }
        String above = parent.path();
        return above.isEmpty() ? name : above + '\\' + name;
    }

    @Override
    public Optional<FileTime> lastWritten() {
        return Optional.ofNullable(lastWritten);
    }

    @Override
    public Optional<String> className() {
        return Optional.ofNullable(className);
    }

    @Override
    public Optional<SecurityDescriptor> security() {
        return Optional.ofNullable(security);
    }

    @Override
    public List<RegistryKey> subkeys() {
        return List.copyOf(subkeys.sequencedValues());
    }

    @Override
    public List<RegistryValue> values() {
        return List.copyOf(values.sequencedValues());
    }

    @Override
    public Optional<RegistryKey> subkey(String subkeyName) {
        return Optional.ofNullable(subkeys.get(subkeyName));
    }

    @Override
    public Optional<RegistryValue> value(String valueName) {
        return Optional.ofNullable(values.get(valueName));
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    Collection<EditableKey> children() {
        return subkeys.sequencedValues();
    }

    @Override
    public Iterable<RegistryKey> tree() {
        return () -> all().iterator();
    }

    /** This key and all below it. */
    private Stream<RegistryKey> all() {
        return Stream.concat(Stream.of(this), subkeys.sequencedValues().stream().flatMap(EditableKey::all));
    }

    /** The path, for logs and tests. */
    @Override
    public String toString() {
        return path();
    }
}
