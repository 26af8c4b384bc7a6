package dev.vigie.formats.events.text;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.SystemField;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A source of events in Windows event XML.
 *
 * <p>It takes whatever holds {@code Event} elements: one alone, an {@code Events} document, several one after the other
 * without a root, as {@code wevtutil} prints them, an event forwarding message with its events nested or in CDATA. The
 * encoding is found by the byte order mark, the first bytes or the XML declaration, else it is UTF-8. Each event is
 * parsed alone: a malformed one costs itself, and even of that the children before the damage are given when System is
 * among them. Document types and entities are not read.
 *
 * <p>XML has no types. Values below System get the type Windows writes them with, when their text has its form, so that
 * queries and comparisons see numbers, times, GUIDs and SIDs; everything else is a string value. White space between
 * elements is dropped. Namespaces that an event uses but elements around it declare are added to its root.
 *
 * <p>Reads its stream once, in memory bounded by the size of one event (16 MiB); one thread at a time.
 */
public final class EventXmlReader implements EventSource {
    private static final String REPLACEMENT = "\uFFFD";
    private final String name;
    private final InputStream in;

    /** A source that reads a stream and closes it when it is closed. */
    public EventXmlReader(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /** Opens a file. */
    public static EventXmlReader open(Path file) throws IOException {
        return new EventXmlReader(file.toString(), new BufferedInputStream(Files.newInputStream(file)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void read(EventSink sink) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(in, XmlEncoding.HEAD_LENGTH);
        XmlEncoding encoding = XmlEncoding.detect(stream);
        if (!encoding.unknownName().isEmpty()) {
            sink.problem(Problem.of(XmlProblem.UNKNOWN_ENCODING, Place.at(name, 0), encoding.unknownName()));
        }
        new Reading(new XmlWindow(stream, encoding), sink).run();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** One pass over the source. */
    private final class Reading {
        private final XmlWindow window;
        private final EventSplitter splitter;
        private final EventSink sink;
        private final EventXmlParser parser = new EventXmlParser();

        Reading(XmlWindow window, EventSink sink) {
            this.window = window;
            this.splitter = new EventSplitter(window);
            this.sink = sink;
        }

        void run() throws IOException {
            boolean any = false;
            for (var extent = splitter.next(); extent != null; extent = sink.isFull() ? null : splitter.next()) {
                any = true;
                give(extent);
                window.discard(extent.length());
            }
            if (!any && window.offset() > 0) {
                sink.problem(Problem.of(XmlProblem.NO_EVENT, Place.at(name, 0)));
            }
        }

        private void give(EventSplitter.Extent extent) {
            char[] text = text(window.copy(0, extent.length()));
            EventXmlParser.Outcome outcome = parser.parse(text);
            if (extent.tooLarge()) {
                report(XmlProblem.TOO_LARGE, EventSplitter.MAX_EVENT_SIZE);
            }
            Element root = outcome.root();
            EventXmlParser.Failure failure = outcome.failure();
            if (failure != null) {
                report(failure, root == null ? XmlProblem.NOT_WELL_FORMED : XmlProblem.CUT_SHORT);
            }
            if (root != null) {
                sink.event(event(root));
            }
        }

        private Event event(Element root) {
            Element complete = withNamespaces(root, splitter.inheritedNamespaces());
            Event event = new Event(complete, Place.at(name, window.offset()));
            long record = event.number(SystemField.EVENT_RECORD_ID, Place.NO_RECORD);
            return new Event(complete, new Place(name, window.offset(), record));
        }

        private char[] text(byte[] bytes) {
            Charset charset = window.charset();
            String text;
            try {
                text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException _) {
                report(XmlProblem.UNDECODABLE, charset.name());
                text = new String(bytes, charset);
            }
            char[] characters = text.toCharArray();
            int replaced = replaceInvalid(characters);
            if (replaced > 0) {
                report(XmlProblem.INVALID_CHARACTERS, replaced);
            }
            return characters;
        }

        private void report(EventXmlParser.Failure failure, XmlProblem code) {
            long line = window.line() + failure.line() - 1;
            long column = failure.line() == 1 ? window.column() + failure.column() - 1 : failure.column();
            report(code, line, column, failure.reason());
        }

        private void report(XmlProblem code, Object... arguments) {
            sink.problem(Problem.of(code, Place.at(name, window.offset()), arguments));
        }
    }

    private static int replaceInvalid(char[] characters) {
        int replaced = 0;
        for (int i = 0; i < characters.length; i++) {
            char unit = characters[i];
            boolean control = unit < ' ' && unit != '\t' && unit != '\n' && unit != '\r';
            if (control || unit >= '\uFFFE') {
                characters[i] = REPLACEMENT.charAt(0);
                replaced++;
            }
        }
        return replaced;
    }

    private static Element withNamespaces(Element root, List<Attribute> inherited) {
        if (inherited.isEmpty()) {
            return root;
        }
        Set<String> used = new HashSet<>();
        collectPrefixes(root, used);
        List<Attribute> attributes = new ArrayList<>();
        for (Attribute declaration : inherited) {
            String prefix = NamespaceScope.declaredPrefix(declaration.name());
            if (prefix != null && used.contains(prefix) && !declares(root, declaration.name())) {
                attributes.add(declaration);
            }
        }
        attributes.addAll(root.attributes());
        return new Element(root.name(), attributes, root.content());
    }

    private static boolean declares(Element root, String declaration) {
        return root.attributes().stream().anyMatch(attribute -> attribute.name().equals(declaration));
    }

    private static void collectPrefixes(Element element, Set<String> used) {
        used.add(NamespaceScope.prefix(element.name()));
        for (Attribute attribute : element.attributes()) {
            if (attribute.name().indexOf(':') >= 0) {
                used.add(NamespaceScope.prefix(attribute.name()));
            }
        }
        for (Node node : element.content()) {
            if (node instanceof Element child) {
                collectPrefixes(child, used);
            }
        }
    }
}
