package dev.vigie.formats.events.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.messages.EventMessages;
import dev.vigie.formats.windows.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventEcsTest {
    private static final FileTime READ = FileTime.parse("2026-11-23T12:00:00Z");
    private static final EventEcs FORMAT = new EventEcs(EventMessages.NONE, READ);

    @Test
    void usualEvent_hasTheFieldsOfWinlogbeat() {
        assertThat(line(WrittenEvents.event("<EventData><Data Name='a'>x</Data><Data>y</Data></EventData>")))
                .isEqualTo("{\"@timestamp\":\"2026-03-18T08:14:03.1200000Z\",\"ecs\":{\"version\":\"8.11.0\"},"
                        + "\"event\":{\"code\":\"1058\",\"created\":\"2026-11-23T12:00:00.0000000Z\",\"kind\":\"event\","
                        + "\"outcome\":\"success\",\"provider\":\"Service\",\"severity\":2},\"host\":{\"name\":\"PC\"},"
                        + "\"log\":{\"file\":{\"path\":\"test.xml\"},\"level\":\"error\"},\"winlog\":{"
                        + "\"activity_id\":\"{00000000-0000-0000-0000-00000000000b}\",\"api\":\"wineventlog\","
                        + "\"channel\":\"System\",\"computer_name\":\"PC\",\"event_data\":{\"a\":\"x\",\"param2\":\"y\"},"
                        + "\"event_id\":\"1058\",\"keywords\":[\"Audit Success\",\"Classic\"],\"opcode\":\"Start\","
                        + "\"process\":{\"pid\":4,\"thread\":{\"id\":8}},"
                        + "\"provider_guid\":\"{00000000-0000-0000-0000-00000000000a}\",\"provider_name\":\"Service\","
                        + "\"record_id\":42,\"task\":\"7\",\"time_created\":\"2026-03-18T08:14:03.1200000Z\","
                        + "\"user\":{\"identifier\":\"S-1-5-18\"},\"version\":1}}\n");
    }

    @Test
    void words_areMessageActionTaskAndKeywords() {
        Map<String, Object> line = parsed(WrittenEvents.event(""), WrittenEvents.WORDS);
        assertThat(line).containsEntry("message", "It failed:\n\"x\", y.");
        assertThat(member(line, "event")).containsEntry("action", "Start-up");
        assertThat(member(line, "winlog")).containsEntry("task", "Start-up")
                .containsEntry("keywords", List.of("Classic", "Mine"));
    }

    @Test
    void duplicateAndUnnamedData_loseNothing() {
        Map<String, Object> data = eventData("<EventData><Data Name='a'>1</Data><Data>2</Data><Data Name='a'>3</Data>"
                + "<Data Name='param2'>4</Data><Binary>0A</Binary></EventData>");
        assertThat(data).containsEntry("a", List.of("1", "3")).containsEntry("param2", List.of("2", "4"))
                .containsEntry("Binary", "0A").hasSize(3);
    }

    @Test
    void emptyData_isLeftOut() {
        assertThat(eventData("<EventData><Data Name='a'/><Data Name='b'>x</Data></EventData>"))
                .isEqualTo(Map.of("b", "x"));
        assertThat(member(parsed(WrittenEvents.event("<EventData><Data Name='a'/></EventData>"), EventMessages.NONE),
                "winlog")).doesNotContainKey("event_data");
    }

    @Test
    void userData_isNamedByItsElementAndDeeperNamesByTheirPath() {
        Map<String, Object> winlog = member(parsed(WrittenEvents.event("<UserData><Wrap xmlns='urn:x'><p>1</p>"
                + "<q><r>2</r><r>3</r></q></Wrap></UserData>"), EventMessages.NONE), "winlog");
        assertThat(winlog).doesNotContainKey("event_data").containsEntry("user_data",
                Map.of("p", "1", "q.r", List.of("2", "3"), "xml_name", "Wrap"));
    }

    @Test
    void auditFailure_isTheOutcome() {
        Event event = Gathered.fromXml("<Event xmlns='" + RandomEventTrees.NAMESPACE
                + "'><System><Keywords>0x8010000000000000</Keywords></System></Event>").events.getFirst();
        assertThat(member(parsed(event, EventMessages.NONE), "event")).containsEntry("outcome", "failure");
    }

    @Test
    void eventWithoutTime_hasThatOfReading() {
        assertThat(parsed(WrittenEvents.data("a", "b"), EventMessages.NONE)).containsEntry("@timestamp",
                READ.toString());
    }

    @Test
    void hostileEvents_areOneJsonObjectALine() {
        RandomEventTrees events = new RandomEventTrees(new Random(5), true);
        for (int i = 0; i < 3_000; i++) {
            String line = line(events.next());
            assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
            assertThat(JsonLine.parse(line)).containsKeys("@timestamp", "ecs", "event", "log", "winlog");
        }
    }

    private static String line(Event event) {
        return WrittenEvents.written(FORMAT, event);
    }

    private static Map<String, Object> parsed(Event event, EventMessages messages) {
        return JsonLine.parse(WrittenEvents.written(new EventEcs(messages, READ), event));
    }

    private static Map<String, Object> eventData(String xml) {
        return member(member(parsed(WrittenEvents.event(xml), EventMessages.NONE), "winlog"), "event_data");
    }

    private static Map<String, Object> member(Map<String, Object> object, String name) {
        return JsonLine.object(object.get(name));
    }
}
