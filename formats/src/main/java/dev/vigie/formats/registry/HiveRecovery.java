package dev.vigie.formats.registry;

import java.util.Comparator;
import java.util.List;

/**
 * Completes, in memory, the last write of a dirty hive from its transaction logs (Suhanov, Windows registry file format,
 * Dirty state of a hive, Multiple transaction log files).
 */
final class HiveRecovery {
    private final HiveImage image;
    private final List<HiveLog> logs;

    HiveRecovery(HiveImage image, List<HiveLog> logs) {
        this.image = image;
        this.logs = logs;
    }

    void run() {
        BaseBlock block = image.baseBlock();
        if (!block.isDirty()) {
            return;
        }
        logs.stream().filter(log -> log.bytes().length > 0 && !log.isIntact())
                .forEach(log -> image.report(log.name(), HiveProblem.BAD_LOG));
        List<HiveLog> intact = logs.stream().filter(HiveLog::isIntact).toList();
        List<HiveLog> withEntries = intact.stream().filter(HiveLog::hasEntries)
                .sorted(Comparator.comparingInt(log -> log.baseBlock().primarySequence())).toList();
        boolean done = withEntries.isEmpty()
                ? applySectors(block, intact)
                : applyEntries(block, withEntries);
        if (!done) {
            image.report(HiveProblem.DIRTY);
        }
    }

    private boolean applySectors(BaseBlock block, List<HiveLog> intact) {
        for (HiveLog log : intact) {
            if (block.isIntact() && !log.baseBlock().lastWritten().equals(block.lastWritten())) {
                image.report(log.name(), HiveProblem.LOG_DOES_NOT_FIT);
            } else if (new DirtySectors(log).applyTo(image)) {
                image.report(HiveProblem.REPLAYED, 1, log.name());
                return true;
            } else {
                image.report(log.name(), HiveProblem.BAD_LOG_ENTRY, 1);
            }
        }
        return false;
    }

    private boolean applyEntries(BaseBlock block, List<HiveLog> sorted) {
        List<HiveLog> usable = sorted;
        if (!block.isIntact()) {
            // Only the latest log goes with the base block that it brings.
            HiveLog latest = sorted.getLast();
            image.takeBaseBlock(latest);
            usable = List.of(latest);
        }
        LogEntries entries = new LogEntries(image);
        for (HiveLog log : usable) {
            if (block.isIntact()
                    && Integer.compareUnsigned(log.baseBlock().primarySequence(), block.secondarySequence()) < 0) {
                image.report(log.name(), HiveProblem.LOG_DOES_NOT_FIT);
            } else {
                entries.apply(log);
            }
        }
        return entries.finish();
    }
}
