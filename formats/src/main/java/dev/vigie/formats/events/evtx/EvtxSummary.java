package dev.vigie.formats.events.evtx;

import dev.vigie.formats.windows.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What a check of an event log found.
 *
 * @param isDirty whether the log was not closed
 * @param chunks the chunks the file has room for
 * @param blankChunks those of them that are reserved and never written
 * @param damagedChunks those of them with a damaged header or checksum, or cut short
 * @param records the records read
 * @param lostRecords the records, or stretches of bytes that should be records, that could not be read
 * @param firstRecordId the lowest record id, 0 when there is no record
 * @param lastRecordId the highest record id, 0 when there is no record
 * @param missingRecordIds how many ids between them no record has: overwritten, removed or lost
 * @param firstTime the earliest creation time, null when there is none
 * @param lastTime the latest creation time, null when there is none
 * @param clockStepsBack how often a record is older, by a second or more, than the record before it: less is common,
 *        as writers overtake each other
 * @param longestStepBack the longest such step, shorter ones included, in ticks of 100 ns; 0 when there is none
 */
public record EvtxSummary(boolean isDirty, long chunks, long blankChunks, long damagedChunks, long records,
        long lostRecords, long firstRecordId, long lastRecordId, long missingRecordIds, @Nullable FileTime firstTime,
        @Nullable FileTime lastTime, long clockStepsBack, long longestStepBack) {
}
