package dev.vigie.lab;

import dev.vigie.formats.Place;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.windows.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One event log of a described machine. */
public final class LabLog {
    private record Entry(Instant time, LabMachine.Occurrence occurrence) {
    }

    private final LabMachine machine;
    private final String channel;
    private final List<Entry> entries = new ArrayList<>();

    LabLog(LabMachine machine, String channel) {
        this.machine = machine;
        this.channel = channel;
    }

    /**
     * Marks where the log begins, with the record that {@code eventcreate.exe} leaves: any administrator can write it
     * and it says nothing about the machine.
     */
    void begin(Instant time) {
        LabNode node = LabNode.parse("log begins", "{event: eventcreate/1, data: [\"log begins\"]}");
        entries.add(new Entry(time, new LabMachine.Occurrence(node, Layouts.builtIn().get(node.need("event")), time,
                Duration.ZERO, 1)));
    }

    void add(LabMachine.Occurrence occurrence, Instant time) {
        if (time.isAfter(machine.now())) {
            throw occurrence.node().wrong("lies after now: " + time);
        }
        entries.add(new Entry(time, occurrence));
    }

    /** The events, oldest first, numbered from 1. */
    public List<Event> events() {
        entries.sort(Comparator.comparing(Entry::time));
        List<Event> events = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            long record = events.size() + 1L;
            LabEvent event = new LabEvent(machine, channel, record, FileTime.of(entry.time()), entry.occurrence());
            events.add(new Event(event.tree(), Place.of(fileName())));
        }
        return events;
    }

    /** The file name Windows gives this log: {@code /} becomes {@code %4}. */
    public String fileName() {
        return channel.replace("/", "%4") + ".evtx";
    }
}
