package dev.vigie.formats.events.text;

import dev.vigie.formats.Place;
import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.messages.EventMessages;
import dev.vigie.formats.events.messages.RenderingInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Small events for tests of output formats. */
final class WrittenEvents {
    /** Words for every event. */
    static final EventMessages WORDS = event -> Optional
            .of(new RenderingInfo("en-US", "It failed:\r\n\"x\", y.", "Error",
                    "Start-up", null, "System", "Service", List.of("Classic", "Mine")));
    private static final String SYSTEM = "<System><Provider Name='Service' Guid='{00000000-0000-0000-0000-00000000000a}'/>"
            + "<EventID Qualifiers='49152'>1058</EventID><Version>1</Version><Level>2</Level><Task>7</Task>"
            + "<Opcode>1</Opcode><Keywords>0x80a0000000000000</Keywords>"
            + "<TimeCreated SystemTime='2026-03-18T08:14:03.1200000Z'/><EventRecordID>42</EventRecordID>"
            + "<Correlation ActivityID='{00000000-0000-0000-0000-00000000000b}'/>"
            + "<Execution ProcessID='4' ThreadID='8'/><Channel>System</Channel><Computer>PC</Computer>"
            + "<Security UserID='S-1-5-18'/></System>";

    private WrittenEvents() {
    }

    /** An event with every usual System field and this XML after System. */
    static Event event(String rest) {
        return Gathered
                .fromXml("<Event xmlns='" + RandomEventTrees.NAMESPACE + "'>" + SYSTEM + rest + "</Event>").events
                .getFirst();
    }

    /** An event whose EventData has these names and texts, which XML could not hold. */
    static Event data(String... namesAndTexts) {
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            items.add(new Element("Data", List.of(new Attribute("Name", new Value.Text(namesAndTexts[i]))),
                    List.of(new Value.Text(namesAndTexts[i + 1]))));
        }
        Element data = new Element("EventData", List.of(), items);
        return new Event(new Element("Event", List.of(), List.of(data)), Place.of("test"));
    }

    /** All a format writes for some events. */
    static String written(EventFormat format, Event... events) {
        Utf8Buffer out = new Utf8Buffer();
        format.start(out);
        for (int i = 0; i < events.length; i++) {
            format.lead(i, out);
            format.append(events[i], out);
        }
        format.end(out);
        return out.toString();
    }
}
