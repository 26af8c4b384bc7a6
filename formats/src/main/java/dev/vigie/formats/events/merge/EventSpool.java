package dev.vigie.formats.events.merge;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.Recovery;
import dev.vigie.formats.events.text.EventXml;
import dev.vigie.formats.events.text.EventXmlReader;
import dev.vigie.formats.events.text.Utf8Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of a source that is read once, kept as XML in a file: for each the length of the text, its place, how it was
 * recovered, and the text.
 */
final class EventSpool {
    private static final int HEADER = Integer.BYTES + 2 * Long.BYTES + 2;
    private static final int EVENTS_OF_RUN = 1 << 16;
    private static final int BUFFER = 1 << 20;
    private static final List<Recovery.Origin> ORIGINS = List.of(Recovery.Origin.values());
    private static final List<Recovery.TemplateSource> TEMPLATES = List.of(Recovery.TemplateSource.values());
    private static final EventXml FORMAT = EventXml.sequence(EventXml.Style.COMPACT);
    private final String source;
    private final FileChannel file;

    private EventSpool(String source, FileChannel file) {
        this.source = source;
        this.file = file;
    }

    /** The runs of a source, whose problems are told. */
    static List<Run> runs(EventSource source, int number, FileChannel file, EventSink sink) throws IOException {
        EventSpool spool = new EventSpool(source.name(), file);
        Filling filling = spool.new Filling(number, sink);
        try {
            source.read(filling);
            filling.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        filling.endRun();
        return filling.runs;
    }

    /** Gives the event at a position. */
    void give(long position, EventSink sink) throws IOException {
        ByteBuffer header = read(position, HEADER);
        byte[] text = read(position + HEADER, header.getInt()).array();
        Place place = new Place(source, header.getLong(), header.getLong());
        Recovery recovery = recovery(header.get(), header.get());
        new EventXmlReader(source, new ByteArrayInputStream(text)).read(new EventSink() {
            @Override
            public void event(EventCursor event) {
                sink.event(new Event(event.toEvent().root(), place, recovery));
            }

            @Override
            public void problem(Problem problem) {
                sink.problem(problem);
            }
        });
    }

    private ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) >= 0) {
            // Reading goes on where it stopped.
        }
        return buffer.flip();
    }

    private static @Nullable Recovery recovery(int origin, int template) {
        return origin < 0
                ? null
                : new Recovery(ORIGINS.get(origin), TEMPLATES.get(template));
    }

    /** Writes events, and takes down where they are. */
    private final class Filling implements EventSink {
        private final int number;
        private final EventSink problems;
        private final List<Run> runs = new ArrayList<>();
        private final Utf8Buffer text = new Utf8Buffer();
        private final ByteBuffer pending = ByteBuffer.allocate(BUFFER);
        private Moments moments = new Moments();
        private long size;

        Filling(int number, EventSink problems) throws IOException {
            this.number = number;
            this.problems = problems;
            this.size = file.size();
        }

        @Override
        public void event(EventCursor event) {
            text.clear();
            FORMAT.append(event, text);
            moments.add(event, size);
            write(event, text.toByteArray());
            if (moments.count() == EVENTS_OF_RUN) {
                endRun();
            }
        }

        private void write(EventCursor event, byte[] xml) {
            Recovery recovery = event.recovery();
            room(HEADER).putInt(xml.length).putLong(event.place().offset()).putLong(event.place().record())
                    .put((byte) (recovery == null ? -1 : ORIGINS.indexOf(recovery.origin())))
                    .put((byte) (recovery == null ? -1 : TEMPLATES.indexOf(recovery.template())));
            if (xml.length <= pending.capacity()) {
                room(xml.length).put(xml);
            } else {
                flush();
                write(ByteBuffer.wrap(xml));
            }
            size += HEADER + xml.length;
        }

        private ByteBuffer room(int bytes) {
            if (pending.remaining() < bytes) {
                flush();
            }
            return pending;
        }

        private void flush() {
            write(pending.flip());
            pending.clear();
        }

        private void write(ByteBuffer bytes) {
            try {
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void endRun() {
            if (moments.count() > 0) {
                runs.add(new SpooledRun(number, runs.size(), moments.sort(), EventSpool.this));
                moments = new Moments();
            }
        }

        @Override
        public void problem(Problem problem) {
            problems.problem(problem);
        }
    }
}
