package dev.vigie.rendering;

import java.util.ArrayDeque;
import java.util.Deque;

/** An HTML document being written; everything that is not a tag of ours is escaped. */
final class Html {
    private final StringBuilder page = new StringBuilder(1 << 14);
    private final Deque<String> open = new ArrayDeque<>();

    /** Markup of our own, as it is. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    /** Opens an element; attributes come in pairs of name and value. */
    Html open(String element, String... attributes) {
        page.append('<').append(element);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            page.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1])).append('"');
        }
        page.append('>');
        open.push(element);
        return this;
    }

    /** Closes the innermost open element. */
    Html close() {
        page.append("</").append(open.pop()).append(">");
        return this;
    }

    /** An element that holds text only. */
    Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** Text, escaped and free of control characters. */
    Html text(String text) {
        page.append(escape(XmlText.of(text)));
        return this;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("open elements: " + open);
        }
        return page.toString();
    }
}
