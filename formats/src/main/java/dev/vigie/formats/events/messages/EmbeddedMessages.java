package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words that events bring with them, as those forwarded with rendered text do: their {@code RenderingInfo}. */
public final class EmbeddedMessages implements EventMessages {
    private static final EmbeddedMessages INSTANCE = new EmbeddedMessages();

    private EmbeddedMessages() {
    }

    /** The only one. */
    public static EmbeddedMessages of() {
        return INSTANCE;
    }

    @Override
    public Optional<RenderingInfo> render(EventCursor event) {
        Element info = event.toEvent().root().element("RenderingInfo");
        if (info == null) {
            return Optional.empty();
        }
        Value culture = info.attribute("Culture");
        return Optional.of(new RenderingInfo(culture == null ? "" : culture.text(), text(info, "Message"),
                text(info, "Level"), text(info, "Task"), text(info, "Opcode"), text(info, "Channel"),
                text(info, "Provider"), keywords(info)));
    }

    /** An element that is there and empty says that there are no words for it. */
    private static @Nullable String text(Element info, String name) {
        Element element = info.element(name);
        String text = element == null ? "" : element.text();
        return text.isEmpty() ? null : text;
    }

    private static List<String> keywords(Element info) {
        List<String> keywords = new ArrayList<>();
        Element list = info.element("Keywords");
        if (list != null) {
            for (Element keyword : list.elements()) {
                String text = keyword.text();
                if (!text.isEmpty()) {
                    keywords.add(text);
                }
            }
        }
        return keywords;
    }
}
