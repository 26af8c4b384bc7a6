package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.archives.ArchiveException;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.evtx.EvtxFile;
import java.io.IOException;
import java.util.List;

/**
 * A source that comes out of an archive: what is wrong with the archive is told behind its events.
 *
 * @param source the source itself
 * @param problems filled while it is read
 */
record ArchivedSource(EventSource source, List<Problem> problems) implements EventSource {
    /** A source with problems of what it came in. */
    static EventSource of(EventSource source, List<Problem> ofArchive) {
        return source instanceof EvtxFile file ? file.withProblems(ofArchive) : new ArchivedSource(source, ofArchive);
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public void read(EventSink sink) throws IOException {
        try {
            source.read(sink);
        } catch (ArchiveException limit) {
            sink.problem(limit.problem());
        }
        problems.forEach(sink::problem);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
