package dev.vigie.formats.events.text;

/**
 * What an {@link dev.vigie.formats.events.EventCursor} also is when its source can print the event without the tree.
 *
 * <p>What it appends is exactly what the formats of this package make of the tree; they ask it first.
 */
public interface SelfPrinting {
    /**
     * Appends the {@code Event} element as {@link EventXml} prints it, without what stands before and after it.
     *
     * @param level how deep it is indented; for {@link EventXml.Style#INDENTED} alone
     * @return false when only the tree can tell; what was appended so far is then to be dropped
     */
    boolean appendXml(EventXml.Style style, int level, Utf8Buffer out);

    /**
     * Appends the line of {@link EventJsonLines}.
     *
     * @return false when only the tree can tell; what was appended so far is then to be dropped
     */
    boolean appendJson(Utf8Buffer out);
}
