package dev.vigie.formats.events.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Samples;
import dev.vigie.formats.events.Datum;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.messages.EventMessages;
import dev.vigie.formats.windows.FileTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every record of the real logs in the formats that lose something: what must not be lost is there. */
class SampleOutputsTest {
    private static final List<CsvColumn> COLUMNS = CsvColumn.parse("EventRecordID,TimeCreated,Provider,Data");
    private final EventEcs ecs = new EventEcs(EventMessages.NONE, new FileTime(0));
    private final EventCsv csv = new EventCsv(COLUMNS, new CsvDialect(';', false), EventMessages.NONE);
    private final EventJson json = new EventJson(EventJsonLines.FORMAT, true);
    private long records;

    @Test
    void everyRecord_keepsItsNamesAndValuesInEcsAndCsv() throws IOException {
        List<Path> files = Samples.files("evtx", ".evtx");
        for (Path file : files) {
            List<Event> events = Gathered.from(EvtxFile.open(file)).events;
            checkCsv(events);
            events.forEach(this::checkEcs);
            events.stream().limit(20).forEach(this::checkJson);
            records += events.size();
        }
        assertThat(files).isNotEmpty();
        assertThat(records).isPositive();
        System.out.printf("%,d records in ECS and CSV%n", records);
    }

    private void checkCsv(List<Event> events) {
        List<List<String>> rows = CsvRows.of(WrittenEvents.written(csv, events.toArray(Event[]::new)), ';');
        assertThat(rows).hasSize(events.size() + 1);
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            List<String> row = rows.get(i + 1);
            assertThat(row.get(0)).isEqualTo(orEmpty(event.text(SystemField.EVENT_RECORD_ID)));
            assertThat(row.get(1)).isEqualTo(event.timeCreated() == null
                    ? orEmpty(event.text(SystemField.TIME_CREATED))
                    : event.timeCreated().toString());
            assertThat(row.get(2)).isEqualTo(event.provider());
            assertThat(row.get(3).isEmpty() ? List.of() : texts(JsonLine.parse(row.get(3)))).as(event.toString())
                    .containsAll(texts(event));
        }
    }

    /** Damaged records may lack any field. */
    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void checkEcs(Event event) {
        Map<String, Object> winlog = JsonLine.object(
                JsonLine.parse(WrittenEvents.written(ecs, event)).get("winlog"));
        assertThat(winlog.getOrDefault("channel", "")).isEqualTo(event.channel());
        assertThat(winlog.get("event_id")).isEqualTo(event.text(SystemField.EVENT_ID));
        Map<String, Object> data = Optional.ofNullable(winlog.get("event_data"))
                .or(() -> Optional.ofNullable(winlog.get("user_data"))).map(JsonLine::object).orElse(Map.of());
        assertThat(texts(data)).as(event.toString()).containsAll(texts(event));
    }

    private void checkJson(Event event) {
        String array = WrittenEvents.written(json, event);
        String object = array.substring(1, array.lastIndexOf(']'));
        assertThat(JsonLine.event(object)).isEqualTo(event);
    }

    private static List<String> texts(Event event) {
        return event.data().stream().map(Datum::value).map(value -> WellFormedText.of(value.text()))
                .filter(text -> !text.isEmpty()).toList();
    }

    private static List<String> texts(Map<String, Object> data) {
        return data.values().stream()
                .flatMap(value -> value instanceof String text ? List.of(text).stream() : JsonLine.list(value).stream())
                .map(String::valueOf).collect(Collectors.toList());
    }
}
