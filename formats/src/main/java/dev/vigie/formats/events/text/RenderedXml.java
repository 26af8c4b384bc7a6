package dev.vigie.formats.events.text;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.messages.EventMessages;
import dev.vigie.formats.events.messages.RenderingInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Event XML with the words of each event in a {@code RenderingInfo} element at its end, as Windows writes rendered
 * events (the event schema's RenderingInfoType). An event that has such an element keeps it as it is.
 */
public final class RenderedXml implements EventFormat {
    private static final String RENDERING_INFO = "RenderingInfo";
    private final EventXml xml;
    private final EventMessages messages;

    /**
     * A format.
     *
     * @param xml how elements are written
     * @param messages the words
     */
    public RenderedXml(EventXml xml, EventMessages messages) {
        this.xml = xml;
        this.messages = messages;
    }

    @Override
    public void start(Utf8Buffer out) {
        xml.start(out);
    }

    @Override
    public void append(EventCursor cursor, Utf8Buffer out) {
        Event event = cursor.toEvent();
        Optional<RenderingInfo> words = event.root().element(RENDERING_INFO) == null
                ? messages.render(cursor)
                : Optional.empty();
        xml.append(words.map(info -> with(event, info)).orElse(event), out);
    }

    @Override
    public void end(Utf8Buffer out) {
        xml.end(out);
    }

    private static Event with(Event event, RenderingInfo info) {
        Element root = event.root();
        List<Node> content = new ArrayList<>(root.content());
        content.add(element(info));
        return new Event(new Element(root.name(), root.attributes(), content), event.place(), event.recovery());
    }

    private static Element element(RenderingInfo info) {
        List<Node> parts = new ArrayList<>();
        add("Message", info.message(), parts);
        add("Level", info.level(), parts);
        add("Task", info.task(), parts);
        add("Opcode", info.opcode(), parts);
        add("Channel", info.channel(), parts);
        add("Provider", info.provider(), parts);
        List<Node> keywords = new ArrayList<>();
        info.keywords().forEach(keyword -> add("Keyword", keyword, keywords));
        parts.add(new Element("Keywords", List.of(), keywords));
        List<Attribute> culture = List.of(new Attribute("Culture", new Value.Text(info.culture())));
        return new Element(RENDERING_INFO, culture, parts);
    }

    private static void add(String name, @Nullable String text, List<Node> parts) {
        if (text != null) {
            parts.add(new Element(name, List.of(), List.of(new Value.Text(text))));
        }
    }
}
