package dev.vigie.cli;

import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.formats.events.query.QuerySyntaxException;
import dev.vigie.formats.windows.FileTime;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of every verb that reads events: which sources, which events of them. */
final class EventSelection {
    @Parameters(arity = "1..*", paramLabel = "FILE|DIR|-", descriptionKey = "events.inputs")
    private List<String> inputs = List.of();

    @Option(names = {"-q", "--query"}, paramLabel = "XPATH|@FILE", descriptionKey = "events.query")
    private String query = "";

    @Option(names = "--now", paramLabel = "TIME", descriptionKey = "events.now")
    private String now = "";

    @Option(names = "--recover", descriptionKey = "events.recover")
    private boolean recover;

    List<String> inputs() {
        return inputs;
    }

    /** How the inputs are opened. */
    EventInputs sources(Session session) {
        return new EventInputs(session, recover);
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
        try {
            return Optional.of(EventFilter.parse(text));
        } catch (QuerySyntaxException e) {
            throw QueryErrors.refusal(text, e, session.texts());
        }
    }

    /** What a query needs to know of the moment it is asked. */
    QueryContext context(Session session) {
        return QueryContext.of(now.isEmpty()
                ? FileTime.of(session.terminal().clock().instant())
                : FileTime.of(Times.time(now)));
    }
}
