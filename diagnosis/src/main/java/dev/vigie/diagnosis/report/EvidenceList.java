package dev.vigie.diagnosis.report;

import dev.vigie.diagnosis.facts.LogEvent;
import dev.vigie.diagnosis.facts.MachineLogs;
import dev.vigie.diagnosis.facts.Role;
import dev.vigie.diagnosis.reasoning.CaseLogs;
import dev.vigie.diagnosis.report.Report.Evidence;
import dev.vigie.formats.events.Datum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers the events a report refers to, in the order in which they are first referred to. */
final class EvidenceList {
    /** How many events a line refers to; how many there are is said beside. */
    private static final int PER_LINE = 5;
    private final CaseLogs scope;
    private final Map<LogEvent, Evidence> byEvent = new LinkedHashMap<>();

    EvidenceList(CaseLogs scope) {
        this.scope = scope;
    }

    String ref(LogEvent event) {
        Evidence known = byEvent.get(event);
        if (known == null) {
            known = evidence("E" + (byEvent.size() + 1), event);
            byEvent.put(event, known);
        }
        return known.ref();
    }

    List<String> refs(List<LogEvent> newestFirst) {
        return newestFirst.stream().limit(PER_LINE).map(this::ref).toList();
    }

    List<Evidence> all() {
        return List.copyOf(byEvent.values());
    }

    private Evidence evidence(String ref, LogEvent event) {
        List<Map.Entry<String, String>> data = new ArrayList<>();
        for (Datum datum : event.data()) {
            data.add(Map.entry(datum.name(), datum.value().text()));
        }
        return new Evidence(ref, role(event), event.computer(), event.provider(), event.channel(), event.id(),
                event.recordId(), event.time(), event.event().place().source(), event.event().place().offset(), data);
    }

    private Role role(LogEvent event) {
        for (Map.Entry<Role, MachineLogs> entry : scope.byRole().entrySet()) {
            if (entry.getValue().names().stream().anyMatch(event.computer()::equalsIgnoreCase)) {
                return entry.getKey();
            }
        }
        return Role.MACHINE;
    }
}
