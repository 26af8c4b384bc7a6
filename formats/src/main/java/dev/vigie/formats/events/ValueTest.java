package dev.vigie.formats.events;

/** A question about one value of an event. Immutable and safe for use by several threads. */
public interface ValueTest {
    /** Whether a value passes. */
    boolean passes(Value value);

    /**
     * Whether a {@link ValueType#STRING} passes; readers ask this without making a string.
     *
     * @param text the text without trailing NULs; borrowed, valid until this returns
     */
    default boolean passesText(CharSequence text) {
        return passes(new Value.Text(text.toString()));
    }
}
