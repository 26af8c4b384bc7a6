package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.evtx.TemplatePart.AttributeTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.ElementTemplate;
import dev.vigie.formats.events.text.XmlNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of a template in XML, as long as they do not depend on values nor on what is around the template; the rules
 * are those of {@link dev.vigie.formats.events.text.EventXml}.
 */
final class XmlTemplateNames {
    private static final String XMLNS = "xmlns";
    private static final String XMLNS_PREFIX = "xmlns:";
    private static final String RESERVED = "http://www.w3.org/";

    private final List<String> prefixes = new ArrayList<>();

    /** A position to come back to. */
    int mark() {
        return prefixes.size();
    }

    /** Forgets the declarations since. */
    void leave(int mark) {
        prefixes.subList(mark, prefixes.size()).clear();
    }

    /** Takes an element's declarations; false when the names of its start tag are not settled. */
    boolean enter(ElementTemplate element) {
        Set<String> declarations = new HashSet<>();
        Set<String> others = new HashSet<>();
        boolean settled = true;
        for (AttributeTemplate attribute : element.attributes()) {
            String name = attribute.name();
            if (isDeclaration(name)) {
                settled &= declarations.add(name) && declare(attribute);
            } else {
                // The local names decide, since two prefixes may stand for the same namespace.
                settled &= others.add(name.substring(name.indexOf(':') + 1));
            }
        }
        return settled && isSettled(element.name())
                && element.attributes().stream().allMatch(attribute -> isSettled(attribute.name()));
    }

    private static boolean isDeclaration(String name) {
        return name.equals(XMLNS) || name.startsWith(XMLNS_PREFIX);
    }

    /** Namespaces in XML 1.0 sections 2.2 and 3 forbid some declarations; those that are surely allowed are taken. */
    private boolean declare(AttributeTemplate attribute) {
        if (attribute.constant() == null || attribute.constant().value().text().startsWith(RESERVED)) {
            return false;
        }
        if (attribute.name().equals(XMLNS)) {
            return true;
        }
        String prefix = attribute.name().substring(XMLNS_PREFIX.length());
        prefixes.add(prefix);
        return XmlNames.isNcName(prefix) && !prefix.startsWith("xml");
    }

    private boolean isSettled(String name) {
        int colon = name.indexOf(':');
        return colon < 0 || isDeclaration(name)
                || prefixes.contains(name.substring(0, colon)) && XmlNames.isNcName(name.substring(colon + 1));
    }

    /** The name of an element that {@link #enter} found settled. */
    String element(String name) {
        return name.indexOf(':') < 0 ? XmlNames.escaped(name) : name;
    }

    /** The name of an attribute of such an element. */
    String attribute(String name) {
        return element(name);
    }
}
