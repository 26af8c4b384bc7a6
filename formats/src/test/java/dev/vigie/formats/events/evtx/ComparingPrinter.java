package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.text.EventFormat;
import dev.vigie.formats.events.text.EventJsonLines;
import dev.vigie.formats.events.text.EventXml;
import dev.vigie.formats.events.text.SelfPrinting;
import dev.vigie.formats.events.text.Utf8Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Prints each event from its record and from its tree, and notes where the two differ. */
final class ComparingPrinter implements EventSink {
    private static final int MAX_DIFFERENCES = 5;
    private static final List<EventFormat> FORMATS = List.of(EventXml.sequence(EventXml.Style.COMPACT),
            EventXml.sequence(EventXml.Style.INDENTED), EventXml.document(EventXml.Style.INDENTED),
            EventJsonLines.FORMAT);

    final List<String> differences = new ArrayList<>();
    int events;
    /** How many were printed without their tree. */
    int compact;
    int indented;
    int json;
    private final Utf8Buffer direct = new Utf8Buffer();
    private final Utf8Buffer tree = new Utf8Buffer();

    static ComparingPrinter of(byte[] log) throws IOException {
        ComparingPrinter printer = new ComparingPrinter();
        try (EvtxFile file = EvtxFile.of("test.evtx", log)) {
            file.read(printer);
        }
        return printer;
    }

    @Override
    public void event(EventCursor event) {
        events++;
        direct.clear();
        if (event instanceof SelfPrinting printing) {
            compact += printing.appendXml(EventXml.Style.COMPACT, 0, direct) ? 1 : 0;
            indented += printing.appendXml(EventXml.Style.INDENTED, 1, direct) ? 1 : 0;
            json += printing.appendJson(direct) ? 1 : 0;
        }
        for (EventFormat format : FORMATS) {
            direct.clear();
            format.append(event, direct);
            tree.clear();
            // An event that is a value has nothing but its tree.
            format.append(event.toEvent(), tree);
            if (differences.size() < MAX_DIFFERENCES && !direct.toString().equals(tree.toString())) {
                differences.add(event + "\n" + direct + tree);
            }
        }
    }

    @Override
    public void problem(Problem problem) {
        // What is wrong in a log is not compared here.
    }
}
