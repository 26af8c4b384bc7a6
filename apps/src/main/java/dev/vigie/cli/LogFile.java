package dev.vigie.cli;

import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.EvtxReadOptions;
import java.io.IOException;
import java.nio.file.Path;

/** A log file that was named where only a log file will do. */
final class LogFile {
    private LogFile() {
    }

    /** Opens it; XML is refused, since it has no records to find again. */
    static EvtxFile open(Session session, Path file) throws IOException {
        LogOpener opener = new LogOpener(session, EvtxReadOptions.defaults(), false);
        return only(opener.open(file.toString(), new InputBytes.OnDisk(file)));
    }

    /** The source as a log; another one is closed and refused. */
    static EvtxFile only(EventSource source) throws IOException {
        if (source instanceof EvtxFile log) {
            return log;
        }
        source.close();
        throw Refusal.input("error.no-log-file", source.name());
    }
}
