package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.Value;
import org.jspecify.annotations.Nullable;

/** Watches for the events that tell of the log itself and of the machine: cleared logs, starts and shutdowns. */
final class HistoryWatch {
    private static final int SECURITY_CLEARED = 1102;
    private static final int LOG_CLEARED = 104;
    private static final String EVENT_LOG_SERVICE = "Microsoft-Windows-Eventlog";

    private final Listing<LogCleared> cleared = new Listing<>();
    private final Listing<MachineEvent> machine = new Listing<>();

    /** Takes a record; true when it says that this log was cleared. */
    boolean record(long id, EventCursor event) {
        int eventId = event.eventId();
        if ((eventId == SECURITY_CLEARED || eventId == LOG_CLEARED)
                && event.provider().equalsIgnoreCase(EVENT_LOG_SERVICE)) {
            LogCleared found = cleared(id, event.toEvent());
            cleared.add(found);
            return found.channel().equalsIgnoreCase(event.channel());
        }
        MachineEvent.Kind kind = kind(eventId, event);
        if (kind != null) {
            boolean requested = kind == MachineEvent.Kind.SHUTDOWN_REQUESTED;
            machine.add(new MachineEvent(kind, id, event.timeCreated(), requested ? request(event.toEvent()) : ""));
        }
        return false;
    }

    Listed<LogCleared> cleared() {
        return cleared.toListed();
    }

    Listed<MachineEvent> machine() {
        return machine.toListed();
    }

    private static LogCleared cleared(long id, Event event) {
        String domain = datum(event, "SubjectDomainName");
        String name = datum(event, "SubjectUserName");
        String channel = datum(event, "Channel");
        return new LogCleared(id, event.timeCreated(), channel.isEmpty() ? event.channel() : channel,
                domain.isEmpty() ? name : domain + "\\" + name, datum(event, "BackupPath"));
    }

    private static MachineEvent.@Nullable Kind kind(int eventId, EventCursor event) {
        return switch (eventId) {
            case 12 -> ifProvider(event, "Microsoft-Windows-Kernel-General", MachineEvent.Kind.BOOT);
            case 13 -> ifProvider(event, "Microsoft-Windows-Kernel-General", MachineEvent.Kind.SHUTDOWN);
            case 41 -> ifProvider(event, "Microsoft-Windows-Kernel-Power", MachineEvent.Kind.NOT_SHUT_DOWN);
            case 1074 -> ifProvider(event, "User32", MachineEvent.Kind.SHUTDOWN_REQUESTED);
            case 6005 -> ifProvider(event, "EventLog", MachineEvent.Kind.SERVICE_STARTED);
            case 6006 -> ifProvider(event, "EventLog", MachineEvent.Kind.SERVICE_STOPPED);
            case 6008 -> ifProvider(event, "EventLog", MachineEvent.Kind.UNEXPECTED_SHUTDOWN);
            default -> null;
        };
    }

    /** Providers are written in several ways: {@code USER32} and {@code User32}. */
    private static MachineEvent.@Nullable Kind ifProvider(EventCursor event, String name, MachineEvent.Kind kind) {
        return event.provider().equalsIgnoreCase(name) && isSystemLog(event) ? kind : null;
    }

    private static boolean isSystemLog(EventCursor event) {
        return event.channel().equalsIgnoreCase("System");
    }

    /** Who asked for the shutdown, by what program and with what reason. */
    private static String request(Event event) {
        String user = datum(event, "param7");
        String program = datum(event, "param1");
        String reason = datum(event, "param3");
        String kind = datum(event, "param5");
        return String.join("; ", user, program, kind, reason);
    }

    private static String datum(Event event, String name) {
        Value value = event.datum(name);
        return value == null ? "" : value.text().strip();
    }
}
