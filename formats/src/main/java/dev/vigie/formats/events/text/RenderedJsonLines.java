package dev.vigie.formats.events.text;

import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.messages.EventMessages;
import dev.vigie.formats.events.messages.RenderingInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of {@link EventJsonLines} with the words of each event in two more members, {@code message} and {@code rendering}. */
public final class RenderedJsonLines implements EventFormat {
    private final EventMessages messages;

    /** A format with the words of these messages. */
    public RenderedJsonLines(EventMessages messages) {
        this.messages = messages;
    }

    @Override
    public void append(EventCursor event, Utf8Buffer out) {
        EventJsonLines.FORMAT.append(event, out);
        messages.render(event).ifPresent(words -> addTo(out, words));
    }

    /** The line ends with the closing brace of its object and a line feed; no object is empty. */
    private static void addTo(Utf8Buffer line, RenderingInfo words) {
        line.truncate(line.size() - 2);
        line.append(',');
        JsonWriter json = new JsonWriter(line);
        text("message", words.message(), json);
        json.name("rendering");
        json.open('{');
        text("culture", words.culture(), json);
        text("level", words.level(), json);
        text("task", words.task(), json);
        text("opcode", words.opcode(), json);
        text("channel", words.channel(), json);
        text("provider", words.provider(), json);
        keywords(words.keywords(), json);
        json.close('}');
        line.append('}').append('\n');
    }

    private static void text(String name, @Nullable String text, JsonWriter json) {
        if (text != null && !text.isEmpty()) {
            json.name(name);
            json.string(text);
        }
    }

    private static void keywords(List<String> names, JsonWriter json) {
        if (!names.isEmpty()) {
            json.name("keywords");
            json.open('[');
            names.forEach(json::string);
            json.close(']');
        }
    }
}
