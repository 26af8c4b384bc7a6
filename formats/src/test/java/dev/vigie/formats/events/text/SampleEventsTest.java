package dev.vigie.formats.events.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Problem;
import dev.vigie.formats.Samples;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.evtx.EvtxFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Real events of real Windows machines, judged by parsers that are not ours. */
class SampleEventsTest {
    /** Values that are the same however written: times with fewer or more digits, GUIDs in upper case. */
    private static final Pattern TIME = Pattern.compile("SystemTime=([0-9T:-]{19}\\.)([0-9]+)Z");
    private static final Pattern GUID = Pattern.compile("\\{[0-9A-Fa-f-]{36}}");

    @Test
    void everyRecord_becomesWellFormedXmlAndAnExactJsonLine() throws IOException {
        Checking checking = new Checking();
        List<Path> files = Samples.files("evtx", ".evtx");
        for (Path file : files) {
            try (EventSource source = EvtxFile.open(file)) {
                source.read(checking);
            }
        }
        assertThat(files).isNotEmpty();
        assertThat(checking.records).isPositive();
        System.out.printf("%,d records of %d logs: XML accepted, JSON Lines rebuilt; %,d lines need a tree, %,d carry "
                + "types; %,d bytes of XML, %,d of JSON%n", checking.records, files.size(), checking.trees,
                checking.types, checking.xmlBytes, checking.jsonBytes);
    }

    @Test
    void eventsRenderedByWindows_readAndPrintedAgain_areTheSameDocument() throws IOException {
        int compared = 0;
        for (Path file : Samples.files("event-forwarding", ".xml")) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
            if (text.startsWith("<Event") && isWellFormed(text)) {
                Gathered gathered = Gathered.fromXml(text);
                assertThat(gathered.problems).as(file.toString()).isEmpty();
                assertThat(gathered.events).as(file.toString()).hasSize(1);
                for (EventXml.Style style : EventXml.Style.values()) {
                    String printed = EventXml.toString(gathered.events.getFirst(), style);
                    assertThat(normal(printed)).as(file.toString()).isEqualTo(normal(text));
                }
                compared++;
            }
        }
        assertThat(compared).isPositive();
        System.out.printf("%d events rendered by Windows compared%n", compared);
    }

    @Test
    void forwardingMessages_giveEveryEventTheyHold() throws IOException {
        int events = 0;
        for (Path file : Samples.files("event-forwarding", ".xml")) {
            // The published messages were pasted from a program: their apostrophes are escaped for it.
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\\'", "'");
            if (text.contains("<w:Events>") && text.contains("<EventID")) {
                Gathered gathered = Gathered.fromXml(text);
                assertThat(gathered.problems).as(file.toString()).isEmpty();
                assertThat(gathered.events).as(file.toString()).hasSize(text.split("<EventID", -1).length - 1);
                events += gathered.events.size();
            }
        }
        assertThat(events).isPositive();
        System.out.printf("%d events of forwarding messages read%n", events);
    }

    @Test
    void eventsCutByWindows_keepSystemAndData() throws IOException {
        int rescued = 0;
        for (Path file : Samples.files("event-forwarding", ".xml")) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
            if (text.startsWith("<Event ") && !isWellFormed(text) && text.contains("</EventData>")
                    && text.contains("<EventID")) {
                Gathered gathered = Gathered.fromXml(text);
                assertThat(gathered.keys()).as(file.toString()).contains("xml.event.cut-short");
                assertThat(gathered.events.getFirst().eventId()).as(file.toString()).isPositive();
                assertThat(gathered.events.getFirst().data()).isNotEmpty();
                rescued++;
            }
        }
        assertThat(rescued).isPositive();
        System.out.printf("%d events cut by Windows rescued%n", rescued);
    }

    private static boolean isWellFormed(String xml) {
        try {
            StrictXml.parse(xml);
            return true;
        } catch (AssertionError _) {
            return false;
        }
    }

    private static String normal(String xml) {
        String canonical = StrictXml.canonical(StrictXml.parse(xml).getDocumentElement());
        String sevenDigits = TIME.matcher(canonical)
                .replaceAll(time -> "SystemTime=" + time.group(1) + (time.group(2) + "000000").substring(0, 7) + "Z");
        return GUID.matcher(sevenDigits)
                .replaceAll(guid -> Matcher.quoteReplacement(guid.group().toLowerCase(Locale.ROOT)));
    }

    private static final class Checking implements EventSink {
        private final Utf8Buffer buffer = new Utf8Buffer();
        private long records;
        private long trees;
        private long types;
        private long xmlBytes;
        private long jsonBytes;

        @Override
        public void event(EventCursor cursor) {
            Event event = cursor.toEvent();
            records++;
            checkXml(event, records % 2 == 0 ? EventXml.Style.COMPACT : EventXml.Style.INDENTED);
            checkJson(event);
        }

        private void checkXml(Event event, EventXml.Style style) {
            buffer.clear();
            EventXml.sequence(style).append(event, buffer);
            xmlBytes += buffer.size();
            String xml = buffer.toString();
            String canonical = StrictXml.canonical(StrictXml.parse(xml).getDocumentElement());
            assertThat(canonical).as(event.toString()).isEqualTo(StrictXml.canonical(event.root()));
            Gathered again = Gathered.fromXml(buffer.toByteArray());
            assertThat(again.problems).as(event.toString()).isEmpty();
            String printed = EventXml.toString(again.events.getFirst(), style);
            assertThat(normal(printed)).as(event.toString()).isEqualTo(normal(xml));
        }

        private void checkJson(Event event) {
            String line = EventJsonLinesTest.line(event);
            jsonBytes += line.length();
            trees += line.contains(",\"tree\":") ? 1 : 0;
            types += line.contains("},\"types\":{") ? 1 : 0;
            Event rebuilt = JsonLine.event(line);
            assertThat(rebuilt).as(line).isEqualTo(event);
            assertThat(rebuilt.place()).isEqualTo(event.place());
        }

        @Override
        public void problem(Problem problem) {
            // Damage in the samples is the reader's subject.
        }
    }
}
