package dev.vigie.cli;

import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.formats.events.text.EventFormat;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code events cat} and {@code events query} have in common: they print events. */
abstract class EventsPrintVerb implements Callable<Integer> {
    private final Session session;

    @Mixin
    private EventSelection selection = new EventSelection();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private MergeOptions merge = new MergeOptions();

    @Mixin
    private BookmarkOptions bookmarks = new BookmarkOptions();

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
        OutputFormat form = output.named().orElse(OutputFormat.XML);
        // A timeline without the order of time would be none; a bookmark marks a place in each log.
        boolean merged = merge.isMerged(selection, form == OutputFormat.TIMELINE && !bookmarks.areGiven());
        if (merged && bookmarks.areGiven()) {
            throw Refusal.usage("usage.unexpected", "--merge, --unique");
        }
        try (OutputOptions.OpenFormat open = output.open(form, session, session.terminal().outIsTerminal());
                EventInputs inputs = selection.inputs(session)) {
            return bookmarks.areGiven()
                    ? printFromBookmarks(inputs, open.format())
                    : print(inputs, open.format(), merged);
        }
    }

    private int print(EventInputs inputs, EventFormat format, boolean merged) throws IOException {
        Optional<EventFilter> filter = selection.filter(session);
        QueryContext context = selection.context(session);
        EventPrinter printer = new EventPrinter(session, format, filter, context, limit, reverse, unordered);
        int exitCode = merged
                ? printer.printMerged(inputs, selection.isUnique(), session.terminal().out())
                : printer.print(inputs, session.terminal().out());
        if (printer.printed() < limit) {
            UnansweredPaths.tell(session, inputs, filter, context);
        }
        return exitCode;
    }

    private int printFromBookmarks(EventInputs inputs, EventFormat format) throws IOException {
        ReadingPositions positions = bookmarks.positions(session, reverse);
        LogReader reader = new LogReader(session, format, selection.context(session), positions, reverse, limit);
        int exitCode = new BookmarkedPrinter(session, format, reader).print(inputs, selection.filter(session), reverse);
        bookmarks.save(session, positions);
        return exitCode;
    }
}
