package dev.vigie.rendering;

import dev.vigie.formats.events.Datum;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.Recovery;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.messages.EventMessages;
import dev.vigie.formats.events.text.EventFormat;
import dev.vigie.formats.events.text.Utf8Buffer;
import dev.vigie.formats.windows.Sid;
import dev.vigie.formats.windows.WellKnownSid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Events as {@code wevtutil qe /f:text} lists them: numbered, a label and a field a line, then the description. An event
 * without a message has its values as description.
 */
public final class EventListing implements EventFormat {
    private static final String INDENT = "  ";
    private final Texts texts;
    private final EventMessages messages;

    /** A listing in the language of the texts. */
    public EventListing(Texts texts, EventMessages messages) {
        this.texts = texts;
        this.messages = messages;
    }

    @Override
    public boolean hasLead() {
        return true;
    }

    @Override
    public void lead(long written, Utf8Buffer out) {
        out.append("Event[").append(written).append("]\n");
    }

    @Override
    public void append(EventCursor event, Utf8Buffer out) {
        EventWords words = new EventWords(texts, messages, event);
        line("log-name", event.channel(), out);
        line("source", event.provider(), out);
        line("date", words.time(), out);
        line("event-id", event.text(SystemField.EVENT_ID), out);
        line("task", words.task(), out);
        line("level", words.level(), out);
        line("opcode", words.opcode(), out);
        line("keyword", String.join(", ", words.keywords()), out);
        line("user", event.text(SystemField.USER_ID), out);
        line("user-name", userName(event.system(SystemField.USER_ID)), out);
        line("computer", event.computer(), out);
        Recovery recovery = event.recovery();
        if (recovery != null) {
            out.append(INDENT).append(texts.get("event.recovered", recovery.key())).append('\n');
        }
        out.append(INDENT).append(texts.get("event.listing.description")).append('\n');
        Optional<String> message = words.message();
        if (message.isPresent()) {
            paragraph(message.get(), out);
        } else {
            values(event, out);
        }
        out.append('\n');
    }

    private void line(String key, @Nullable String value, Utf8Buffer out) {
        String shown = value == null || value.isEmpty() ? texts.get("event.listing.none") : Printable.of(value);
        out.append(INDENT).append(texts.get("event.listing." + key, shown)).append('\n');
    }

    private void values(EventCursor event, Utf8Buffer out) {
        boolean any = false;
        for (Datum datum : event.toEvent().data()) {
            any = true;
            String label = datum.name().isEmpty() ? "" : datum.name() + ": ";
            paragraph(label + datum.value().text(), out);
        }
        if (!any) {
            out.append(texts.get("event.listing.none")).append('\n');
        }
    }

    private static void paragraph(String text, Utf8Buffer out) {
        text.lines().forEach(line -> out.append(Printable.of(line.replace('\t', ' '))).append('\n'));
    }

    /** Only accounts that are the same everywhere have a name outside their machine. */
    private static String userName(@Nullable Value user) {
        Optional<Sid> sid = switch (user) {
            case Value.SidValue value -> Optional.of(value.sid());
            case Value.Text text -> sid(text.text());
            case null, default -> Optional.empty();
        };
        return sid.flatMap(WellKnownSid::of).map(WellKnownSid::englishName).orElse("");
    }

    private static Optional<Sid> sid(String text) {
        try {
            return Optional.of(Sid.parse(text.strip()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
