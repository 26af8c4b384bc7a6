package dev.vigie.formats.events.evtx;

/**
 * How the chunks of a file are shared among threads.
 *
 * @param threads how many platform threads decode, at least 1
 * @param chunksInFlight how many chunks may be decoded, or wait to be taken, at one time; with the size of a result
 *        this bounds the memory. At least as many as threads
 * @param inOrder whether results come in the order of the file; otherwise as they are ready
 */
public record ParallelPlan(int threads, int chunksInFlight, boolean inOrder) {
    private static final int CHUNKS_PER_THREAD = 16;
    /** Fewer would leave threads waiting for the slowest, whose results come first. */
    private static final int BATCHES_PER_THREAD = 4;

    /** Checks the components. */
    public ParallelPlan {
        if (threads < 1 || chunksInFlight < threads) {
            throw new IllegalArgumentException(threads + " threads, " + chunksInFlight + " chunks in flight");
        }
    }

    /** A plan for a number of threads, in order, with sixteen chunks in flight for each. */
    public static ParallelPlan ofThreads(int threads) {
        return new ParallelPlan(threads, CHUNKS_PER_THREAD * threads, true);
    }

    /** A plan for all processors, in order. */
    public static ParallelPlan ofProcessors() {
        return ofThreads(Runtime.getRuntime().availableProcessors());
    }

    /** The same with results as they are ready. */
    public ParallelPlan unordered() {
        return new ParallelPlan(threads, chunksInFlight, false);
    }

    /** How many chunks a thread takes at a time; handing them out one by one would cost as much as scanning them. */
    int chunksInBatch() {
        return Math.max(1, chunksInFlight / (BATCHES_PER_THREAD * threads));
    }
}
