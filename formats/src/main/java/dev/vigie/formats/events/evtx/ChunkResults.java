package dev.vigie.formats.events.evtx;

/**
 * Receives the results of chunks, one after the other, on the thread that called {@link EvtxFile#process}.
 *
 * @param <T> the result of a chunk
 */
@FunctionalInterface
public interface ChunkResults<T> {
    /** The result of one chunk. */
    void result(T result);

    /** Whether no more is wanted; asked after each result. */
    default boolean isFull() {
        return false;
    }
}
