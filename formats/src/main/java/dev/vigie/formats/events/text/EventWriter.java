package dev.vigie.formats.events.text;

import dev.vigie.formats.events.EventCursor;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes events to a stream in one format, through a buffer of bounded size.
 *
 * <p>The end of the format (such as the closing tag of an XML document) is written by {@link #close()}. One thread at a
 * time.
 */
public final class EventWriter implements Closeable {
    private static final int FLUSH_SIZE = 1 << 16;

    private final EventFormat format;
    private final OutputStream out;
    private final Utf8Buffer buffer = new Utf8Buffer(2 * FLUSH_SIZE);
    private long written;
    private boolean closed;

    /** A writer that has written the start of the format. */
    public EventWriter(EventFormat format, OutputStream out) {
        this.format = format;
        this.out = out;
        format.start(buffer);
    }

    /** Writes an event; it may stay in the buffer until there are more. */
    public void write(EventCursor event) throws IOException {
        format.lead(written++, buffer);
        format.append(event, buffer);
        if (buffer.size() >= FLUSH_SIZE) {
            drain();
        }
    }

    /** Gives everything written so far to the stream and flushes that. */
    public void flush() throws IOException {
        drain();
        out.flush();
    }

    /** Writes the end of the format and closes the stream. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            format.end(buffer);
            flush();
        }
    }

    private void drain() throws IOException {
        buffer.writeTo(out);
        buffer.clear();
    }
}
