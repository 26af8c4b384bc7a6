package dev.vigie.formats.events.text;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Everything a source gave. */
final class Gathered implements EventSink {
    final List<Event> events = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();

    static Gathered from(EventSource source) {
        Gathered gathered = new Gathered();
        try (source) {
            source.read(gathered);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gathered;
    }

    static Gathered fromXml(byte[] bytes) {
        return from(new EventXmlReader("test.xml", new ByteArrayInputStream(bytes)));
    }

    static Gathered fromXml(String text) {
        return fromXml(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void event(EventCursor event) {
        events.add(event.toEvent());
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    List<String> keys() {
        return problems.stream().map(problem -> problem.code().key()).toList();
    }
}
