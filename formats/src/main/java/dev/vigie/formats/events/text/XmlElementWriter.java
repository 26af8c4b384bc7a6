package dev.vigie.formats.events.text;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one event's tree as XML that is well-formed whatever the tree holds; see {@link EventXml} for the rules. */
final class XmlElementWriter {
    private static final String XML_PREFIX = "xml";
    private static final String XML_URI = "http://www.w3.org/XML/1998/namespace";
    private static final String XMLNS_URI = "http://www.w3.org/2000/xmlns/";

    private final Utf8Buffer out;
    private final boolean indented;
    private final char quote;
    private final NamespaceScope scope = new NamespaceScope();

    XmlElementWriter(Utf8Buffer out, EventXml.Style style) {
        this.out = out;
        this.indented = style == EventXml.Style.INDENTED;
        this.quote = indented ? '"' : '\'';
    }

    /**
     * Writes the root; an array as its content is joined, since a document has one root.
     *
     * @param level how deep it is indented
     */
    void writeRoot(Element root, int level) {
        writeElement(root, root.content(), indented ? level : -1);
    }

    /** Writes an element, once for each item of an array; a negative level writes it without line breaks. */
    private void write(Element element, int level) {
        List<Node> content = element.content();
        if (content.size() != 1 || !(content.getFirst() instanceof Value.Array array)) {
            writeElement(element, content, level);
        } else if (array.items().isEmpty()) {
            writeElement(element, List.of(), level);
        } else {
            for (int i = 0; i < array.items().size(); i++) {
                if (i > 0) {
                    breakLine(level);
                }
                writeElement(element, List.of(array.items().get(i)), level);
            }
        }
    }

    private void writeElement(Element element, List<Node> content, int level) {
        int mark = scope.mark();
        List<Attribute> attributes = element.attributes();
        boolean[] declarations = declare(attributes, mark);
        String name = qualifiedName(element.name());
        out.append('<').append(name);
        writeAttributes(attributes, declarations);
        if (content.isEmpty()) {
            out.append('/').append('>');
        } else {
            out.append('>');
            writeContent(content, level);
            out.append('<').append('/').append(name).append('>');
        }
        scope.release(mark);
    }

    private void writeContent(List<Node> content, int level) {
        boolean breakable = level >= 0 && holdsElementsOnly(content);
        int childLevel = breakable ? level + 1 : -1;
        for (Node node : content) {
            switch (node) {
                case Element child -> {
                    breakLine(childLevel);
                    write(child, childLevel);
                }
                case Value value -> ValueText.append(value, Escaping.XML_TEXT, out);
            }
        }
        if (breakable) {
            breakLine(level);
        }
    }

    private static boolean holdsElementsOnly(List<Node> content) {
        for (Node node : content) {
            if (node instanceof Value) {
                return false;
            }
        }
        return true;
    }

    private void breakLine(int level) {
        if (level >= 0) {
            EventXml.breakLine(level, out);
        }
    }

    /** Puts an element's namespace declarations into scope; tells which of its attributes they are. */
    private boolean[] declare(List<Attribute> attributes, int mark) {
        boolean[] declarations = new boolean[attributes.size()];
        for (int i = 0; i < declarations.length; i++) {
            Attribute attribute = attributes.get(i);
            String prefix = NamespaceScope.declaredPrefix(attribute.name());
            if (prefix != null && attribute.value() != Value.Null.NULL) {
                String uri = attribute.value().text();
                if (isDeclarable(prefix, uri) && !scope.isDeclaredSince(mark, prefix)) {
                    scope.declare(prefix, uri);
                    declarations[i] = true;
                }
            }
        }
        return declarations;
    }

    /** Namespaces in XML 1.0 sections 2.2 and 3: reserved prefixes and names, and no undeclaring of prefixes. */
    private static boolean isDeclarable(String prefix, String uri) {
        boolean reserved = uri.equals(XML_URI) || uri.equals(XMLNS_URI);
        if (prefix.isEmpty()) {
            return !reserved;
        }
        return !reserved && !uri.isEmpty() && !prefix.equals(XML_PREFIX) && !prefix.equals(NamespaceScope.XMLNS)
                && XmlNames.isNcName(prefix);
    }

    private void writeAttributes(List<Attribute> attributes, boolean[] declarations) {
        Set<String> written = attributes.size() > 1 ? new HashSet<>() : null;
        for (int i = 0; i < declarations.length; i++) {
            Attribute attribute = attributes.get(i);
            if (attribute.value() != Value.Null.NULL) {
                String name = declarations[i] ? attribute.name() : attributeName(attribute.name(), written);
                out.append(' ').append(name).append('=').append(quote);
                ValueText.append(attribute.value(), Escaping.XML_ATTRIBUTE, out);
                out.append(quote);
            }
        }
    }

    private String attributeName(String name, @Nullable Set<String> written) {
        String wanted = name.equals(NamespaceScope.XMLNS)
                ? XmlNames.escapedUnit('x') + name.substring(1)
                : qualifiedName(name);
        if (written == null) {
            return wanted;
        }
        String unique = wanted;
        for (int copy = 2; !written.add(expanded(unique)); copy++) {
            unique = wanted + '_' + copy;
        }
        return unique;
    }

    /** Prefix and local name when both are names and the prefix is declared; else the whole, escaped. */
    private String qualifiedName(String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return XmlNames.escaped(name);
        }
        String prefix = name.substring(0, colon);
        String local = name.substring(colon + 1);
        boolean known = prefix.equals(XML_PREFIX) || XmlNames.isNcName(prefix) && scope.uri(prefix) != null;
        return known && XmlNames.isNcName(local) ? name : XmlNames.escaped(name);
    }

    /** Two attributes may not have the same local name in the same namespace either. */
    private String expanded(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : scope.uri(name.substring(0, colon)) + '}' + name.substring(colon + 1);
    }
}
