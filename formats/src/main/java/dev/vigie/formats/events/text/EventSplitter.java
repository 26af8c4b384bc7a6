package dev.vigie.formats.events.text;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds where events begin and end in a source, without understanding what is between.
 *
 * <p>An event is an element with the local name {@code Event}, at any depth of other elements and also inside CDATA, as
 * event forwarding sends it. An {@code Event} whose first content is again an {@code Event} is a
 * wrapper ({@code w:Event}). An event that never ends is given up to where the next one begins, so that damage costs no
 * other event.
 */
final class EventSplitter {
    /** The most bytes of one event; Windows itself stops at 64 KiB of binary data. */
    static final int MAX_EVENT_SIZE = 16 << 20;
    private static final int MAX_TAG_SIZE = 1 << 20;
    /** Nested {@code Event} elements, and wrappers that are remembered; bounds the work on hostile input. */
    private static final int MAX_NESTING = 64;
    private static final String EVENT = "Event";
    private static final String CDATA = "<![CDATA[";
    private static final String COMMENT = "<!--";
    private static final String INSTRUCTION = "<?";
    private static final String END_TAG = "</";
    private static final Pattern NAMESPACE = Pattern
            .compile("\\s(xmlns(?::[^\\s=]+)?)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    /**
     * The extent of an event from the window's start.
     *
     * @param length its length in bytes
     * @param tooLarge whether it was given up because of its size
     */
    record Extent(int length, boolean tooLarge) {
    }

    /** A start tag: the position after it, its name, whether it is an empty element. */
    private record Tag(int end, String name, boolean empty) {
        boolean isEvent() {
            return name.substring(name.indexOf(':') + 1).equals(EVENT);
        }
    }

    private record Wrapper(String name, List<Attribute> declarations) {
    }

    private final XmlWindow window;
    private final Deque<Wrapper> wrappers = new ArrayDeque<>();

    EventSplitter(XmlWindow window) {
        this.window = window;
    }

    /** Moves the window to the next event; null when there is none. The caller discards it. */
    @Nullable
    Extent next() throws IOException {
        while (window.skipTo("<")) {
            if (window.startsWith(COMMENT, 0)) {
                skipBehind(COMMENT, "-->");
            } else if (window.startsWith(CDATA, 0)) {
                window.discard(CDATA.length());
            } else if (window.startsWith(INSTRUCTION, 0)) {
                skipBehind(INSTRUCTION, "?>");
            } else if (window.startsWith(END_TAG, 0)) {
                leave(name(END_TAG.length()));
                window.discard(END_TAG.length());
            } else {
                Tag tag = tag(0);
                if (tag == null) {
                    window.discard(1);
                } else if (tag.isEvent() && !isWrapper(tag)) {
                    return extent(tag);
                } else {
                    enter(tag);
                    window.discard(tag.end);
                }
            }
        }
        return null;
    }

    /** The namespaces declared by the elements around the event, the innermost of each prefix. */
    List<Attribute> inheritedNamespaces() {
        List<Attribute> inherited = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Wrapper wrapper : wrappers) {
            for (Attribute declaration : wrapper.declarations) {
                if (seen.add(declaration.name())) {
                    inherited.add(declaration);
                }
            }
        }
        return inherited;
    }

    private void skipBehind(String opening, String closing) throws IOException {
        window.discard(opening.length());
        if (window.skipTo(closing)) {
            window.discard(closing.length());
        }
    }

    private void enter(Tag tag) {
        if (!tag.empty && wrappers.size() < MAX_NESTING) {
            wrappers.push(new Wrapper(tag.name, declarations(tag)));
        }
    }

    private void leave(String name) {
        if (wrappers.stream().anyMatch(wrapper -> wrapper.name.equals(name))) {
            while (!wrappers.pop().name.equals(name)) {
                // Elements that were not closed end with the one around them.
            }
        }
    }

    private List<Attribute> declarations(Tag tag) {
        List<Attribute> declarations = new ArrayList<>();
        String text = new String(window.copy(0, tag.end), window.charset());
        Matcher declaration = NAMESPACE.matcher(text);
        while (declaration.find()) {
            String uri = declaration.group(2) == null ? declaration.group(3) : declaration.group(2);
            declarations.add(new Attribute(declaration.group(1), new Value.Text(uri)));
        }
        return declarations;
    }

