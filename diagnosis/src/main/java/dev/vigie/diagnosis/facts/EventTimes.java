package dev.vigie.diagnosis.facts;

import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.windows.FileTime;
import java.time.Instant;

/** The time of an event as an instant. */
final class EventTimes {
    private static final FileTime NONE = new FileTime(0);

    private EventTimes() {
    }

    static Instant of(EventCursor event) {
        FileTime time = event.timeCreated();
        return (time == null ? NONE : time).toInstant();
    }
}
