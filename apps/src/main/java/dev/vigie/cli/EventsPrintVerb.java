package dev.vigie.cli;

import dev.vigie.formats.events.text.EventFormat;
import dev.vigie.formats.events.text.EventJsonLines;
import dev.vigie.formats.events.text.EventXml;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code events cat} and {@code events query} have in common: they print events. */
abstract class EventsPrintVerb implements Callable<Integer> {
    private final Session session;

    @Mixin
    private EventSelection selection = new EventSelection();

    @Option(names = {"-o", "--output"}, paramLabel = "xml|jsonl", descriptionKey = "events.output")
    private String output = "xml";

    @Option(names = "--indent", descriptionKey = "events.indent")
    private boolean indent;

    @Option(names = "-n", paramLabel = "N", descriptionKey = "events.limit")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--reverse", descriptionKey = "events.reverse")
    private boolean reverse;

    @Option(names = "--unordered", descriptionKey = "events.unordered")
    private boolean unordered;

    EventsPrintVerb(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }

    EventSelection selection() {
        return selection;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 0) {
            throw Refusal.usage("usage.bad-value", Long.toString(limit), "-n");
        }
        EventPrinter printer = new EventPrinter(session, format(), selection.filter(session),
                selection.context(session), limit, reverse, unordered);
        try (EventInputs inputs = selection.inputs(session)) {
            return printer.print(inputs);
        }
    }

    private EventFormat format() {
        EventXml.Style style = indent ? EventXml.Style.INDENTED : EventXml.Style.COMPACT;
        return switch (output.toLowerCase(Locale.ROOT)) {
            case "xml" -> EventXml.document(style);
            case "jsonl" -> EventJsonLines.FORMAT;
            default -> throw Refusal.usage("error.unknown-format", output, "xml, jsonl");
        };
    }
}
