package dev.vigie.formats.events.text;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The JDK's own XML parser as an outside judge, and a canonical form to compare trees in. */
final class StrictXml {
    private static final int MANY = 1_000_000;

    private StrictXml() {
    }

    /** Parses with namespaces; fails on anything that is not well-formed. */
    static Document parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setCoalescing(true);
            factory.setAttribute("jdk.xml.elementAttributeLimit", MANY);
            factory.setAttribute("jdk.xml.maxElementDepth", MANY);
            factory.setAttribute("jdk.xml.maxXMLNameLimit", MANY);
            factory.setAttribute("jdk.xml.maxGeneralEntitySizeLimit", 0);
            factory.setAttribute("jdk.xml.totalEntitySizeLimit", 0);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Throwing());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            String text = new String(xml, StandardCharsets.UTF_8);
            throw new AssertionError(e.getMessage() + "\n" + text.substring(0, Math.min(3000, text.length())), e);
        }
    }

    static Document parse(String xml) {
        return parse(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Names, sorted attributes and text; without white space between elements. */
    static String canonical(org.w3c.dom.Node node) {
        StringBuilder text = new StringBuilder();
        dump((org.w3c.dom.Element) node, text);
        return text.toString();
    }

    private static void dump(org.w3c.dom.Element element, StringBuilder text) {
        TreeMap<String, String> attributes = new TreeMap<>();
        NamedNodeMap given = element.getAttributes();
        for (int i = 0; i < given.getLength(); i++) {
            attributes.put(given.item(i).getNodeName(), given.item(i).getNodeValue());
        }
        text.append('<').append(element.getNodeName()).append(attributes).append('>');
        boolean nests = element.getElementsByTagName("*").getLength() > 0;
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof org.w3c.dom.Element nested) {
                dump(nested, text);
            } else if (child instanceof org.w3c.dom.Text && !(nests && child.getNodeValue().isBlank())) {
                text.append(child.getNodeValue());
            }
        }
        text.append("</>");
    }

    /**
     * The same canonical form of a tree as it must look in XML, worked out apart from the writer: arrays repeat their
     * element, attributes without value are gone, what XML cannot hold is U+FFFD.
     */
    static String canonical(Element root) {
        StringBuilder text = new StringBuilder();
        dumpOnce(root, root.content(), text);
        return text.toString();
    }

    private static void dump(Element element, StringBuilder text) {
        if (element.content().size() == 1 && element.content().getFirst() instanceof Value.Array array) {
            List<Value> items = array.items().isEmpty() ? List.of(Value.Null.NULL) : array.items();
            items.forEach(item -> dumpOnce(element, List.of(item), text));
        } else {
            dumpOnce(element, element.content(), text);
        }
    }

    private static void dumpOnce(Element element, List<Node> content, StringBuilder text) {
        TreeMap<String, String> attributes = new TreeMap<>();
        for (Attribute attribute : element.attributes()) {
            if (attribute.value() != Value.Null.NULL) {
                attributes.put(attribute.name(), holdable(attribute.value().text()));
            }
        }
        text.append('<').append(element.name()).append(attributes).append('>');
        for (Node node : content) {
            switch (node) {
                case Element child -> dump(child, text);
                case Value value -> text.append(holdable(value.text()));
            }
        }
        text.append("</>");
    }

    /** XML 1.0 2.2, production Char. */
    private static String holdable(String text) {
        List<Integer> points = new ArrayList<>();
        text.codePoints().forEach(point -> {
            boolean allowed = point == 9 || point == 10 || point == 13 || point >= 0x20 && point <= 0xD7FF
                    || point >= 0xE000 && point <= 0xFFFD || point >= 0x10000;
            points.add(allowed ? point : 0xFFFD);
        });
        StringBuilder holdable = new StringBuilder();
        points.forEach(holdable::appendCodePoint);
        return holdable.toString();
    }

    private static final class Throwing implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
