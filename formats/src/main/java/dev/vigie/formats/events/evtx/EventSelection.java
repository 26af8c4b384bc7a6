package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.query.Decision;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.formats.events.query.SystemConstraints;

/**
 * Which events of a file are wanted.
 *
 * @param filter the query
 * @param context what it may ask of the world
 */
record EventSelection(EventFilter filter, QueryContext context) {
    /** What every event of it fulfils. */
    SystemConstraints constraints() {
        return filter.systemConstraints(context);
    }

    boolean takes(EventCursor event) {
        return filter.matches(event, context);
    }

    /** Whether a record that was not decoded surely does not match. */
    boolean refuses(RecordProbe probe) {
        return filter.decide(probe, context) == Decision.NO_MATCH;
    }
}
