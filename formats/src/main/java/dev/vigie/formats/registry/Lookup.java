package dev.vigie.formats.registry;

import java.util.Optional;

/**
 * What came of looking for a key or value. That something is not there is a finding only when everything that could
 * hold it was readable.
 *
 * @param <T> what was looked for
 */
public sealed interface Lookup<T> {
    /**
     * It is there.
     *
     * @param it the key or value
     */
    record Found<T>(T it) implements Lookup<T> {
    }

    /**
     * It is not there.
     *
     * @param nearest the path of the last key on the way that exists
     */
    record Missing<T>(String nearest) implements Lookup<T> {
    }

    /**
     * It was not found, and may have been in what is damaged.
     *
     * @param nearest the path of the key whose lists cannot be read completely
     */
    record Unreadable<T>(String nearest) implements Lookup<T> {
    }

    /** It, when it is there. */
    default Optional<T> found() {
        return this instanceof Found<T>(T it) ? Optional.of(it) : Optional.empty();
    }
}
