package dev.vigie.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.EvtxWriter;
import dev.vigie.formats.events.evtx.EvtxWriterOptions;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.formats.events.text.EventXml;
import dev.vigie.formats.events.text.EventXmlReader;
import dev.vigie.formats.windows.FileTime;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of README.md, as a developer would type it. */
class ReadmeExampleTest {
    private static final String XML = """
            <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>\
            <Provider Name='P'/><EventID>1058</EventID><TimeCreated SystemTime='2026-03-18T08:14:03.1234567Z'/>\
            <EventRecordID>1</EventRecordID><Channel>System</Channel><Computer>C</Computer></System></Event>""";

    @Test
    void theExample_printsTheEventsThatMatch(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("System.evtx");
        writeLog(file);
        List<String> printed = new ArrayList<>();
        try (EvtxFile log = EvtxFile.open(file)) {
            EventFilter filter = EventFilter.parse("*[System[EventID=1058]]");
            QueryContext context = QueryContext.of(FileTime.of(Instant.now()));
            log.read(new EventSink() {
                @Override
                public void event(EventCursor event) {
                    if (filter.matches(event, context)) {
                        printed.add(EventXml.toString(event, EventXml.Style.COMPACT));
                    }
                }

                @Override
                public void problem(Problem problem) {
                    throw new AssertionError(problem);
                }
            });
        }
        assertThat(printed).hasSize(1).first().asString().contains("1058", "2026-03-18T08:14:03.1234567Z");
    }

    private static void writeLog(Path file) throws Exception {
        List<Event> events = new ArrayList<>();
        try (EventSource source = new EventXmlReader("example",
                new ByteArrayInputStream(XML.getBytes(StandardCharsets.UTF_8)))) {
            source.read(new EventSink() {
                @Override
                public void event(EventCursor event) {
                    events.add(event.toEvent());
                }

                @Override
                public void problem(Problem problem) {
                    throw new AssertionError(problem);
                }
            });
        }
        try (EvtxWriter writer = EvtxWriter.create(file, EvtxWriterOptions.DEFAULT)) {
            for (Event event : events) {
                writer.write(event);
            }
        }
    }
}
