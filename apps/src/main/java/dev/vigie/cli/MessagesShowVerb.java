package dev.vigie.cli;

import dev.vigie.formats.events.messages.CataloguedMessage;
import dev.vigie.formats.events.messages.MessageCatalogue;
import dev.vigie.rendering.Printable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigie messages show}: the messages of a provider as they stand in its files. */
@Command(name = "show")
final class MessagesShowVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "PROVIDER", descriptionKey = "messages.show.provider")
    private String provider = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", descriptionKey = "messages.show.id")
    private String id = "";

    @Mixin
    private MessageOptions messages = new MessageOptions();

    MessagesShowVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        OptionalInt wanted = id.isEmpty() ? OptionalInt.empty() : OptionalInt.of(eventId());
        List<CataloguedMessage> found;
        try (MessageCatalogue catalogue = messages.openNeeded(session)) {
            found = catalogue.messages(provider, wanted);
        }
        if (found.isEmpty()) {
            throw Refusal.input("messages.show.nothing", provider, id);
        }
        try (PrintStream out = session.terminal().lines()) {
            found.forEach(message -> print(message, out));
        }
        return ExitCode.FINE;
    }

    private int eventId() {
        if (!id.matches("\\d{1,5}")) {
            throw Refusal.usage("usage.bad-value", id, "ID");
        }
        return Integer.parseInt(id);
    }

    private static void print(CataloguedMessage message, PrintStream out) {
        String names = message.values().isEmpty() ? "" : "  (" + String.join(", ", message.values()) + ")";
        out.println(Printable.of(message.id() + "  v" + message.version() + "  0x"
                + HexFormat.of().toHexDigits(message.messageId()) + "  " + message.culture() + names));
        message.text().strip().lines().forEach(line -> out.println("    " + Printable.of(line)));
    }
}
