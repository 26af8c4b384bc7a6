package dev.vigie.cli;

import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.text.EventFormat;
import dev.vigie.formats.events.text.Utf8Buffer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Prints the chosen events of log files from their bookmarks on, one log after the other. */
final class BookmarkedPrinter {
    private final Session session;
    private final EventFormat format;
    private final LogReader reader;

    BookmarkedPrinter(Session session, EventFormat format, LogReader reader) {
        this.session = session;
        this.format = format;
        this.reader = reader;
    }

    /** Prints what is left of the logs; of a folder in the order of their names, or the other way round. */
    int print(EventInputs sources, Optional<EventFilter> filter, boolean newestFirst) throws IOException {
        List<EventInputs.Input> logs = sources.all();
        try (OutputStream out = new Output(new BufferedOutputStream(session.terminal().out(), 1 << 16))) {
            Utf8Buffer frame = new Utf8Buffer();
            format.start(frame);
            frame.writeTo(out);
            for (EventInputs.Input log : newestFirst ? logs.reversed() : logs) {
                if (!reader.isFull()) {
                    print(sources.open(log), filter, out);
                }
            }
            frame.clear();
            format.end(frame);
            frame.writeTo(out);
        }
        return sources.openedAny() || reader.isFull() ? ExitCode.FINE : ExitCode.COULD_NOT_CHECK;
    }

    private void print(Optional<EventSource> opened, Optional<EventFilter> filter, OutputStream out)
            throws IOException {
        if (opened.isPresent()) {
            try (EvtxFile file = LogFile.only(opened.get())) {
                reader.read(file, LogName.ofFile(file.name()), filter, out);
            }
        }
    }
}
