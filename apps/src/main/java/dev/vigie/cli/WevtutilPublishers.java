package dev.vigie.cli;

import dev.vigie.formats.events.messages.CataloguedMessage;
import dev.vigie.formats.events.messages.MessageCatalogue;
import dev.vigie.formats.events.messages.ProviderSummary;
import dev.vigie.rendering.Printable;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code wevtutil ep} and {@code gp}: the publishers that a catalogue of messages knows. */
final class WevtutilPublishers {
    private final Session session;
    private final MessageCatalogue catalogue;

    WevtutilPublishers(Session session, MessageCatalogue catalogue) {
        this.session = session;
        this.catalogue = catalogue;
    }

    /** Their names, a line each, sorted without regard to case. */
    String names() throws IOException {
        return catalogue.providers().stream().map(provider -> Printable.of(provider.label()))
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER))).stream()
                .map(name -> name + "\n").collect(Collectors.joining());
    }

    /** What is known of one, in the layout of {@code wevtutil gp}. */
    String description(WevtutilLine line) throws IOException {
        if (line.value(WevtutilOption.FORMAT).filter("xml"::equalsIgnoreCase).isPresent()) {
            throw Refusal.usage("wevtutil.error.only-text", line.command().brief());
        }
        String name = line.arguments().getFirst();
        ProviderSummary provider = catalogue.providers().stream()
                .filter(known -> known.label().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> Refusal.input("wevtutil.error.no-publisher", name));
        session.tell("wevtutil.note.publisher");
        StringBuilder text = new StringBuilder();
        line(text, "name", provider.name());
        line(text, "guid", provider.guid() == null ? "" : provider.guid().toString());
        line(text, "resourceFileName", provider.source());
        line(text, "messageFileName", String.join(";", provider.messageFiles()));
        if (line.isOn(WevtutilOption.GET_EVENTS)) {
            text.append("events:\n");
            catalogue.messages(name, OptionalInt.empty())
                    .forEach(message -> event(text, message, line.isOn(WevtutilOption.GET_MESSAGE)));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append(label).append(": ").append(Printable.of(value)).append('\n');
        }
    }

    private static void event(StringBuilder text, CataloguedMessage message, boolean inWords) {
        text.append("  event:\n    value: ").append(message.id()).append("\n    version: ").append(message.version())
                .append("\n    message: ").append(inWords
                        ? Printable.of(message.text().strip())
                        : Integer.toUnsignedString(message.messageId()))
                .append('\n');
    }
}