    private boolean isWrapper(Tag tag) throws IOException {
        int at = afterSpace(tag.end);
        if (window.startsWith(CDATA, at)) {
            at = afterSpace(at + CDATA.length());
        }
        return !tag.empty && startsElement(EVENT, at);
    }

    private int afterSpace(int from) throws IOException {
        int at = from;
        while (isSpace(window.at(at)) && at < from + MAX_TAG_SIZE) {
            at++;
        }
        return at;
    }

    private boolean startsElement(String localName, int at) throws IOException {
        if (window.at(at) != '<') {
            return false;
        }
        String name = name(at + 1);
        return name.substring(name.indexOf(':') + 1).equals(localName);
    }

    private Extent extent(Tag opening) throws IOException {
        if (opening.empty) {
            return new Extent(opening.end, false);
        }
        int open = 1;
        int nested = -1;
        int at = window.find("<", opening.end, MAX_EVENT_SIZE);
        while (at >= 0 && open <= MAX_NESTING) {
            int next = afterOpaque(at);
            if (next == at && window.startsWith(END_TAG, at)) {
                next = at + END_TAG.length();
                if (isEvent(name(next)) && --open == 0) {
                    int close = window.find(">", next, MAX_EVENT_SIZE);
                    return new Extent(close < 0 ? next : close + 1, false);
                }
            } else if (next == at) {
                Tag tag = tag(at);
                next = tag == null ? at + 1 : tag.end;
                if (tag != null && tag.isEvent() && !tag.empty) {
                    nested = nested < 0 ? at : nested;
                    if (startsElement("System", afterSpace(tag.end))) {
                        break;
                    }
                    open++;
                }
            }
            at = next < 0 ? -1 : window.find("<", next, MAX_EVENT_SIZE);
        }
        return unclosed(nested);
    }

    private static boolean isEvent(String name) {
        return name.substring(name.indexOf(':') + 1).equals(EVENT);
    }

    private Extent unclosed(int nested) throws IOException {
        if (nested >= 0) {
            return new Extent(nested, false);
        }
        int available = window.available(MAX_EVENT_SIZE);
        return new Extent(available, available == MAX_EVENT_SIZE);
    }

    /** The position after a comment, CDATA section or processing instruction; -1 if it never ends; else the same. */
    private int afterOpaque(int at) throws IOException {
        String closing;
        if (window.startsWith(CDATA, at)) {
            closing = "]]>";
        } else if (window.startsWith(COMMENT, at)) {
            closing = "-->";
        } else if (window.startsWith(INSTRUCTION, at)) {
            closing = "?>";
        } else {
            return at;
        }
        int found = window.find(closing, at + INSTRUCTION.length(), MAX_EVENT_SIZE);
        return found < 0 ? -1 : found + closing.length();
    }

    /** The start tag at a position, or null when what stands there is none. */
    private @Nullable Tag tag(int at) throws IOException {
        String name = name(at + 1);
        if (name.isEmpty()) {
            return null;
        }
        int quote = 0;
        int before = 0;
        for (int i = at + 1 + name.length(); i < at + MAX_TAG_SIZE; i++) {
            int b = window.at(i);
            if (b < 0 || b == '<') {
                return null;
            }
            if (quote != 0) {
                quote = b == quote ? 0 : quote;
            } else if (b == '"' || b == '\'') {
                quote = b;
            } else if (b == '>') {
                return new Tag(i + 1, name, before == '/');
            }
            before = b;
        }
        return null;
    }

    /** The name at a position, as far as bytes that cannot be in one; non-ASCII bytes stay as they are. */
    private String name(int at) throws IOException {
        int end = at;
        while (isName(window.at(end), end == at) && end < at + MAX_TAG_SIZE) {
            end++;
        }
        return new String(window.copy(at, end), StandardCharsets.ISO_8859_1);
    }

    private static boolean isName(int b, boolean first) {
        boolean start = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_' || b == ':' || b >= 0x80;
        return start || !first && (b >= '0' && b <= '9' || b == '-' || b == '.');
    }

    private static boolean isSpace(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
