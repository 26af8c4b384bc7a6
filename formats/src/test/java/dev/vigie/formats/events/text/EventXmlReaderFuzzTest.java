package dev.vigie.formats.events.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vigie.formats.events.Event;

/** Whatever the bytes are: no exception, and what was read prints as well-formed XML and as a line that rebuilds it. */
class EventXmlReaderFuzzTest {
    @FuzzTest
    void anyBytes_areReadWithoutFailure(byte[] bytes) {
        check(bytes);
    }

    /** Fails unless everything that was read can be written again. */
    static void check(byte[] bytes) {
        for (Event event : Gathered.fromXml(bytes).events) {
            StrictXml.parse(EventXml.toString(event, EventXml.Style.COMPACT));
            StrictXml.parse(EventXml.toString(event, EventXml.Style.INDENTED));
            assertThat(JsonLine.event(EventJsonLinesTest.line(event))).isEqualTo(event);
        }
    }
}
