package dev.vigie.diagnosis.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigie.diagnosis.cases.JsonObject.Mismatch;
import dev.vigie.formats.Place;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTreeTest {
    private static Event event(Element root) {
        return new Event(root, new Place("System.evtx", 4608, 7));
    }

    private static Event writtenAndRead(Event event) throws IOException, Mismatch {
        StringWriter out = new StringWriter();
        new JsonLines(out).line("event", json -> EventTree.write(event, json));
        return EventTree.read(JsonObject.parse(out.toString()));
    }

    private static Element nested(int depth) {
        Element element = new Element("e", List.of(), List.of(new Value.Text("x")));
        for (int i = 1; i < depth; i++) {
            element = new Element("e", List.of(), List.of(element));
        }
        return element;
    }

    @Test
    void tree_asDeepAsALogCanHoldOne_isReadBackEqual() throws IOException, Mismatch {
        Event event = event(nested(256));
        assertThat(writtenAndRead(event)).isEqualTo(event);
    }

    @Test
    void tree_deeperThanAnyLogHolds_isRefused() {
        assertThatThrownBy(() -> writtenAndRead(event(nested(310)))).isInstanceOf(Mismatch.class);
    }

    @Test
    void values_ofManyTypes_areReadBackEqual() throws IOException, Mismatch {
        Event event = event(new Element("e", List.of(),
                List.of(new Value.Text("a\u0000\uD800"), new Value.Real(ValueType.REAL32, 1.5),
                        new Value.Binary(new byte[]{1, -1}), Value.Null.NULL,
                        new Value.Array(ValueType.UINT16, List.of(new Value.Int(ValueType.UINT16, 65535))))));
        assertThat(writtenAndRead(event)).isEqualTo(event);
    }
}
