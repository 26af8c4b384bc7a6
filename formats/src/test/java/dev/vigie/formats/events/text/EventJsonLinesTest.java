package dev.vigie.formats.events.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonLinesTest {
    @Test
    void usualEvent_isShortAndFlat() {
        String xml = "<Event xmlns='" + RandomEventTrees.NAMESPACE + "'><System><Provider Name='P'/>"
                + "<EventID Qualifiers='49152'>1058</EventID><Level>2</Level><Keywords>0x80000000000000</Keywords>"
                + "<TimeCreated SystemTime='2026-03-18T08:14:03.1200000Z'/><EventRecordID>42</EventRecordID>"
                + "<Channel>System</Channel><Computer>PC</Computer><Security/></System><EventData>"
                + "<Data Name='param1'>\"x\"</Data><Data>y</Data><Data/><Binary>0A</Binary></EventData></Event>";
        assertThat(line(Gathered.fromXml(xml).events.getFirst())).isEqualTo("{\"record\":42,\"file\":\"test.xml\","
                + "\"offset\":0,\"system\":{\"provider\":\"P\",\"eventId\":1058,\"qualifiers\":49152,\"level\":2,"
                + "\"keywords\":\"0x80000000000000\",\"time\":\"2026-03-18T08:14:03.1200000Z\",\"recordId\":42,"
                + "\"channel\":\"System\",\"computer\":\"PC\"},\"omitted\":[\"Correlation\",\"Execution\"],"
                + "\"data\":[{\"name\":\"param1\",\"value\":\"\\\"x\\\"\",\"type\":\"string\"},"
                + "{\"value\":\"y\",\"type\":\"string\"},{\"value\":null},"
                + "{\"name\":\"Binary\",\"element\":\"Binary\",\"value\":\"0A\",\"type\":\"string\"}]}\n");
    }

    @Test
    void userDataAndRenderingInfo_areFurtherElementsAndUserDataIsListedToo() {
        String xml = "<Event xmlns='" + RandomEventTrees.NAMESPACE
                + "'><System/><UserData><X xmlns='urn:x'><p>1</p></X>"
                + "</UserData><RenderingInfo Culture='en-US'/></Event>";
        String line = line(Gathered.fromXml(xml).events.getFirst());
        assertThat(line).contains("\"payload\":\"UserData\","
                + "\"data\":[{\"name\":\"p\",\"element\":\"p\",\"value\":\"1\",\"type\":\"string\"}],\"elements\":["
                + "{\"element\":\"UserData\",\"content\":[{\"element\":\"X\",\"attributes\":[[\"xmlns\",\"urn:x\"]],"
                + "\"content\":[{\"element\":\"p\",\"content\":[\"1\"]}]}]},"
                + "{\"element\":\"RenderingInfo\",\"attributes\":[[\"Culture\",\"en-US\"]]}]");
        assertThat(line).doesNotContain("\"tree\"");
    }

    @Test
    void systemNumberWrittenAsText_isANumberThatSaysItsType() {
        Event typed = Gathered.fromXml("<Event xmlns='" + RandomEventTrees.NAMESPACE
                + "'><System><EventID>+7</EventID><Level>4</Level></System></Event>").events.getFirst();
        assertThat(line(typed))
                .contains("\"system\":{\"eventId\":\"+7\",\"level\":4},\"types\":{\"eventId\":\"string\"}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void randomEvents_areRebuiltExactly(boolean hostile) {
        RandomEventTrees events = new RandomEventTrees(new Random(77), hostile);
        int trees = 0;
        for (int i = 0; i < 10_000; i++) {
            Event event = events.next();
            String line = line(event);
            Event rebuilt = JsonLine.event(line);
            assertThat(rebuilt).isEqualTo(event);
            assertThat(rebuilt.place()).isEqualTo(event.place());
            assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
            trees += JsonLine.parse(line).containsKey("tree") ? 1 : 0;
        }
        assertThat(trees).isBetween(hostile ? 1000 : 0, hostile ? 9000 : 0);
    }

    @Test
    void numbersBeyondWhatJsonReadersKeep_areStrings() {
        Utf8Buffer out = new Utf8Buffer();
        JsonWriter json = new JsonWriter(out);
        json.open('[');
        for (long bits : new long[]{(1L << 53) - 1, 1L << 53, -1}) {
            json.value(new Value.Int(ValueType.UINT64, bits));
        }
        json.close(']');
        assertThat(out).hasToString("[9007199254740991,\"9007199254740992\",\"18446744073709551615\"]");
    }

    @Test
    void schema_namesEverySystemField() throws IOException {
        try (InputStream in = EventJsonLines.class.getResourceAsStream(EventJsonLines.SCHEMA)) {
            String schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var line = JsonLine.object(JsonLine.parse(schema).get("properties"));
            var system = JsonLine.object(JsonLine.object(line.get("system")).get("properties"));
            assertThat(system.keySet()).containsExactlyElementsOf(
                    Arrays.stream(SystemField.values()).map(EventJsonLines::key).toList());
        }
    }

    static String line(Event event) {
        Utf8Buffer out = new Utf8Buffer();
        EventJsonLines.FORMAT.append(event, out);
        return out.toString();
    }
}
