package dev.vigie.diagnosis.facts;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Logs in memory for tests: each event gets the next record number of its log. */
public final class Events implements EventSource {
    /** The provider of the example's certificate events. */
    public static final String RCM = "Microsoft-Windows-TerminalServices-RemoteConnectionManager";
    /** The end of every log in these tests. */
    public static final Instant NOW = Instant.parse("2026-03-18T12:00:00Z");
    /** The beginning of a log that reaches back over the default period. */
    public static final Instant LONG_AGO = NOW.minusSeconds(60L * 86400);
    private final String name;
    private final List<Object> items = new ArrayList<>();
    private String computer = "SRV1";
    private String channel = "System";
    private long nextRecord = 1;

    private Events(String name) {
        this.name = name;
    }

    /** An empty log. */
    public static Events empty(String name) {
        return new Events(name);
    }

    /** A log that begins at this time with a record of no interest. */
    public static Events since(Instant begin) {
        return new Events("System.evtx").neutral(begin);
    }

    /** The events that follow are of this computer. */
    public Events on(String other) {
        computer = other;
        return this;
    }

    /** The events that follow are of this channel. */
    public Events in(String other) {
        channel = other;
        return this;
    }

    /** The records that follow are numbered from here. */
    public Events from(long record) {
        nextRecord = record;
        return this;
    }

    /** An event of no interest. */
    public Events neutral(Instant time) {
        return event("EventLog", 6013, time, Map.of());
    }

    /** An event of the example's certificate provider with one unnamed value. */
    public Events rcm(int id, Instant time, Value value) {
        return event(RCM, id, time, List.of(data("", value)));
    }

    /** An event of Schannel. */
    public Events schannel(int id, Instant time, Map<String, Value> data) {
        return event("Schannel", id, time, data);
    }

    /** An event with named values. */
    public Events event(String provider, int id, Instant time, Map<String, ? extends Value> data) {
        List<Node> nodes = new ArrayList<>();
        data.forEach((key, value) -> nodes.add(data(key, value)));
        return event(provider, id, time, nodes);
    }

    /** Damage at this point of the file. */
    public Events damage(Problem problem) {
        items.add(problem);
        return this;
    }

    /** The last event again. */
    public Events again() {
        items.add(items.getLast());
        return this;
    }

    /** The numbers of records that are lost here. */
    public Events lose(int records) {
        nextRecord += records;
        return this;
    }

    private Events event(String provider, int id, Instant time, List<Node> data) {
        List<Node> system = List.of(
                new Element("Provider", List.of(new Attribute("Name", new Value.Text(provider))), List.of()),
                element("EventID", new Value.Int(ValueType.UINT16, id)),
                element("Level", new Value.Int(ValueType.UINT8, 2)),
                new Element("TimeCreated", List.of(new Attribute("SystemTime", new Value.Time(FileTime.of(time)))),
                        List.of()),
                element("EventRecordID", new Value.Int(ValueType.UINT64, nextRecord)),
                element("Channel", new Value.Text(channel)), element("Computer", new Value.Text(computer)));
        Element root = new Element("Event", List.of(),
                List.of(new Element("System", List.of(), system), new Element("EventData", List.of(), data)));
        items.add(new Event(root, new Place(name, 4096 + 512 * nextRecord, nextRecord)));
        nextRecord++;
        return this;
    }

    private static Element element(String name, Value value) {
        return new Element(name, List.of(), List.of(value));
    }

    private static Element data(String name, @Nullable Value value) {
        return new Element("Data",
                name.isEmpty() ? List.of() : List.of(new Attribute("Name", new Value.Text(name))),
                value == null ? List.of() : List.of(value));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void read(EventSink sink) {
        for (Object item : items) {
            if (item instanceof Event event) {
                sink.event(event);
            } else {
                sink.problem((Problem) item);
            }
        }
    }

    @Override
    public void close() {
        items.clear();
    }
}
