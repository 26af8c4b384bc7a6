package dev.vigie.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A described Windows machine.
 *
 * @param name its computer name
 * @param language {@code en} or {@code fr}: the language of the sentences in its events
 * @param now the moment its logs were taken
 * @param role the part it plays in a case: {@code client}, {@code ca}, or null
 * @param since the time of the first record of each log in {@code logs}
 * @param logs the channels written even when nothing below is in them
 */
public record LabMachine(String name, String language, Instant now, @Nullable String role, Instant since,
        List<String> logs, List<Occurrence> occurrences) {

    /** An event that occurs once or repeatedly. */
    record Occurrence(LabNode node, Layout layout, Instant first, Duration every, int times) {
    }

    /** Reads the description of one machine. */
    public static LabMachine of(LabNode node) {
        node.only(Set.of("machine", "language", "now", "role", "logs-since", "logs", "events"));
        Instant now = LabTime.time(node.need("now"), Instant.EPOCH);
        LabNode since = node.get("logs-since");
        LabNode logs = node.get("logs");
        LabNode role = node.get("role");
        List<Occurrence> occurrences = new ArrayList<>();
        LabNode events = node.get("events");
        for (LabNode event : events == null ? List.<LabNode>of() : events.items()) {
            occurrences.add(occurrence(event, now));
        }
        return new LabMachine(node.need("machine").text(), node.text("language", "en"), now,
                role == null ? null : role.text(),
                since == null ? now.minus(Duration.ofDays(40)) : LabTime.time(since, now),
                logs == null ? List.of() : logs.items().stream().map(LabNode::text).toList(), occurrences);
    }

    private static Occurrence occurrence(LabNode event, Instant now) {
        event.only(Set.of("at", "event", "data", "every", "times", "pid", "tid", "user", "activity", "level",
                "computer"));
        LabNode every = event.get("every");
        LabNode times = event.get("times");
        return new Occurrence(event, Layouts.builtIn().get(event.need("event")), LabTime.time(event.need("at"), now),
                every == null ? Duration.ZERO : LabTime.span(every), times == null ? 1 : (int) times.number());
    }

    /** The same machine with Windows in another language. */
    public LabMachine inLanguage(String other) {
        return new LabMachine(name, other, now, role, since, logs, occurrences);
    }

    /** Its logs: channel name to records, oldest first. */
    public Map<String, LabLog> eventLogs() {
        Map<String, LabLog> byChannel = new LinkedHashMap<>();
        for (String channel : logs) {
            byChannel.computeIfAbsent(channel, c -> new LabLog(this, c)).begin(since);
        }
        for (Occurrence occurrence : occurrences) {
            LabLog log = byChannel.computeIfAbsent(occurrence.layout().channel(), c -> new LabLog(this, c));
            for (int i = 0; i < occurrence.times(); i++) {
                log.add(occurrence, occurrence.first().plus(occurrence.every().multipliedBy(i)));
            }
        }
        return byChannel;
    }
}
