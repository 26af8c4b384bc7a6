package dev.vigie.formats.registry;

/** One change a .reg file asks for. Paths begin with the name of a root, such as {@code HKEY_LOCAL_MACHINE}. */
public sealed interface RegEdit {
    /** The path of the key that is changed. */
    String path();

    /** The change made to a registry in memory. */
    void applyTo(EditableKey root);

    /**
     * Creates a key, or leaves it as it is.
     *
     * @param path the key
     */
    record CreateKey(String path) implements RegEdit {
        @Override
        public void applyTo(EditableKey root) {
            root.create(path);
        }
    }

    /**
     * Deletes a key with everything below it.
     *
     * @param path the key
     */
    record DeleteKey(String path) implements RegEdit {
        @Override
        public void applyTo(EditableKey root) {
            root.remove(path);
        }
    }

    /**
     * Sets a value.
     *
     * @param path the key
     * @param value the value
     */
    record SetValue(String path, RegistryValue value) implements RegEdit {
        @Override
        public void applyTo(EditableKey root) {
            root.create(path).set(value);
        }
    }

    /**
     * Deletes a value.
     *
     * @param path the key
     * @param name the name of the value; empty for the default one
     */
    record DeleteValue(String path, String name) implements RegEdit {
        @Override
        public void applyTo(EditableKey root) {
            root.create(path).removeValue(name);
        }
    }
}
