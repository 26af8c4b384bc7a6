package dev.vigie.diagnosis.report;

import dev.vigie.diagnosis.facts.LogEvent;
import dev.vigie.diagnosis.knowledge.Expression;
import dev.vigie.diagnosis.knowledge.Field;
import dev.vigie.diagnosis.knowledge.Selections;
import dev.vigie.diagnosis.knowledge.Signal;
import dev.vigie.diagnosis.knowledge.Topic;
import dev.vigie.diagnosis.reasoning.SignalState;
import dev.vigie.diagnosis.reasoning.Statuses;
import dev.vigie.formats.events.Datum;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            statusFields(topic, signal, new HashSet<>()).stream()
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

    private static List<Field.Status> statusFields(Topic topic, String name, Set<String> seen) {
        List<Field.Status> fields = new ArrayList<>();
        Signal signal = topic.signals().get(name);
        if (signal != null && seen.add(name)) {
            Optional<Field.Status> own = Selections.statusField(signal.expression());
            own.ifPresent(fields::add);
            Selections.visit(signal.expression(), part -> {
                if (part instanceof Expression.SignalIs reference) {
                    fields.addAll(statusFields(topic, reference.signal(), seen));
                }
            });
        }
        return fields;
    }
}
