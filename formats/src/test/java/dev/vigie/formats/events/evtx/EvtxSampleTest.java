package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EvtxSampleTest {
    /** What the cursor says before the tree exists must be what the tree says. */
    private static final class ComparingSink implements EventSink {
        private final List<String> differences = new ArrayList<>();
        private int records;

        @Override
        public void event(EventCursor cursor) {
            records++;
            Map<SystemField, Value> values = new EnumMap<>(SystemField.class);
            Map<SystemField, Long> numbers = new EnumMap<>(SystemField.class);
            for (SystemField field : SystemField.values()) {
                Value value = cursor.system(field);
                if (value != null) {
                    values.put(field, value);
                }
                numbers.put(field, cursor.number(field, EventCursor.ABSENT));
            }
            Event event = cursor.toEvent();
            for (SystemField field : SystemField.values()) {
                String text = event.text(field);
                boolean same = Objects.equals(values.get(field), event.system(field))
                        && Objects.equals(numbers.get(field), event.number(field, EventCursor.ABSENT))
                        && (text == null || cursor.hasText(field, text)) && !cursor.hasText(field, text + "?");
                if (!same) {
                    differences.add(event + " " + field);
                }
            }
            if (cursor.recordId() != event.recordId()) {
                differences.add(event + " record id");
            }
        }

        @Override
        public void problem(Problem problem) {
            assertThat(problem.code()).isInstanceOf(EvtxProblem.class);
        }
    }

    @Test
    void samples_everyRecord_isReadAndTheCursorAgreesWithTheTree() throws IOException {
        Map<String, Integer> differences = differences();
        long records = 0;
        List<EvtxSamples.Log> logs = EvtxSamples.all();
        EvtxReadOptions options = EvtxReadOptions.defaults();
        for (EvtxSamples.Log log : logs) {
            ComparingSink sink = new ComparingSink();
            try (EvtxFile file = EvtxFile.open(log.path(), options)) {
                file.read(sink);
            }
            assertThat(sink.differences).isEmpty();
            int expected = log.records() + Objects.requireNonNullElse(differences.remove(log.name()), 0);
            assertThat(sink.records).as(log.name()).isEqualTo(expected);
            records += sink.records;
        }
        assertThat(differences).as("differences that are no more").isEmpty();
        System.out.printf("vigie.samples: decoded %d records of %d event logs%n", records, logs.size());
    }

    @Test
    void samples_sharedTemplates_changeNothing() throws IOException {
        EvtxReadOptions shared = EvtxReadOptions.defaults();
        for (EvtxSamples.Log log : EvtxSamples.all()) {
            if (log.records() > 500) {
                continue;
            }
            try (EvtxFile alone = EvtxFile.open(log.path()); EvtxFile together = EvtxFile.open(log.path(), shared)) {
                assertThat(Recording.of(together).events).isEqualTo(Recording.of(alone).events);
            }
        }
    }

    @Test
    void sample_knownEvent_hasItsTypedValues() throws IOException {
        EvtxSamples.Log log = EvtxSamples
                .log("Velocidex/evtx/testdata/Microsoft-Windows-CAPI2_Operational_EventID70.evtx");
        Event event = Recording.of(log.bytes()).events.getFirst();
        assertThat(event.provider()).isEqualTo("Microsoft-Windows-CAPI2");
        assertThat(event.eventId()).isEqualTo(70);
        assertThat(event.channel()).isEqualTo("Microsoft-Windows-CAPI2/Operational");
        assertThat(event.timeCreated()).isNotNull();
        assertThat(event.payload()).isNotNull();
    }

    /** The records by which we differ from the other reader, each with its reason in the resource. */
    private static Map<String, Integer> differences() throws IOException {
        Map<String, Integer> differences = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(EvtxSampleTest.class.getResourceAsStream("record-differences.tsv")),
                StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
                    .forEach(fields -> differences.put(fields[0], Integer.parseInt(fields[1])));
        }
        return differences;
    }
}
