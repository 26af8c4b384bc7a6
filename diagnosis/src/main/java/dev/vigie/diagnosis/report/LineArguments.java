package dev.vigie.diagnosis.report;

import dev.vigie.diagnosis.facts.LogEvent;
import dev.vigie.diagnosis.knowledge.Selections;
import dev.vigie.diagnosis.knowledge.Topic;
import dev.vigie.diagnosis.reasoning.SignalState;
import dev.vigie.diagnosis.reasoning.Statuses;
import dev.vigie.formats.events.Datum;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the text of a signal needs, taken from the newest event that made it true. */
final class LineArguments {
    private LineArguments() {
    }

    static SortedMap<String, String> of(Topic topic, String signal, SignalState state) {
        SortedMap<String, String> arguments = new TreeMap<>();
        arguments.put("count", Long.toString(state.count()));
        if (!state.events().isEmpty()) {
            LogEvent event = state.events().getFirst();
            arguments.put("event.id", Integer.toString(event.id()));
            arguments.put("event.time", event.time().toString());
            data(event.data(), arguments);
            Selections.closure(topic, signal).stream()
                    .flatMap(part -> Selections.statusField(part.expression()).stream())
                    .flatMap(field -> Statuses.shown(field, event).stream()).findFirst()
                    .ifPresent(status -> arguments.put("status", status));
        }
        return arguments;
    }

    private static void data(List<Datum> data, SortedMap<String, String> arguments) {
        for (int i = 0; i < data.size(); i++) {
            String text = data.get(i).value().text();
            arguments.put("data." + (i + 1), text);
            if (!data.get(i).name().isEmpty()) {
                arguments.putIfAbsent("data." + data.get(i).name(), text);
            }
        }
    }
}
