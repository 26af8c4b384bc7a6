package dev.vigie.formats.events.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The namespace prefixes in scope, as a stack; the empty prefix is the default namespace. */
final class NamespaceScope {
    /** The name of a declaration of the default namespace. */
    static final String XMLNS = "xmlns";
    private static final String XMLNS_PREFIX = "xmlns:";

    private final List<String> prefixes = new ArrayList<>();
    private final List<String> uris = new ArrayList<>();

    /** The prefix that an attribute of this name declares, or null when it is no declaration. */
    static @Nullable String declaredPrefix(String attributeName) {
        if (attributeName.equals(XMLNS)) {
            return "";
        }
        boolean declares = attributeName.startsWith(XMLNS_PREFIX) && attributeName.length() > XMLNS_PREFIX.length();
        return declares ? attributeName.substring(XMLNS_PREFIX.length()) : null;
    }

    /** The prefix of a name, empty when it has none. */
    static String prefix(String name) {
        return name.substring(0, Math.max(0, name.indexOf(':')));
    }

    /** A position to come back to. */
    int mark() {
        return prefixes.size();
    }

    /** Forgets everything declared since. */
    void release(int mark) {
        prefixes.subList(mark, prefixes.size()).clear();
        uris.subList(mark, uris.size()).clear();
    }

    void declare(String prefix, String uri) {
        prefixes.add(prefix);
        uris.add(uri);
    }

    boolean isDeclaredSince(int mark, String prefix) {
        return prefixes.lastIndexOf(prefix) >= mark;
    }

    /** What a prefix stands for, or null when it is not declared. */
    @Nullable
    String uri(String prefix) {
        int at = prefixes.lastIndexOf(prefix);
        return at < 0 ? null : uris.get(at);
    }
}
