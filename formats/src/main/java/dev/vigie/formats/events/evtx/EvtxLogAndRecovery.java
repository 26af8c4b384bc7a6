package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import java.io.IOException;

/**
 * A log with what can be recovered from its file: first the events that reading gives, in the order of the file and with
 * the problems, then the recovered ones. Closing it closes the log.
 *
 * @param log the log
 */
public record EvtxLogAndRecovery(EvtxFile log) implements EventSource {
    @Override
    public String name() {
        return log.name();
    }

    @Override
    public void read(EventSink sink) throws IOException {
        log.read(sink);
        log.recovery().read(sink);
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
