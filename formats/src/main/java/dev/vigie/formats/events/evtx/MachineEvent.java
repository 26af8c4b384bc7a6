package dev.vigie.formats.events.evtx;

import dev.vigie.formats.windows.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * An event of the System log that tells when the machine ran.
 *
 * @param kind what happened
 * @param recordId the record
 * @param time when it was written; null when the record does not tell
 * @param detail for {@link Kind#SHUTDOWN_REQUESTED} who asked for it and why; empty otherwise
 */
public record MachineEvent(Kind kind, long recordId, @Nullable FileTime time, String detail) {
    /** What happened. */
    public enum Kind {
        /** Windows started (Kernel-General 12). */
        BOOT,
        /** Windows went down in order (Kernel-General 13). */
        SHUTDOWN,
        /** The event log service started (EventLog 6005). */
        SERVICE_STARTED,
        /** The event log service stopped (EventLog 6006). */
        SERVICE_STOPPED,
        /** The shutdown before this start was not expected (EventLog 6008). */
        UNEXPECTED_SHUTDOWN,
        /** Windows started without having gone down in order (Kernel-Power 41). */
        NOT_SHUT_DOWN,
        /** Somebody or something asked for a shutdown or restart (User32 1074). */
        SHUTDOWN_REQUESTED
    }
}
