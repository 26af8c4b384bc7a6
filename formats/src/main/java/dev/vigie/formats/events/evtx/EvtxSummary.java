package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Problem;
import dev.vigie.formats.windows.FileTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a check of an event log found. Its size is bounded, whatever the log's: lists name the first and count the rest.
 *
 * @param header what the file's header states
 * @param chunks its chunks
 * @param records its records
 * @param gaps the record ids missing between the first and the last record
 * @param before the ids below the first record's, null when it is number 1
 * @param after the ids above the last record's that the header counts, null when there are none
 * @param clockSteps where the time goes back although the record ids go on
 * @param longestStepBack the longest way back, shorter than {@link ClockStep}s have included, in ticks of 100 ns; 0 when
 *        time never goes back
 * @param cleared the events that say that a log was cleared
 * @param machine the events that say when the machine ran, of a System log
 * @param problems what is wrong, chunk by chunk
 * @param problemCounts how often each kind of problem was met
 */
public record EvtxSummary(EvtxHeader header, Chunks chunks, Records records, Listed<RecordGap> gaps,
        @Nullable RecordGap before, @Nullable RecordGap after, Listed<ClockStep> clockSteps, long longestStepBack,
        Listed<LogCleared> cleared, Listed<MachineEvent> machine, Listed<Problem> problems,
        Map<EvtxProblem, Long> problemCounts) {
    /** Copies the counts. */
    public EvtxSummary {
        problemCounts = Map.copyOf(problemCounts);
    }

    /**
     * The chunks of a log.
     *
     * @param total the chunks the file has room for
     * @param blank those that are reserved and never written
     * @param damaged those with a damaged header or checksum, or cut short
     * @param pastHeader those with records behind the ones the file's header counts
     */
    public record Chunks(long total, long blank, long damaged, long pastHeader) {
    }

    /**
     * The records of a log.
     *
     * @param read the records read
     * @param lost the records, or stretches of bytes that should be records, that could not be read
     * @param pastHeader the records read from chunks behind the ones the file's header counts
     * @param firstId the lowest record id, 0 when there is no record
     * @param lastId the highest record id, 0 when there is no record
     * @param missing how many ids between them no record has
     * @param repeated how many records have the id of the record before
     * @param backward how often ids go back from one record to the next, chunks in the order of their first ids
     * @param firstTime the earliest creation time, null when there is none
     * @param lastTime the latest creation time, null when there is none
     */
    public record Records(long read, long lost, long pastHeader, long firstId, long lastId, long missing,
            long repeated, long backward, @Nullable FileTime firstTime, @Nullable FileTime lastTime) {
    }
}
