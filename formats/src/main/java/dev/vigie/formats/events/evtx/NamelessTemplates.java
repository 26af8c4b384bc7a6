package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.FileTime;

/**
 * Templates for recovered records whose own template is lost: they show every value in its order. The event log service
 * puts the System fields of all events at the same places among the values, so these keep their names.
 */
final class NamelessTemplates {
    private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";
    private static final int LEVEL = 0;
    private static final int OPCODE = 1;
    private static final int TASK = 2;
    private static final int EVENT_ID = 3;
    private static final int QUALIFIERS = 4;
    private static final int KEYWORDS = 5;
    private static final int TIME_CREATED = 6;
    private static final int ACTIVITY_ID = 7;
    private static final int PROCESS_ID = 8;
    private static final int THREAD_ID = 9;
    private static final int RECORD_ID = 10;
    private static final int VERSION = 11;
    private static final int USER_ID = 12;
    private static final int PROVIDER_NAME = 14;
    private static final int PROVIDER_GUID = 15;
    private static final int CHANNEL = 16;
    private static final int EVENT_DATA = 17;
    private static final int USER_DATA = 19;

    private final int[] types;

    /**
     * Templates for values of some types.
     *
     * @param types the type codes of the values
     */
    NamelessTemplates(int[] types) {
        this.types = types.clone();
    }

    /** The event of a record; its id and time come from the record's header where its values do not tell. */
    Template event(long id, long time) {
        CanonicalBuilder builder = new CanonicalBuilder();
        builder.element("Event", event -> event.attribute("xmlns", value -> value.text(NAMESPACE)),
                isStandard() ? this::standard : event -> unusual(event, id, time));
        return new Template(Template.NO_GUID, builder.bytes());
    }

    /** The payload of an event. */
    Template payload() {
        CanonicalBuilder builder = new CanonicalBuilder();
        builder.element("EventData", CanonicalBuilder.nothing(), data -> {
            for (int slot = 0; slot < types.length; slot++) {
                value(data, slot);
            }
        });
        return new Template(Template.NO_GUID, builder.bytes());
    }

    private boolean isStandard() {
        return types.length > EVENT_DATA && is(LEVEL, ValueType.UINT8) && is(OPCODE, ValueType.UINT8)
                && is(TASK, ValueType.UINT16) && is(EVENT_ID, ValueType.UINT16) && is(TIME_CREATED, ValueType.FILETIME)
                && is(RECORD_ID, ValueType.UINT64) && is(VERSION, ValueType.UINT8);
    }

    private void standard(CanonicalBuilder event) {
        event.element("System", CanonicalBuilder.nothing(), this::system);
        if (isBinXml(EVENT_DATA)) {
            event.slot(EVENT_DATA, types[EVENT_DATA]);
        }
        if (isBinXml(USER_DATA)) {
            event.element("UserData", CanonicalBuilder.nothing(), data -> data.slot(USER_DATA, types[USER_DATA]));
        }
    }

    private void system(CanonicalBuilder system) {
        system.element("Provider", provider -> {
            // In the events of classic providers the template has the name, and other values stand here.
            if (is(PROVIDER_NAME, ValueType.STRING)) {
                provider.attribute("Name", PROVIDER_NAME, types[PROVIDER_NAME]);
            }
            if (is(PROVIDER_GUID, ValueType.GUID)) {
                provider.attribute("Guid", PROVIDER_GUID, types[PROVIDER_GUID]);
            }
        }, CanonicalBuilder.nothing());
        system.element("EventID", attributes -> attributes.attribute("Qualifiers", QUALIFIERS, types[QUALIFIERS]),
                content -> content.slot(EVENT_ID, types[EVENT_ID]));
        system.valueElement("Version", VERSION, types[VERSION]).valueElement("Level", LEVEL, types[LEVEL])
                .valueElement("Task", TASK, types[TASK]).valueElement("Opcode", OPCODE, types[OPCODE])
                .valueElement("Keywords", KEYWORDS, types[KEYWORDS]);
        system.element("TimeCreated", time -> time.attribute("SystemTime", TIME_CREATED, types[TIME_CREATED]),
                CanonicalBuilder.nothing());
        system.valueElement("EventRecordID", RECORD_ID, types[RECORD_ID]);
        system.element("Correlation", ids -> ids.attribute("ActivityID", ACTIVITY_ID, types[ACTIVITY_ID]),
                CanonicalBuilder.nothing());
        system.element("Execution", ids -> ids.attribute("ProcessID", PROCESS_ID, types[PROCESS_ID])
                .attribute("ThreadID", THREAD_ID, types[THREAD_ID]), CanonicalBuilder.nothing());
        if (is(CHANNEL, ValueType.STRING)) {
            system.valueElement("Channel", CHANNEL, types[CHANNEL]);
        }
        system.element("Security", user -> user.attribute("UserID", USER_ID, types[USER_ID]),
                CanonicalBuilder.nothing());
    }

    private void unusual(CanonicalBuilder event, long id, long time) {
        event.element("System", CanonicalBuilder.nothing(), system -> {
            system.element("TimeCreated", created -> created.attribute("SystemTime",
                    value -> value.text(new FileTime(time).toString())), CanonicalBuilder.nothing());
            system.element("EventRecordID", CanonicalBuilder.nothing(),
                    content -> content.text(Long.toUnsignedString(id)));
        });
        for (int slot = 0; slot < types.length; slot++) {
            if (isBinXml(slot)) {
                event.slot(slot, types[slot]);
            }
        }
        event.element("EventData", CanonicalBuilder.nothing(), data -> {
            for (int slot = 0; slot < types.length; slot++) {
                if (!isBinXml(slot)) {
                    value(data, slot);
                }
            }
        });
    }

    private void value(CanonicalBuilder data, int slot) {
        if (isBinXml(slot)) {
            data.slot(slot, types[slot]);
        } else {
            data.element("Data", CanonicalBuilder.nothing(), content -> content.slot(slot, types[slot]));
        }
    }

    private boolean isBinXml(int slot) {
        return slot < types.length && types[slot] == ValueType.BINARY_XML.code();
    }

    private boolean is(int slot, ValueType type) {
        return slot < types.length && types[slot] == type.code();
    }
}
