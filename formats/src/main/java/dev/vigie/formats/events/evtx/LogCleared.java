package dev.vigie.formats.events.evtx;

import dev.vigie.formats.windows.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * An event that says that a log was cleared: 1102 of the Security log, 104 of the System log for itself and all others.
 *
 * @param recordId the record
 * @param time when; null when the record does not tell
 * @param channel the log that was cleared; empty when the record does not tell
 * @param user who did it, as {@code DOMAIN\name}; empty when the record does not tell
 * @param backup the file the log was saved to before; empty when it was not
 */
public record LogCleared(long recordId, @Nullable FileTime time, String channel, String user, String backup) {
}
