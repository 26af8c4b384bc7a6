package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Problem;
import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.windows.FileTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sums up a log from its chunks, which come in the order of their first record ids. */
final class SummaryBuilder implements EventSink {
    private static final Set<ProblemCode> LOSSES = Set.of(EvtxProblem.LOST_RECORD, EvtxProblem.TRUNCATED_RECORD,
            EvtxProblem.BAD_TOKEN, EvtxProblem.UNEXPECTED_END, EvtxProblem.BAD_NAME, EvtxProblem.BAD_TEMPLATE,
            EvtxProblem.BAD_VALUES, EvtxProblem.TOO_COMPLEX);

    private final EvtxHeader header;
    private final Listing<Problem> problems = new Listing<>();
    private final Map<EvtxProblem, Long> problemCounts = new EnumMap<>(EvtxProblem.class);
    private final Listing<RecordGap> gaps = new Listing<>();
    private final ClockWatch clock = new ClockWatch();
    private final HistoryWatch history = new HistoryWatch();
    private long chunks;
    private long blankChunks;
    private long damagedChunks;
    private long chunksPastHeader;
    private boolean isPastHeader;
    private long recordsInChunk;
    private long records;
    private long lostRecords;
    private long recordsPastHeader;
    private boolean damagedSinceRecord;
    private boolean startsCleared;
    private long firstId;
    private long previousId;
    private long highestId;
    private long missing;
    private long repeated;
    private long backward;
    private @Nullable FileTime earliest;
    private @Nullable FileTime latest;

    SummaryBuilder(EvtxHeader header) {
        this.header = header;
    }

    /** The next chunk, of this number in the file. */
    void beginChunk(long number) {
        chunks++;
        // The header's count is cut to 16 bits, so that 0 may mean any multiple of 65,536.
        isPastHeader = header.hasMagic() && header.chunkCount() != 0 && number >= header.chunkCount();
        recordsInChunk = 0;
    }

    void endChunk(ChunkState state) {
        switch (state) {
            case BLANK -> blankChunks++;
            case DAMAGED -> {
                damagedChunks++;
                damagedSinceRecord |= recordsInChunk == 0;
            }
            case GOOD -> {
                // Counted among all chunks.
            }
        }
        if (isPastHeader && recordsInChunk > 0) {
            chunksPastHeader++;
            recordsPastHeader += recordsInChunk;
        }
    }

    @Override
    public void event(EventCursor event) {
        long id = event.place().record();
        FileTime time = event.timeCreated();
        recordsInChunk++;
        boolean saysCleared = history.record(id, event);
        clock.record(id, time, event);
        if (records++ == 0) {
            firstId = id;
            highestId = id;
            startsCleared = saysCleared;
        } else {
            follow(id, saysCleared);
        }
        previousId = id;
        damagedSinceRecord = false;
        if (time != null) {
            earliest = earliest == null || time.compareTo(earliest) < 0 ? time : earliest;
            latest = latest == null || time.compareTo(latest) > 0 ? time : latest;
        }
    }

    private void follow(long id, boolean saysCleared) {
        if (id == previousId) {
            repeated++;
        } else if (Long.compareUnsigned(id, previousId) < 0) {
            backward++;
        } else if (Long.compareUnsigned(id, highestId) > 0 && id != highestId + 1) {
            RecordGap gap = new RecordGap(highestId + 1, id - 1, reason(saysCleared));
            gaps.add(gap);
            missing = saturated(missing + gap.length());
        }
        firstId = Long.compareUnsigned(id, firstId) < 0 ? id : firstId;
        highestId = Long.compareUnsigned(id, highestId) > 0 ? id : highestId;
    }

    /** Ids that no log has reached in truth may be stated by a damaged one. */
    private static long saturated(long sum) {
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private RecordGap.Reason reason(boolean saysCleared) {
        if (damagedSinceRecord) {
            return RecordGap.Reason.DAMAGED;
        }
        return saysCleared ? RecordGap.Reason.CLEARED : RecordGap.Reason.UNKNOWN;
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
        if (problem.code() instanceof EvtxProblem code) {
            problemCounts.merge(code, 1L, Long::sum);
        }
        if (LOSSES.contains(problem.code())) {
            lostRecords++;
            damagedSinceRecord = true;
        }
    }

    EvtxSummary build() {
        return new EvtxSummary(header,
                new EvtxSummary.Chunks(chunks, blankChunks, damagedChunks, chunksPastHeader),
                new EvtxSummary.Records(records, lostRecords, recordsPastHeader, firstId, highestId, missing, repeated,
                        backward, earliest, latest),
                gaps.toListed(), before(), after(), clock.steps(), clock.longest(), history.cleared(),
                history.machine(), problems.toListed(), problemCounts);
    }

    private @Nullable RecordGap before() {
        if (records == 0 || Long.compareUnsigned(firstId, 1) <= 0) {
            return null;
        }
        RecordGap.Reason reason = RecordGap.Reason.UNKNOWN;
        if (startsCleared) {
            reason = RecordGap.Reason.CLEARED;
        } else if (header.hasMagic() && (header.isFull() || header.firstChunk() != 0)) {
            reason = RecordGap.Reason.OVERWRITTEN;
        }
        return new RecordGap(1, firstId - 1, reason);
    }

    /** Only the header of a log that was closed is up to date. */
    private @Nullable RecordGap after() {
        long next = header.nextRecordId();
        boolean counts = header.isIntact() && !header.isDirty() && records > 0
                && Long.compareUnsigned(next, highestId + 1) > 0;
        RecordGap.Reason reason = damagedSinceRecord ? RecordGap.Reason.DAMAGED : RecordGap.Reason.CUT;
        return counts ? new RecordGap(highestId + 1, next - 1, reason) : null;
    }
}
