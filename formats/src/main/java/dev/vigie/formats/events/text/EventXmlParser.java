package dev.vigie.formats.events.text;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Value;
import java.io.CharArrayReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/** Turns the text of one event into its tree. */
final class EventXmlParser {
    /** Deep enough for anything Windows writes; keeps recursion over the tree safe. */
    static final int MAX_DEPTH = 200;
    private static final int MAX_ATTRIBUTES = 1000;

    /**
     * What came of a text.
     *
     * @param root the tree; when there is a failure, the children that were whole, or null when not even System was
     * @param failure why and where it stopped, or null
     */
    record Outcome(@Nullable Element root, @Nullable Failure failure) {
    }

    /** Where in the text, from 1, and why. */
    record Failure(int line, int column, String reason) {
    }

    private final XMLInputFactory factory = hardenedFactory();

    /** Without namespaces, so that names and declarations stay as written, also when a prefix is not declared. */
    private static XMLInputFactory hardenedFactory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, EventSplitter.MAX_EVENT_SIZE);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, (long) EventSplitter.MAX_EVENT_SIZE);
        factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, 2L * EventSplitter.MAX_EVENT_SIZE);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1L);
        // Windows writes control characters as references, which only XML 1.1 allows.
        factory.setProperty(WstxInputProperties.P_ALLOW_XML11_ESCAPED_CHARS_IN_XML10, true);
        return factory;
    }

    Outcome parse(char[] text) {
        EventTreeBuilder tree = new EventTreeBuilder();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new CharArrayReader(text));
            try {
                feed(reader, tree);
            } finally {
                reader.close();
            }
            return new Outcome(tree.root(), null);
        } catch (XMLStreamException e) {
            return new Outcome(tree.rescued(), failure(e));
        }
    }

    private static void feed(XMLStreamReader reader, EventTreeBuilder tree) throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> tree.start(reader.getLocalName(), attributes(reader));
                case XMLStreamConstants.END_ELEMENT -> tree.end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    tree.text(reader.getText());
                default -> {
                    // Comments and processing instructions are no part of an event.
                }
            }
        }
    }

    private static List<Attribute> attributes(XMLStreamReader reader) {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return List.of();
        }
        List<Attribute> attributes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            attributes.add(new Attribute(reader.getAttributeLocalName(i), new Value.Text(reader.getAttributeValue(i))));
        }
        return attributes;
    }

    private static Failure failure(XMLStreamException e) {
        Location location = e.getLocation();
        String reason = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return location == null
                ? new Failure(1, 1, reason)
                : new Failure(Math.max(1, location.getLineNumber()), Math.max(1, location.getColumnNumber()), reason);
    }
}
