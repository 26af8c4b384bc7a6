package dev.vigie.formats.events;

import java.io.Closeable;
import java.io.IOException;

/** Something that holds events: a log file, an XML document, a stream. */
public interface EventSource extends Closeable {
    /** The name of the source, as in {@link dev.vigie.formats.Place#source()}. */
    String name();

    /**
     * Gives everything to the sink, in the order of the source, on the calling thread.
     *
     * @throws IOException when the source cannot be read at all; damage inside it goes to the sink instead
     */
    void read(EventSink sink) throws IOException;
}
