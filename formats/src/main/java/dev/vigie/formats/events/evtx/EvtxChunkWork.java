package dev.vigie.formats.events.evtx;

import java.io.IOException;

/**
 * What workers do with each chunk: read its events and make one result of them. Called by several threads at once.
 *
 * @param <T> the result of a chunk, such as a list or a buffer; it must not hold cursors
 */
@FunctionalInterface
public interface EvtxChunkWork<T> {
    /**
     * Makes a chunk's result.
     *
     * @throws IOException when the file cannot be read; it reaches the caller of {@link EvtxFile#process}
     */
    T apply(EvtxChunk chunk) throws IOException;
}
