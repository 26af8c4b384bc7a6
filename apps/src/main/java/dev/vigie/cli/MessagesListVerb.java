package dev.vigie.cli;

import dev.vigie.formats.events.messages.MessageCatalogue;
import dev.vigie.formats.events.messages.ProviderSummary;
import dev.vigie.rendering.Printable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie messages list}: the providers of a catalogue. */
@Command(name = "list")
final class MessagesListVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "PART", descriptionKey = "messages.list.part")
    private String part = "";

    @Mixin
    private MessageOptions messages = new MessageOptions();

    @Option(names = {"-o", "--output"}, paramLabel = "text|csv", descriptionKey = "events.count.output")
    private String output = "text";

    MessagesListVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Table table = new Table(form());
        table.add(List.of("events", "provider", "guid", "version", "file"));
        int rows = 0;
        try (MessageCatalogue catalogue = messages.openNeeded(session)) {
            for (ProviderSummary provider : catalogue.providers()) {
                if (provider.label().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT))) {
                    table.add(row(provider));
                    rows++;
                }
            }
        }
        try (PrintStream out = session.terminal().lines()) {
            out.print(table);
        }
        return rows > 0 ? ExitCode.FINE : ExitCode.COULD_NOT_CHECK;
    }

    private Table.Form form() {
        return switch (output.toLowerCase(Locale.ROOT)) {
            case "text" -> Table.Form.ALIGNED;
            case "csv" -> Table.Form.CSV;
            default -> throw Refusal.usage("error.unknown-format", output, "text, csv");
        };
    }

    private static List<String> row(ProviderSummary provider) {
        String file = provider.source().isEmpty() ? String.join(";", provider.messageFiles()) : provider.source();
        return List.of(Integer.toString(provider.events()), Printable.of(provider.name()),
                provider.guid() == null ? "" : provider.guid().toString(), Printable.of(provider.version()),
                Printable.of(file));
    }
}
