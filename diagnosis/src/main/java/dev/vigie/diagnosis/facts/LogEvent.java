package dev.vigie.diagnosis.facts;

import dev.vigie.formats.events.Datum;
import dev.vigie.formats.events.Event;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * An event that was kept, with what reasoning asks of it again and again.
 *
 * <p>Two log events are equal when they are the same record: computer, channel, record id and time. Immutable; safe for
 * use by several threads.
 */
public final class LogEvent {
    /** Oldest first; records of one moment by their number, then by channel and computer, so that the order is total. */
    public static final Comparator<LogEvent> BY_TIME = Comparator.comparing(LogEvent::time)
            .thenComparingLong(LogEvent::recordId).thenComparing(LogEvent::channel).thenComparing(LogEvent::computer);
    private final Event event;
    private final Instant time;
    private final String computer;
    private final String channel;
    private final String provider;
    private final int id;
    private final long recordId;
    private final List<Datum> data;

    /** Keeps an event; the time is that of the event, 1601 when it has none. */
    public LogEvent(Event event) {
        this.event = event;
        this.time = EventTimes.of(event);
        this.computer = event.computer();
        this.channel = event.channel();
        this.provider = event.provider();
        this.id = event.eventId();
        this.recordId = event.recordId();
        this.data = event.data();
    }

    /** The event itself. */
    public Event event() {
        return event;
    }

    /** When it was written. */
    public Instant time() {
        return time;
    }

    /** The computer that wrote it, as written. */
    public String computer() {
        return computer;
    }

    /** The channel, as written. */
    public String channel() {
        return channel;
    }

    /** The provider, as written. */
    public String provider() {
        return provider;
    }

    /** The event id. */
    public int id() {
        return id;
    }

    /** The number of the record in its log. */
    public long recordId() {
        return recordId;
    }

    /** The payload as a flat list in order. */
    public List<Datum> data() {
        return data;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogEvent that && recordId == that.recordId && time.equals(that.time)
                && channel.equalsIgnoreCase(that.channel) && computer.equalsIgnoreCase(that.computer);
    }

    @Override
    public int hashCode() {
        int hash = 31 * Long.hashCode(recordId) + time.hashCode();
        return 31 * hash + channel.toLowerCase(Locale.ROOT).hashCode();
    }

    /** For logs and tests: {@code Schannel/36870 2026-03-18T12:04:11Z #42}. */
    @Override
    public String toString() {
        return provider + "/" + id + " " + time + " #" + Long.toUnsignedString(recordId);
    }
}
