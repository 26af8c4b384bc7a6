package dev.vigie.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The last rendered events of a source, kept aside until the very last is known, then given back in reverse. */
sealed interface LastEvents extends Closeable {
    /** Takes an event, without what leads it in. */
    interface Receiver {
        /** Takes the bytes of one event. */
        void take(byte[] event) throws IOException;
    }

    /** Takes the next events of the source. */
    void add(RenderedEvents rendered) throws IOException;

    /** Gives the events back, the last first. */
    void giveBack(Receiver receiver) throws IOException;

    /** Keeps at most so many. */
    static LastEvents of(long limit) throws IOException {
        return limit <= InMemory.MOST ? new InMemory((int) limit) : new Spooled(limit);
    }

    /** A few, in memory. */
    final class InMemory implements LastEvents {
        /** Events are a few KiB at most, and rarely more than one. */
        static final int MOST = 4096;
        private final int limit;
        private final Deque<byte[]> events = new ArrayDeque<>();

        InMemory(int limit) {
            this.limit = limit;
        }

        @Override
        public void add(RenderedEvents rendered) {
            for (int i = Math.max(0, rendered.count() - limit); i < rendered.count(); i++) {
                if (events.size() == limit) {
                    events.removeFirst();
                }
                events.addLast(rendered.event(i));
            }
        }

        @Override
        public void giveBack(Receiver receiver) throws IOException {
            while (!events.isEmpty()) {
                receiver.take(events.removeLast());
            }
        }

        @Override
        public void close() {
            events.clear();
        }
    }

    /**
     * Many: the text waits in a temporary file that goes away by itself; memory holds eight bytes an event.
     */
    final class Spooled implements LastEvents {
        private final long limit;
        private final FileChannel spool;
        private long[] ends = new long[1024];
        private int count;
        private long size;

        Spooled(long limit) throws IOException {
            this.limit = limit;
            this.spool = Spool.open();
        }

        @Override
        public void add(RenderedEvents rendered) throws IOException {
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

        @Override
        public void giveBack(Receiver receiver) throws IOException {
            long last = Math.max(0, count - limit);
            for (int i = count - 1; i >= last; i--) {
                long start = i == 0 ? 0 : ends[i - 1];
                ByteBuffer event = ByteBuffer.allocate((int) (ends[i] - start));
                while (event.hasRemaining() && spool.read(event, start + event.position()) > 0) {
                    // A read may give less than asked for.
                }
                receiver.take(event.array());
            }
        }

        @Override
        public void close() throws IOException {
            spool.close();
        }
    }
}
