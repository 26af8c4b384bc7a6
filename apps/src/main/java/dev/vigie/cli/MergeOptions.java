package dev.vigie.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of verbs that write events: whether those of all inputs are put into the order of time. */
final class MergeOptions {
    @Option(names = "--merge", negatable = true, descriptionKey = "events.merge")
    private @Nullable Boolean merge;

    /**
     * Whether inputs are merged. Duplicates are known by their time, so that leaving them out needs its order.
     *
     * @param byDefault when the user said nothing
     */
    boolean isMerged(EventSelection selection, boolean byDefault) {
        return selection.isUnique() || (merge == null ? byDefault : merge);
    }
}
