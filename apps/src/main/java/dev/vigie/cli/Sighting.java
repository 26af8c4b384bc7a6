package dev.vigie.cli;

import dev.vigie.diagnosis.sigma.RuleHit;
import dev.vigie.diagnosis.sigma.SigmaRule;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.rendering.Printable;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * What is printed of a hit; the event itself, which takes far more memory, is not kept.
 *
 * @param rule the rule
 * @param time when the event was created, empty when that cannot be read
 * @param computer the computer
 * @param channel the channel
 * @param id the event id, empty when there is none
 * @param record the record id
 * @param source the file
 * @param details fields and values that made the rule match
 */
record Sighting(SigmaRule rule, String time, String computer, String channel, String id, String record, String source,
        String details) {
    /** By time; what has no time comes last. */
    static final Comparator<Sighting> BY_TIME = Comparator.comparing((Sighting sighting) -> sighting.time.isEmpty())
            .thenComparing(Sighting::time);
    private static final int MAX_VALUE = 200;

    static Sighting of(RuleHit hit) {
        Event event = hit.event();
        FileTime time = event.timeCreated();
        long id = event.number(SystemField.EVENT_ID, EventCursor.ABSENT);
        String details = hit.matched().stream().filter(field -> !field.field().equals("EventID"))
                .map(Sighting::detail).collect(Collectors.joining("; "));
        return new Sighting(hit.rule(), time == null ? "" : time.toString(), event.computer(), event.channel(),
                id == EventCursor.ABSENT ? "" : Long.toString(id), Long.toUnsignedString(event.recordId()),
                event.place().source(), details);
    }

    private static String detail(RuleHit.MatchedField field) {
        String value = field.value().length() > MAX_VALUE
                ? field.value().substring(0, MAX_VALUE) + "…"
                : field.value();
        return Printable.of(field.field().isEmpty() ? value : field.field() + "=" + value);
    }

    /** Channel and id, as {@code Security/4688}. */
    String event() {
        return channel + "/" + id;
    }
}
