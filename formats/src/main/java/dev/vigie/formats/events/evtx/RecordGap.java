package dev.vigie.formats.events.evtx;

/**
 * Record ids that no record has.
 *
 * @param firstId the lowest of them
 * @param lastId the highest
 * @param reason why, as far as the log tells
 */
public record RecordGap(long firstId, long lastId, Reason reason) {
    /** How many ids; {@link Long#MAX_VALUE} when they are more than that, which only damage can state. */
    public long length() {
        long length = lastId - firstId + 1;
        return length <= 0 ? Long.MAX_VALUE : length;
    }

    /** Why records are missing. */
    public enum Reason {
        /** Damage lies between the records before and behind. */
        DAMAGED,
        /** The record behind says that the log was cleared. */
        CLEARED,
        /** The log reached its greatest size, and its newest records replaced the oldest. */
        OVERWRITTEN,
        /** The header counts them, and the file has no more: it was cut or copied in part. */
        CUT,
        /** The log does not say: left out of an export, removed, or overwritten. */
        UNKNOWN
    }
}
