package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A sink that keeps everything. */
class Recording implements EventSink {
    final List<Event> events = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();

    static Recording of(EventSource source) throws IOException {
        Recording recording = new Recording();
        source.read(recording);
        return recording;
    }

    static Recording of(byte[] log) throws IOException {
        try (EvtxFile file = EvtxFile.of("test.evtx", log)) {
            return of(file);
        }
    }

    @Override
    public void event(EventCursor event) {
        events.add(event.toEvent());
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    List<String> problemKeys() {
        return problems.stream().map(problem -> problem.code().key()).toList();
    }
}
