package dev.vigie.formats.events.query;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import dev.vigie.formats.events.query.ParsedQuery.Span;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Reads the structure of the first QueryList in an XML document (MS-EVEN6 2.2.16): bare, in a saved view of the Event
 * Viewer, or in a subscription, where it is CDATA.
 *
 * <p>Document types and entities are refused, depth and sizes are limited. Queries are not parsed here.
 */
final class QueryListReader {
    static final int MAX_LENGTH = 1 << 22;
    private static final int MAX_DEPTH = 64;
    private static final int MAX_ATTRIBUTES = 64;
    private static final WstxInputFactory FACTORY = factory();
    private final SourceText source;
    private final boolean embedded;
    private final XMLStreamReader2 xml;

    private QueryListReader(SourceText source, boolean embedded) throws XMLStreamException {
        this.source = source;
        this.embedded = embedded;
        this.xml = (XMLStreamReader2) FACTORY.createXMLStreamReader(new StringReader(source.text()));
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.configureForXmlConformance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        return factory;
    }

    /**
     * A Query element.
     *
     * @param tag its start tag
     * @param id its Id as written, or null
     * @param path its Path, or null
     * @param selectors its Select and Suppress elements
     */
    record RawQuery(Span tag, @Nullable String id, @Nullable String path, List<RawSelector> selectors) {
        /** The Path of one of its selectors: its own, else this one's, else null. */
        @Nullable
        String pathOf(RawSelector selector) {
            return selector.path() == null ? path : selector.path();
        }
    }

    /**
     * A Select or Suppress element.
     *
     * @param suppress which of the two
     * @param tag its start tag
     * @param path its own Path, or null
     * @param xpath its query
     */
    record RawSelector(boolean suppress, Span tag, @Nullable String path, SourceText xpath) {
    }

    static List<RawQuery> read(String text) throws QuerySyntaxException {
        if (text.length() > MAX_LENGTH) {
            throw new QuerySyntaxException(QueryProblem.TOO_LONG, MAX_LENGTH, text.length(), MAX_LENGTH);
        }
        return read(SourceText.of(text), false);
    }

    private static List<RawQuery> read(SourceText source, boolean embedded) throws QuerySyntaxException {
        SourceText document = source.withoutLeadingBlanks();
        try {
            QueryListReader reader = new QueryListReader(document, embedded);
            try {
                return reader.document();
            } finally {
                reader.xml.closeCompletely();
            }
        } catch (XMLStreamException e) {
            throw notWellFormed(document, e.getLocation());
        }
    }

    private static QuerySyntaxException notWellFormed(SourceText document, @Nullable Location location) {
        int offset = location == null ? 0 : Math.max(0, location.getCharacterOffset());
        int line = location == null ? 1 : location.getLineNumber();
        int column = location == null ? 1 : location.getColumnNumber();
        return new QuerySyntaxException(QueryProblem.NOT_WELL_FORMED, document.offset(offset), line, column);
    }

    private List<RawQuery> document() throws XMLStreamException, QuerySyntaxException {
        String root = "";
        int event = xml.next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.DTD) {
                throw new QuerySyntaxException(QueryProblem.DOCUMENT_TYPE, source.offset(start()));
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                root = root.isEmpty() ? xml.getLocalName() : root;
                if (xml.getLocalName().equals("QueryList")) {
                    return list();
                }
                if (xml.getLocalName().equals("Query") && root.equals("Subscription") && !embedded) {
                    SourceText inner = subscriptionQuery();
                    if (inner != null) {
                        return read(inner, true);
                    }
                    event = xml.getEventType();
                    continue;
                }
            }
            event = xml.next();
        }
        throw new QuerySyntaxException(QueryProblem.NOT_A_QUERY_LIST, source.offset(0), root);
    }

    /** The text of a subscription's Query when it is XML as text; null when the list follows as elements. */
    private @Nullable SourceText subscriptionQuery() throws XMLStreamException {
        int from = end();
        StringBuilder text = new StringBuilder();
        int event = xml.next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
            event = xml.next();
        }
        return EventFilter.isXml(text.toString()) ? source.content(from, start()) : null;
    }

    private List<RawQuery> list() throws XMLStreamException, QuerySyntaxException {
        List<RawQuery> queries = new ArrayList<>();
        while (nextElement()) {
            if (isBookmark()) {
                xml.skipElement();
            } else if (xml.getLocalName().equals("Query")) {
                queries.add(query());
            } else {
                throw unexpected();
            }
        }
        return queries;
    }

    private RawQuery query() throws XMLStreamException, QuerySyntaxException {
        Span tag = tag();
        String id = attribute("Id");
        String path = attribute("Path");
        List<RawSelector> selectors = new ArrayList<>();
        while (nextElement()) {
            switch (xml.getLocalName()) {
                case "Select" -> selectors.add(selector(false));
                case "Suppress" -> selectors.add(selector(true));
                default -> {
                    if (!isBookmark()) {
                        throw unexpected();
                    }
                    xml.skipElement();
                }
            }
        }
        return new RawQuery(tag, id, path, selectors);
    }

    private RawSelector selector(boolean suppress) throws XMLStreamException, QuerySyntaxException {
        Span tag = tag();
        String path = attribute("Path");
        int from = end();
        if (nextElement()) {
            throw unexpected();
        }
        return new RawSelector(suppress, tag, path, source.content(from, Math.max(from, start())));
    }

    /** Moves to the next child element; false at the end of the parent. */
    private boolean nextElement() throws XMLStreamException {
        int event = xml.next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            event = xml.next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    private boolean isBookmark() {
        return xml.getLocalName().equals("BookmarkList") || xml.getLocalName().equals("Bookmark");
    }

    private QuerySyntaxException unexpected() throws XMLStreamException {
        return new QuerySyntaxException(QueryProblem.UNEXPECTED_ELEMENT, source.offset(start()), xml.getLocalName());
    }

    private @Nullable String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    private Span tag() throws XMLStreamException {
        return source.span(new Span(start(), end()));
    }

    private int start() throws XMLStreamException {
        return (int) xml.getLocationInfo().getStartingCharOffset();
    }

    private int end() throws XMLStreamException {
        return (int) xml.getLocationInfo().getEndingCharOffset();
    }
}
