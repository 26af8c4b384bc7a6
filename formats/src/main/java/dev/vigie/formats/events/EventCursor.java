package dev.vigie.formats.events;

import dev.vigie.formats.Place;
import dev.vigie.formats.windows.FileTime;

import org.jspecify.annotations.Nullable;

/**
 * An event as it lies in its source.
 *
 * <p>A cursor that a reader hands out is borrowed: it is valid until the reader moves on, on the thread that received
 * it. {@link #toEvent()} gives a value that outlives it. An {@link Event} is a cursor that is always valid.
 */
public interface EventCursor {
    /** A number no field has; what {@link #number} returns for an absent field unless told otherwise. */
    long ABSENT = -1;

    /** Where the event lies. */
    Place place();

    /** The value of a System field, or null when it is absent or {@link Value.Null}. */
    @Nullable
    Value system(SystemField field);

    /**
     * A System field as a number, also when it was written as decimal or {@code 0x} text, as forwarded events do.
     *
     * @return the bits of the number; {@code ifAbsent} when the field is absent or no number
     */
    default long number(SystemField field, long ifAbsent) {
        return SystemValues.number(system(field), ifAbsent);
    }

    /** A System field as text, or null when it is absent. */
    default @Nullable String text(SystemField field) {
        Value value = system(field);
        return value == null ? null : value.text();
    }

    /** Whether a System field has exactly this text; readers answer without building a string. */
    default boolean hasText(SystemField field, String text) {
        return text.equals(text(field));
    }

    /** The event id, or {@link #ABSENT}. */
    default int eventId() {
        return (int) number(SystemField.EVENT_ID, ABSENT);
    }

    /** The provider's name, or the empty string. */
    default String provider() {
        String name = text(SystemField.PROVIDER_NAME);
        return name == null ? "" : name;
    }

    /** The channel, or the empty string. */
    default String channel() {
        String name = text(SystemField.CHANNEL);
        return name == null ? "" : name;
    }

    /** The computer, or the empty string. */
    default String computer() {
        String name = text(SystemField.COMPUTER);
        return name == null ? "" : name;
    }

    /** When the event was created, or null when that is absent or unreadable. */
    default @Nullable FileTime timeCreated() {
        return SystemValues.time(system(SystemField.TIME_CREATED));
    }

    /** The record id the event itself states, or that of its place. */
    default long recordId() {
        return number(SystemField.EVENT_RECORD_ID, place().record());
    }

    /**
     * Whether a {@code Data} element of the event's only {@code EventData} has a value that passes, without building
     * the tree. Each item of an array is a value of its own; an empty element has the value {@link Value.Null}.
     *
     * @param name what the {@code Name} of the element must be, or null for any {@code Data}
     * @return {@link Answer#UNKNOWN} also for events that could have more than one {@code EventData}
     */
    default Answer anyDatum(@Nullable String name, ValueTest test) {
        return Answer.UNKNOWN;
    }

    /** How the event was recovered; null for one that was simply read. */
    default @Nullable Recovery recovery() {
        return null;
    }

    /** The event as an immutable value. */
    Event toEvent();
}
