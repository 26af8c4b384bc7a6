package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.EventQuery;
import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.formats.events.query.QueryList;
import dev.vigie.formats.events.query.QueryList.Query;
import dev.vigie.formats.events.query.QueryList.Selector;
import dev.vigie.formats.events.query.QuerySyntaxException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The channels that a QueryList selects from and that no input has an event of: an empty answer is none there. The name
 * of a file proves nothing, since a log may hold what other machines forwarded; most logs show their channel by their
 * first event, the rest is searched.
 */
final class UnansweredPaths {
    private final EventInputs inputs;
    private final QueryContext context;
    private final Set<String> unanswered = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private UnansweredPaths(EventInputs inputs, QueryContext context, QueryList list) {
        this.inputs = inputs;
        this.context = context;
        list.queries().stream().flatMap(query -> query.selects().stream()).flatMap(select -> select.path().stream())
                .filter(UnansweredPaths::isChannel).forEach(unanswered::add);
    }

    private static boolean isChannel(String path) {
        return !path.equals("*") && !path.toLowerCase(Locale.ROOT).startsWith("file://");
    }

    /** Tells on standard error which there are; a pipe was read and cannot be asked again. */
    static void tell(Session session, EventInputs inputs, Optional<EventFilter> filter, QueryContext context)
            throws IOException {
        if (filter.isPresent() && filter.get() instanceof QueryList list && !inputs.haveAPipe()) {
            UnansweredPaths paths = new UnansweredPaths(inputs, context, list);
            paths.look(Optional.empty());
            if (!paths.unanswered.isEmpty()) {
                paths.look(Optional.of(paths.anyOfThem()));
            }
            paths.unanswered.forEach(path -> session.tell("query.no-log", path));
        }
    }

    /** All events of the channels in question. */
    private QueryList anyOfThem() {
        EventQuery any;
        try {
            any = EventQuery.parse("*");
        } catch (QuerySyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        List<Selector> selects = unanswered.stream().map(path -> new Selector(Optional.of(path), any)).toList();
        return new QueryList(List.of(new Query(QueryList.UNTITLED, Optional.empty(), selects, List.of())));
    }

    /** At the first event of each input or, with a list, at all it selects. */
    private void look(Optional<QueryList> list) throws IOException {
        for (EventInputs.Input input : inputs.all()) {
            if (unanswered.isEmpty()) {
                return;
            }
            try (EventSource source = input.opening().open()) {
                EventSource chosen = list.isPresent() && source instanceof EvtxFile log
                        ? log.select(list.get(), context)
                        : source;
                chosen.read(new Channels(list.isEmpty()));
            } catch (Refusal passedOver) {
                // It was said when it was read.
            }
        }
    }

    private final class Channels implements EventSink {
        private final boolean onlyFirst;
        private boolean any;

        Channels(boolean onlyFirst) {
            this.onlyFirst = onlyFirst;
        }

        @Override
        public void event(EventCursor event) {
            any = true;
            unanswered.remove(event.channel());
        }

        @Override
        public void problem(Problem problem) {
            // It was told when the input was read.
        }

        @Override
        public boolean isFull() {
            return unanswered.isEmpty() || onlyFirst && any;
        }
    }
}
