package dev.vigie.formats.events.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.messages.EmbeddedMessages;
import dev.vigie.formats.events.messages.EventMessages;
import dev.vigie.formats.events.messages.RenderingInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON arrays, and the words in JSON and XML. */
class EventJsonTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void array_holdsTheObjectsOfTheLines(boolean indented) {
        RandomEventTrees events = new RandomEventTrees(new Random(3), true);
        List<Object> lines = new ArrayList<>();
        Event[] some = new Event[500];
        for (int i = 0; i < some.length; i++) {
            some[i] = events.next();
            lines.add(JsonLine.parse(EventJsonLinesTest.line(some[i])));
        }
        String array = WrittenEvents.written(new EventJson(EventJsonLines.FORMAT, indented), some);
        assertThat(JsonLine.parse("{\"all\":" + array + "}").get("all")).isEqualTo(lines);
    }

    @Test
    void noEvent_isAnEmptyArray() {
        assertThat(WrittenEvents.written(new EventJson(EventJsonLines.FORMAT, false))).isEqualTo("[\n]\n");
    }

    @Test
    void indented_isAMemberALine() {
        EventFormat format = new EventJson((event, out) -> out
                .append("{\"a\":{\"b\":[1,\"x\\\"{,:\"],\"c\":{},\"d\":[]}}\n"), true);
        assertThat(WrittenEvents.written(format, WrittenEvents.event(""))).isEqualTo("""
                [
                  {
                    "a": {
                      "b": [
                        1,
                        "x\\"{,:"
                      ],
                      "c": {},
                      "d": []
                    }
                  }
                ]
                """);
    }

    @Test
    void words_areTwoMoreMembers() {
        Event event = WrittenEvents.event("");
        Map<String, Object> line = JsonLine.parse(
                WrittenEvents.written(new RenderedJsonLines(WrittenEvents.WORDS), event));
        assertThat(line).containsEntry("message", "It failed:\r\n\"x\", y.").containsEntry("rendering",
                Map.of("culture", "en-US", "level", "Error", "task", "Start-up", "channel", "System", "provider",
                        "Service", "keywords", List.of("Classic", "Mine")));
        assertThat(WrittenEvents.written(new RenderedJsonLines(EventMessages.NONE), event))
                .isEqualTo(EventJsonLinesTest.line(event));
    }

    @Test
    void words_areTheRenderingInfoOfXmlAndReadAgainTheSame() {
        Event event = WrittenEvents.event("");
        EventFormat format = new RenderedXml(EventXml.document(EventXml.Style.COMPACT), WrittenEvents.WORDS);
        Event rendered = Gathered.fromXml(WrittenEvents.written(format, event)).events.getFirst();
        RenderingInfo words = WrittenEvents.WORDS.render(event).orElseThrow();
        assertThat(EmbeddedMessages.of().render(rendered)).contains(words);
        String again = WrittenEvents.written(format, rendered);
        assertThat(again).isEqualTo(WrittenEvents.written(EventXml.document(EventXml.Style.COMPACT), rendered));
    }
}
