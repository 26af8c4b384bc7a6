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

    @Mixin
    private BookmarkOptions bookmarks = new BookmarkOptions();

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
        if (bookmarks.areGiven()) {
            return printFromBookmarks();
        }
        EventPrinter printer = new EventPrinter(session, format(), selection.filter(session),
                selection.context(session), limit, reverse, unordered);
        return printer.print(selection.inputs());
    }

    private int printFromBookmarks() throws IOException {
        ReadingPositions positions = bookmarks.positions(session, reverse);
        LogReader reader = new LogReader(session, format(), selection.context(session), positions, reverse, limit);
        int exitCode = new BookmarkedPrinter(session, format(), reader)
                .print(selection.inputs(), selection.filter(session), reverse);
        bookmarks.save(session, positions);
        return exitCode;
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
