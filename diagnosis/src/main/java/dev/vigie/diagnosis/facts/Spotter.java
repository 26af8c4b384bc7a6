package dev.vigie.diagnosis.facts;

import dev.vigie.diagnosis.facts.Finding.Oddity;
import dev.vigie.diagnosis.facts.Finding.Sighting;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes from events what a diagnosis keeps of them: the part of reading a source that several threads can share. */
final class Spotter implements EventSink {
    private static final String EVENT_LOG_PROVIDER = "Microsoft-Windows-Eventlog";
    private static final int LOG_CLEARED = 104;
    private static final int SECURITY_LOG_CLEARED = 1102;
    private final SelectorIndex selectors;
    private final List<Finding> findings = new ArrayList<>();
    private String computer = "";
    private String channel = "";

    Spotter(SelectorIndex selectors) {
        this.selectors = selectors;
    }

    /** What was met, in order. */
    List<Finding> findings() {
        return findings;
    }

    @Override
    public void event(EventCursor event) {
        findings.add(sighting(event));
    }

    @Override
    public void problem(Problem problem) {
        findings.add(new Oddity(problem));
    }

    Sighting sighting(EventCursor event) {
        // Nearly always those of the event before.
        if (!event.hasText(SystemField.CHANNEL, channel) || !event.hasText(SystemField.COMPUTER, computer)) {
            channel = event.channel();
            computer = event.computer();
        }
        List<EventSelector> wanting = selectors.find(event);
        Optional<LogEvent> kept = wanting.isEmpty() ? Optional.empty() : Optional.of(new LogEvent(event.toEvent()));
        return new Sighting(computer, channel, event.recordId(), EventTimes.of(event), cleared(event), wanting, kept);
    }

    private Optional<String> cleared(EventCursor event) {
        int id = event.eventId();
        if (id != LOG_CLEARED && id != SECURITY_LOG_CLEARED
                || !EVENT_LOG_PROVIDER.equalsIgnoreCase(event.provider())) {
            return Optional.empty();
        }
        Value named = id == LOG_CLEARED ? event.toEvent().datum("Channel") : null;
        String log = id == SECURITY_LOG_CLEARED ? channel : named == null ? "" : named.text();
        return log.isEmpty() ? Optional.empty() : Optional.of(log);
    }
}
