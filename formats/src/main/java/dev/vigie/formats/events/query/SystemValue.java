package dev.vigie.formats.events.query;

import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.Guid;
import dev.vigie.formats.windows.Sid;
import org.jspecify.annotations.Nullable;

/**
 * A System field in the type the event schema gives it, whatever it was written as: forwarded events and event XML have
 * nothing but text, and a query must select the same events from either.
 */
final class SystemValue {
    private SystemValue() {
    }

    /** What the schema says of a field. */
    enum Kind {
        NUMBER, TEXT, GUID, SID, TIME
    }

    static Kind kind(SystemField field) {
        return switch (field) {
            case PROVIDER_NAME, EVENT_SOURCE_NAME, CHANNEL, COMPUTER -> Kind.TEXT;
            case PROVIDER_GUID, ACTIVITY_ID, RELATED_ACTIVITY_ID -> Kind.GUID;
            case USER_ID -> Kind.SID;
            case TIME_CREATED -> Kind.TIME;
            default -> Kind.NUMBER;
        };
    }

    /** The value, or null when the field is absent or empty; the written value when it does not fit its type. */
    static @Nullable Value of(EventCursor event, SystemField field) {
        Value written = event.system(field);
        if (written == null) {
            return null;
        }
        return switch (kind(field)) {
            case NUMBER -> number(event, field, written);
            case TEXT -> written instanceof Value.Text ? written : new Value.Text(written.text());
            case GUID -> guid(written);
            case SID -> sid(written);
            case TIME -> time(event, written);
        };
    }

    private static Value number(EventCursor event, SystemField field, Value written) {
        long number = event.number(field, EventCursor.ABSENT);
        boolean absent = number == EventCursor.ABSENT && event.number(field, 0) == 0;
        return absent ? written : new Value.Int(ValueType.UINT64, number);
    }

    private static Value guid(Value written) {
        Guid guid = written instanceof Value.Text text ? Literal.guidOf(text.text().strip()) : null;
        return guid == null ? written : new Value.GuidValue(guid);
    }

    private static Value sid(Value written) {
        Sid sid = written instanceof Value.Text text ? Literal.sidOf(text.text().strip()) : null;
        return sid == null ? written : new Value.SidValue(sid);
    }

    private static Value time(EventCursor event, Value written) {
        FileTime time = written instanceof Value.Text ? event.timeCreated() : null;
        return time == null ? written : new Value.Time(time);
    }
}
