package dev.vigie.formats.events.evtx;

import dev.vigie.formats.windows.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * Two records that follow each other in number while their times go back, by a second or more.
 *
 * @param previousRecordId the record before the step
 * @param recordId the record behind it
 * @param from the time before
 * @param to the time behind, which is earlier
 * @param explainedBy the record close by that says that the system time was set back (Kernel-General 1, Security 4616);
 *        null when there is none
 */
public record ClockStep(long previousRecordId, long recordId, FileTime from, FileTime to, @Nullable Long explainedBy) {
    /** How far the time goes back, in ticks of 100 ns. */
    public long size() {
        return from.ticks() - to.ticks();
    }
}
