package dev.vigie.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * Rendered events kept aside until the last is known, then given back in reverse. The text waits in a temporary file
 * that goes away by itself; memory holds eight bytes an event.
 */
final class ReversedEvents implements Closeable {
    private final FileChannel spool;
    private long[] ends = new long[1024];
    private int count;
    private long size;

    ReversedEvents() throws IOException {
        spool = Spool.open();
    }

    void add(RenderedEvents rendered) throws IOException {
        ByteBuffer text = ByteBuffer.wrap(rendered.text().toByteArray());
        while (text.hasRemaining()) {
            spool.write(text);
        }
        for (int i = 1; i <= rendered.count(); i++) {
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, 2 * count);
            }
            ends[count++] = size + rendered.start(i);
        }
        size += rendered.start(rendered.count());
    }

    /** Writes at most {@code limit} events, the last first; returns how many. */
    long writeTo(OutputStream out, long limit) throws IOException {
        long written = 0;
        for (int i = count - 1; i >= 0 && written < limit; i--) {
            long start = i == 0 ? 0 : ends[i - 1];
            ByteBuffer event = ByteBuffer.allocate((int) (ends[i] - start));
            while (event.hasRemaining() && spool.read(event, start + event.position()) > 0) {
                // A read may give less than asked for.
            }
            out.write(event.array(), 0, event.position());
            written++;
        }
        return written;
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
