package dev.vigie.cli;

import java.io.IOException;

import picocli.CommandLine.Command;

/** {@code vigie events query}: prints the events that match a query, which must be given. */
@Command(name = "query")
final class EventsQueryVerb extends EventsPrintVerb {
    EventsQueryVerb(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        if (!selection().hasQuery()) {
            throw Refusal.usage("usage.missing", "--query");
        }
        return super.call();
    }
}
