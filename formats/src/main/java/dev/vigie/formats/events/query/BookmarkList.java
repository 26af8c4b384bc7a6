package dev.vigie.formats.events.query;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * How far a query has read each of its logs, as Windows keeps it: a {@code BookmarkList} document, which
 * {@code EvtRender} writes for {@code EvtRenderBookmark} and {@code wevtutil qe /sbm} into a file. Immutable.
 *
 * @param backward whether the events were read from the newest to the oldest
 * @param bookmarks one for each log, in the order in which the logs were met
 */
public record BookmarkList(boolean backward, List<Bookmark> bookmarks) {
    /** A list without bookmarks: nothing was read yet. */
    public static final BookmarkList EMPTY = new BookmarkList(false, List.of());
    private static final int MAX_LENGTH = 1 << 20;
    private static final int MAX_DEPTH = 16;
    private static final int MAX_ATTRIBUTES = 16;
    private static final String LINE_END = "\r\n";
    private static final XMLInputFactory FACTORY = factory();

    /** Copies the list. */
    public BookmarkList {
        bookmarks = List.copyOf(bookmarks);
    }

    /**
     * The last record that was read of a log.
     *
     * @param channel the log: the name of its channel, or for a log file its path
     * @param recordId the number of the record in the log, 0 or more
     * @param isCurrent whether this is the log that the last event of all came from
     */
    public record Bookmark(String channel, long recordId, boolean isCurrent) {
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.configureForXmlConformance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        return factory;
    }

    /**
     * Reads a list; without document type and entities, up to 1,048,576 characters.
     *
     * @throws QuerySyntaxException when the text is no BookmarkList, or one of its bookmarks names no log or no record
     */
    public static BookmarkList parse(String xml) throws QuerySyntaxException {
        if (xml.length() > MAX_LENGTH) {
            throw new QuerySyntaxException(QueryProblem.TOO_LONG, MAX_LENGTH, xml.length(), MAX_LENGTH);
        }
        String document = SourceText.of(xml).withoutLeadingBlanks().text();
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(document));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw notWellFormed(e.getLocation());
        }
    }

    /**
     * Reads one from a stream in UTF-8, or in UTF-16 with or without byte order mark.
     *
     * @throws IOException when the stream cannot be read
     * @throws QuerySyntaxException as for {@link #parse(String)}
     */
    public static BookmarkList parse(InputStream stream) throws IOException, QuerySyntaxException {
        return parse(QueryList.text(stream));
    }

    private static QuerySyntaxException notWellFormed(@Nullable Location location) {
        return location == null
                ? new QuerySyntaxException(QueryProblem.NOT_WELL_FORMED, 0, 1, 1)
                : new QuerySyntaxException(QueryProblem.NOT_WELL_FORMED, Math.max(0, location.getCharacterOffset()),
                        location.getLineNumber(), location.getColumnNumber());
    }

    private static BookmarkList read(XMLStreamReader xml) throws XMLStreamException, QuerySyntaxException {
        boolean inList = false;
        boolean backward = false;
        List<Bookmark> bookmarks = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new QuerySyntaxException(QueryProblem.DOCUMENT_TYPE, offset(xml));
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (inList) {
                    bookmarks.add(bookmark(xml));
                } else {
                    requireList(xml);
                    inList = true;
                    backward = "backward".equalsIgnoreCase(xml.getAttributeValue(null, "Direction"));
                }
            }
        }
        return new BookmarkList(backward, bookmarks);
    }

    private static void requireList(XMLStreamReader xml) throws QuerySyntaxException {
        if (!xml.getLocalName().equals("BookmarkList")) {
            throw new QuerySyntaxException(QueryProblem.NOT_A_BOOKMARK_LIST, offset(xml), xml.getLocalName());
        }
    }

    private static Bookmark bookmark(XMLStreamReader xml) throws QuerySyntaxException {
        if (!xml.getLocalName().equals("Bookmark")) {
            throw new QuerySyntaxException(QueryProblem.UNEXPECTED_ELEMENT, offset(xml), xml.getLocalName());
        }
        String channel = xml.getAttributeValue(null, "Channel");
        if (channel == null || channel.isBlank()) {
            throw new QuerySyntaxException(QueryProblem.BAD_BOOKMARK, offset(xml), "Channel");
        }
        boolean current = "true".equalsIgnoreCase(xml.getAttributeValue(null, "IsCurrent"));
        return new Bookmark(channel, recordId(xml), current);
    }

    private static long recordId(XMLStreamReader xml) throws QuerySyntaxException {
        String number = xml.getAttributeValue(null, "RecordId");
        try {
            long id = number == null ? -1 : Long.parseLong(number.strip());
            if (id >= 0) {
                return id;
            }
        } catch (NumberFormatException e) {
            // Refused below, as a missing one is.
        }
        throw new QuerySyntaxException(QueryProblem.BAD_BOOKMARK, offset(xml), "RecordId");
    }

    private static int offset(XMLStreamReader xml) {
        return Math.max(0, xml.getLocation().getCharacterOffset());
    }

    /** The bookmark of a log; the first when the list has several. Names of channels have no case. */
    public Optional<Bookmark> of(String channel) {
        return bookmarks.stream().filter(bookmark -> bookmark.channel.equalsIgnoreCase(channel)).findFirst();
    }

    /** The document, laid out as Windows does: single quotes, a bookmark a line, lines that end in CR and LF. */
    public String toXml() {
        String direction = backward ? " Direction='backward'" : "";
        return bookmarks.stream().map(BookmarkList::xml)
                .collect(Collectors.joining("", "<BookmarkList" + direction + ">" + LINE_END, "</BookmarkList>"));
    }

    private static String xml(Bookmark bookmark) {
        return "  <Bookmark Channel='" + QueryList.escape(bookmark.channel).replace("'", "&apos;") + "' RecordId='"
                + bookmark.recordId + "'" + (bookmark.isCurrent ? " IsCurrent='true'" : "") + "/>" + LINE_END;
    }
}
