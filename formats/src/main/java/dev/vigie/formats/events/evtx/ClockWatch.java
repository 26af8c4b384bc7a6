package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.windows.FileTime;
import org.jspecify.annotations.Nullable;

/** Watches the times of records that follow each other in number, and what is said about setting the clock. */
final class ClockWatch {
    /** Less is common, as writers overtake each other. */
    private static final long THRESHOLD = FileTime.TICKS_PER_SECOND;
    /** How many records may lie between a step and the record that explains it. */
    private static final int NEIGHBOURHOOD = 32;
    private static final int KERNEL_GENERAL_TIME_CHANGED = 1;
    private static final int SECURITY_TIME_CHANGED = 4616;

    private final Listing<ClockStep> steps = new Listing<>();
    private long longest;
    private long previousId;
    private @Nullable FileTime previousTime;
    private boolean hasChange;
    private long changeId;

    /** The next record in the order of ids. */
    void record(long id, @Nullable FileTime time, EventCursor event) {
        noteChange(id, event);
        if (time == null) {
            return;
        }
        FileTime before = previousTime;
        if (before != null && time.compareTo(before) < 0) {
            step(id, before, time);
        }
        previousId = id;
        previousTime = time;
    }

    Listed<ClockStep> steps() {
        return steps.toListed();
    }

    long longest() {
        return longest;
    }

    private void step(long id, FileTime from, FileTime to) {
        long size = from.ticks() - to.ticks();
        longest = Long.compareUnsigned(size, longest) > 0 ? size : longest;
        if (Long.compareUnsigned(size, THRESHOLD) >= 0) {
            steps.add(new ClockStep(previousId, id, from, to, hasChange && isNear(changeId, id) ? changeId : null));
        }
    }

    private void noteChange(long id, EventCursor event) {
        int eventId = event.eventId();
        boolean changed = eventId == KERNEL_GENERAL_TIME_CHANGED
                && event.provider().equals("Microsoft-Windows-Kernel-General")
                && goesBack(event.toEvent(), "OldTime", "NewTime")
                || eventId == SECURITY_TIME_CHANGED
                        && event.provider().equals("Microsoft-Windows-Security-Auditing")
                        && goesBack(event.toEvent(), "PreviousTime", "NewTime");
        if (changed) {
            hasChange = true;
            changeId = id;
            steps.replaceLast(NEIGHBOURHOOD, step -> step.explainedBy() == null && isNear(step.recordId(), id)
                    ? new ClockStep(step.previousRecordId(), step.recordId(), step.from(), step.to(), id)
                    : step);
        }
    }

    private static boolean isNear(long one, long other) {
        return Math.abs(one - other) <= NEIGHBOURHOOD;
    }

    private static boolean goesBack(Event event, String oldName, String newName) {
        return event.datum(oldName) instanceof Value.Time before && event.datum(newName) instanceof Value.Time after
                && before.time().ticks() - after.time().ticks() >= THRESHOLD;
    }
}
