package dev.vigie.formats.events.messages;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * Reads an instrumentation manifest as it is written for {@code wevtutil im} (EventManifest schema), into the same form
 * as a compiled one. Its strings become message tables of the manifest itself, numbered in the order of their first
 * use.
 */
final class ManifestXml {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT = 1 << 16;
    private static final long MAX_CHARACTERS = 1 << 27;
    private final String source;
    private final Consumer<Problem> problems;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Map<String, String>> strings = new HashMap<>();
    private final List<ManifestXmlProvider> providers = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private String culture = "";

    private ManifestXml(String source, Consumer<Problem> problems) {
        this.source = source;
        this.problems = problems;
    }

    /**
     * Adds the providers and strings of a manifest to a catalogue.
     *
     * @param key under which its strings go
     * @param wanted whether texts of a language are wanted
     */
    static void read(InputStream in, String source, String key, CatalogueBuilder catalogue,
            Predicate<String> wanted, Consumer<Problem> problems) {
        ManifestXml manifest = new ManifestXml(source, problems);
        manifest.parse(in);
        for (ManifestXmlProvider provider : manifest.providers) {
            catalogue.add(provider.entry(source, key));
        }
        manifest.strings.forEach((culture, texts) -> {
            if (wanted.test(culture)) {
                MessageFile.Table table = MessageFile.table(FileVersion.NONE, source);
                texts.forEach((name, text) -> {
                    Integer id = manifest.ids.get(name);
                    if (id != null) {
                        table.texts().put(id, text);
                    }
                });
                catalogue.file(key).add(culture, table);
            }
        });
    }

    private void parse(InputStream in) {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory2.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory2.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, MAX_CHARACTERS);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_TEXT);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                int type = reader.next();
                if (type == XMLStreamConstants.START_ELEMENT) {
                    start(reader);
                } else if (type == XMLStreamConstants.END_ELEMENT) {
                    end(path.pop());
                } else if (type == XMLStreamConstants.CHARACTERS && !providers.isEmpty()) {
                    providers.getLast().characters(reader.getText(), path);
                }
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            problems.accept(Problem.of(MessagesProblem.BAD_MANIFEST_XML, Place.of(source), "XML", line));
        }
    }

    private void start(XMLStreamReader reader) {
        String element = reader.getLocalName();
        path.push(element);
        switch (element) {
            case "provider" -> providers.add(new ManifestXmlProvider(reader, this::messageId));
            case "resources" -> culture = Cultures.spelled(attribute(reader, "culture"));
            case "string" -> strings.computeIfAbsent(culture, _ -> new HashMap<>())
                    .putIfAbsent(attribute(reader, "id"), attribute(reader, "value"));
            default -> {
                if (!providers.isEmpty()) {
                    providers.getLast().start(element, reader);
                }
            }
        }
    }

    private void end(String element) {
        if (!providers.isEmpty()) {
            providers.getLast().end(element);
        }
    }

    /** The id of a reference {@code $(string.NAME)}; other messages stand in files of their own. */
    private int messageId(String reference) {
        if (!reference.startsWith("$(string.") || !reference.endsWith(")")) {
            return ManifestProvider.NO_MESSAGE;
        }
        String name = reference.substring("$(string.".length(), reference.length() - 1);
        return ids.computeIfAbsent(name, _ -> ids.size() + 1);
    }

    static String attribute(XMLStreamReader reader, String name) {
        @Nullable
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
