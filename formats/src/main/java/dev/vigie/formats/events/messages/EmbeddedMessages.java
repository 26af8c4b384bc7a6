package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words an event brings itself, in its {@code RenderingInfo} element, as events do that were forwarded as rendered
 * text; for an event without, those of others.
 *
 * @param others what is asked for an event that brings no words
 */
public record EmbeddedMessages(EventMessages others) implements EventMessages {
    @Override
    public Optional<RenderingInfo> render(EventCursor event) {
        return of(event.toEvent()).or(() -> others.render(event));
    }

    /** The words an event brings; empty when it has no {@code RenderingInfo}. */
    public static Optional<RenderingInfo> of(Event event) {
        return Optional.ofNullable(event.root().element("RenderingInfo")).map(EmbeddedMessages::read);
    }

    private static RenderingInfo read(Element info) {
        Value culture = info.attribute("Culture");
        Element keywords = info.element("Keywords");
        List<String> names = keywords == null
                ? List.of()
                : keywords.elements().stream().map(Element::text).filter(name -> !name.isEmpty()).toList();
        return new RenderingInfo(culture == null ? "" : culture.text(), text(info, "Message"), text(info, "Level"),
                text(info, "Task"), text(info, "Opcode"), text(info, "Channel"), text(info, "Provider"), names);
    }

    private static @Nullable String text(Element info, String name) {
        Element element = info.element(name);
        String text = element == null ? "" : element.text();
        return text.isEmpty() ? null : text;
    }
}
