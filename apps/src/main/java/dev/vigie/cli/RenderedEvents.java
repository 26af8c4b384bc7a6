package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.formats.events.text.EventFormat;
import dev.vigie.formats.events.text.Utf8Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Some events of a source that passed the filter, as text, with the place where each ends; and the problems met. */
final class RenderedEvents implements EventSink {
    private static final int INITIAL_EVENTS = 256;
    private final EventFormat format;
    private final Optional<EventFilter> filter;
    private final QueryContext context;
    private final Utf8Buffer text = new Utf8Buffer();
    private final List<Problem> problems = new ArrayList<>();
    private int[] ends = new int[INITIAL_EVENTS];
    private int count;

    RenderedEvents(EventFormat format, Optional<EventFilter> filter, QueryContext context) {
        this.format = format;
        this.filter = filter;
        this.context = context;
    }

    @Override
    public void event(EventCursor event) {
        if (filter.isPresent() && !filter.get().matches(event, context)) {
            return;
        }
        format.append(event, text);
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count++] = text.size();
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    /** Forgets them, to be filled again. */
    void clear() {
        text.clear();
        problems.clear();
        count = 0;
    }

    int count() {
        return count;
    }

    /** Where event {@code index} begins; the end of the text for {@code count()}. */
    int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** A copy of the text of one event. */
    byte[] event(int index) {
        return text.toByteArray(start(index), start(index + 1) - start(index));
    }

    Utf8Buffer text() {
        return text;
    }

    List<Problem> problems() {
        return problems;
    }
}
