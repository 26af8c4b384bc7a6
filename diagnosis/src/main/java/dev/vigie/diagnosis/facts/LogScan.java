package dev.vigie.diagnosis.facts;

import dev.vigie.diagnosis.facts.Coverage.Hole;
import dev.vigie.diagnosis.facts.MachineLogs.ClockStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one source holds of one channel of one computer. */
final class LogScan {
    /** Records written by several threads can stand a moment out of order; that is no set clock. */
    private static final Duration DISORDER = Duration.ofMinutes(1);
    private static final int MAX_STEPS = 100;
    final String computer;
    final String channel;
    final RecordRuns runs = new RecordRuns();
    final List<Hole> damage = new ArrayList<>();
    final List<ClockStep> steps = new ArrayList<>();
    final Map<String, NewestEvents> kept = new LinkedHashMap<>();
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
}
