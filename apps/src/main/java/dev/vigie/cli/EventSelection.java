package dev.vigie.cli;

import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every verb that reads events: which sources, which events of them. */
final class EventSelection {
    @Mixin
    private InputOptions inputs = new InputOptions();

    @Option(names = {"-q", "--query"}, paramLabel = "XPATH|@FILE", descriptionKey = "events.query")
    private String query = "";

    @Option(names = "--now", paramLabel = "TIME", descriptionKey = "events.now")
    private String now = "";

    @Option(names = "--recover", descriptionKey = "events.recover")
    private boolean recover;

    @Option(names = "--unique", descriptionKey = "events.unique")
    private boolean unique;

    /** Whether an event that is in several inputs is wanted once. */
    boolean isUnique() {
        return unique;
    }

    /** The inputs, still unread; the caller closes them. */
    EventInputs inputs(Session session) throws IOException {
        return inputs.inputs(session, recover);
    }

    boolean hasQuery() {
        return !query.isEmpty();
    }

    /** The filter of {@code -q}; empty when every event is meant. */
    Optional<EventFilter> filter(Session session) throws IOException {
        if (query.isEmpty()) {
            return Optional.empty();
        }
        String text = new QueryText(session.terminal()).of(query);
        return Optional.of(QueryWarnings.parse(session, text));
    }

    /** What a query needs to know of the moment it is asked. */
    QueryContext context(Session session) {
        return Times.context(now, session);
    }
}
