package dev.vigie.diagnosis.facts;

import dev.vigie.diagnosis.facts.Coverage.Hole;
import dev.vigie.diagnosis.facts.MachineLogs.ClockStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one source holds of one channel of one computer. */
final class LogScan {
    /** Records written by several threads can stand a moment out of order; that is no set clock. */
    private static final Duration DISORDER = Duration.ofMinutes(1);
    private static final int MAX_STEPS = 100;
    /** More damage than this becomes one hole that covers it all: a source can be damaged between any two records. */
    private static final int MAX_DAMAGE = 1000;
    final String computer;
    final String channel;
    final RecordRuns runs = new RecordRuns();
    final List<ClockStep> steps = new ArrayList<>();
    final Map<String, NewestEvents> kept = new LinkedHashMap<>();
    private final List<Hole> damage = new ArrayList<>();
    private long previousId;
    private @Nullable Instant previousTime;

    LogScan(String computer, String channel) {
        this.computer = computer;
        this.channel = channel;
    }

    void record(long id, Instant time) {
        runs.add(id, time);
        if (previousTime != null && id == previousId + 1 && time.isBefore(previousTime.minus(DISORDER))
                && steps.size() < MAX_STEPS) {
            steps.add(new ClockStep(channel, previousTime, time));
        }
        previousId = id;
        previousTime = time;
    }

    /** Records may have been lost here. */
    void damaged(Hole hole) {
        damage.add(damage.size() < MAX_DAMAGE ? hole : covering(damage.removeLast(), hole));
    }

    /** Where records may have been lost, in the order of the source. */
    List<Hole> damage() {
        return damage;
    }

    private static Hole covering(Hole one, Hole other) {
        Optional<Instant> from = one.from().flatMap(a -> other.from().map(b -> a.isBefore(b) ? a : b));
        Optional<Instant> to = one.to().flatMap(a -> other.to().map(b -> a.isAfter(b) ? a : b));
        return new Hole(one.kind(), from, to, 0);
    }
}
