package dev.vigie.formats.events.text;

import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.Recovery;
import java.nio.charset.StandardCharsets;

/**
 * Windows event XML as an output format.
 *
 * <p>The result is well-formed for every strict parser, namespaces included, whatever the event holds:
 * <ul>
 * <li>values are printed as {@link dev.vigie.formats.events.Value#text()}: GUIDs in braces, times with seven fraction
 * digits, bytes in upper-case hexadecimal (MS-EVEN6 2.2.12.2); characters that XML cannot hold become U+FFFD, see
 * {@link Escaping}; {@link EventJsonLines} keeps them;
 * <li>an element whose only content is an array is repeated for each item; an empty array gives one empty element;
 * <li>an attribute without a value is left out; content without a value gives an empty element;
 * <li>a name that is no XML name, or has a prefix that is not declared, has each offending character written as
 * {@code _xHHHH_}; the same holds for a namespace declaration that Namespaces in XML 1.0 forbids or that is repeated;
 * <li>a second attribute of the same name gets {@code _2} after its name, the third {@code _3}.
 * </ul>
 * A recovered event has the processing instruction {@code <?vigie-recovered from="slack" template="own"?>} before it. No
 * namespace is invented: the output has the ones of the tree. Trees must not nest so deep that recursion fails; the
 * readers of this library limit that.
 */
public final class EventXml implements EventFormat {
    /** How an event is laid out. */
    public enum Style {
        /** On one line, as {@code wevtutil} prints it. */
        COMPACT,
        /**
         * An element a line, two spaces a level, as the Event Viewer shows it. Elements that hold text, and everything
         * below them, stay on one line, so that no text changes.
         */
        INDENTED
    }

    /** The namespace of events (MS-EVEN6 2.2.13). */
    public static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";
    private static final byte[] DECLARATION = ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Events>\n");
    private static final byte[] END = ascii("</Events>\n");

    private final Style style;
    private final boolean wrapped;

    private EventXml(Style style, boolean wrapped) {
        this.style = style;
        this.wrapped = wrapped;
    }

    /** A document: an XML declaration and all events in one {@code Events} element. */
    public static EventXml document(Style style) {
        return new EventXml(style, true);
    }

    /** A sequence of {@code Event} elements without a root around them, each followed by a line feed. */
    public static EventXml sequence(Style style) {
        return new EventXml(style, false);
    }

    /** One event alone, without a line feed after it. */
    public static String toString(EventCursor event, Style style) {
        Utf8Buffer out = new Utf8Buffer();
        new XmlElementWriter(out, style).writeRoot(event.toEvent().root(), 0);
        return out.toString();
    }

    @Override
    public void start(Utf8Buffer out) {
        if (wrapped) {
            out.append(DECLARATION);
        }
    }

    @Override
    public void append(EventCursor event, Utf8Buffer out) {
        int level = wrapped && style == Style.INDENTED ? 1 : 0;
        Recovery recovery = event.recovery();
        if (recovery != null) {
            appendIndentation(level, out);
            out.append(ascii("<?vigie-recovered from=\"" + recovery.origin().key() + "\" template=\""
                    + recovery.template().key() + "\"?>\n"));
        }
        appendIndentation(level, out);
        appendElement(event, level, out);
        out.append('\n');
    }

    @Override
    public void end(Utf8Buffer out) {
        if (wrapped) {
            out.append(END);
        }
    }

    private void appendElement(EventCursor event, int level, Utf8Buffer out) {
        int start = out.size();
        if (!(event instanceof SelfPrinting direct) || !direct.appendXml(style, level, out)) {
            out.truncate(start);
            new XmlElementWriter(out, style).writeRoot(event.toEvent().root(), level);
        }
    }

    static void breakLine(int level, Utf8Buffer out) {
        out.append('\n');
        appendIndentation(level, out);
    }

    private static void appendIndentation(int level, Utf8Buffer out) {
        for (int i = 0; i < level; i++) {
            out.append(' ').append(' ');
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
