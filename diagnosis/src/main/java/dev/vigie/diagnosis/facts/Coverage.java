package dev.vigie.diagnosis.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much of one channel of one machine was read: what makes an absence provable.
 *
 * @param channel the channel
 * @param records how many records were read, those read twice counted once
 * @param first the time of the oldest record
 * @param last the time of the newest record
 * @param holes times in which records are missing or damaged, in order
 * @param cleared when the log was cleared
 * @param sources the sources that held records of it, in the order given
 */
public record Coverage(String channel, long records, Instant first, Instant last, List<Hole> holes,
        List<Instant> cleared, List<String> sources) {
    /** Copies the lists. */
    public Coverage {
        holes = List.copyOf(holes);
        cleared = List.copyOf(cleared);
        sources = List.copyOf(sources);
    }

    /**
     * A time in which records are missing.
     *
     * @param kind why
     * @param from the time of the last record before it; empty when there is none
     * @param to the time of the next record after it; empty when there is none
     * @param missing how many record numbers are missing; 0 when that is not known
     */
    public record Hole(Kind kind, Optional<Instant> from, Optional<Instant> to, long missing) {
        /** Whether a record of the interval may be missing here; the record after the hole is not in it. */
        public boolean touches(Instant begin, Instant end) {
            return from.map(f -> !f.isAfter(end)).orElse(true) && to.map(t -> t.isAfter(begin)).orElse(true);
        }
    }

    /** Why records are missing. */
    public enum Kind {
        /** Record numbers are missing between two records. */
        GAP,
        /** The source is damaged there. */
        DAMAGE,
        /** So many numbers are missing that the log was filtered before it was given. */
        FILTERED
    }

    /** Whether the log reaches back to this time. */
    public boolean reachesBackTo(Instant begin) {
        return !first.isAfter(begin);
    }

    /** The first hole that touches the interval. */
    public Optional<Hole> holeWithin(Instant begin, Instant end) {
        return holes.stream().filter(hole -> hole.touches(begin, end)).findFirst();
    }
}
