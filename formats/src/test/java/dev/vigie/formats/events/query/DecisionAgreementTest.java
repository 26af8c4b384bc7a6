package dev.vigie.formats.events.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.windows.FileTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever System fields alone decide, the whole tree must say too. */
class DecisionAgreementTest {
    private static final QueryContext CONTEXT = new QueryContext(FileTime.parse("2026-01-01T00:00:00.001Z"), 2);

    @Test
    void decide_randomQueriesOnRandomEvents_neverContradictsTheTree() throws QuerySyntaxException {
        RandomQueries source = new RandomQueries(20260101);
        Map<Decision, Integer> decisions = new EnumMap<>(Decision.class);
        int constrained = 0;
        for (int i = 0; i < 4000; i++) {
            EventQuery query = EventQuery.parse(source.query());
            SystemConstraints constraints = query.systemConstraints(CONTEXT);
            for (int j = 0; j < 10; j++) {
                Event event = source.event();
                Decision decision = query.decide(event, CONTEXT);
                boolean truth = query.evaluate(event, CONTEXT);
                decisions.merge(decision, 1, Integer::sum);
                if (decision != Decision.NEEDS_PAYLOAD) {
                    assertThat(decision == Decision.MATCH).as("%s on %s", query, event.root()).isEqualTo(truth);
                }
                if (truth && !constraints.equals(SystemConstraints.NONE)) {
                    constrained++;
                    assertConstraintsHold(constraints, event, query);
                }
            }
        }
        assertThat(decisions.keySet()).containsExactlyInAnyOrder(Decision.values());
        assertThat(decisions.get(Decision.MATCH)).isGreaterThan(4000);
        assertThat(constrained).isGreaterThan(100);
    }

    private static void assertConstraintsHold(SystemConstraints constraints, Event event, EventQuery query) {
        constraints.eventIds().ifPresent(ids -> assertThat(ids.contains(event.eventId()))
                .as("%s: ids %s of %s", query, ids, event.root()).isTrue());
        constraints.providers().ifPresent(providers -> assertThat(providers).as(query.toString())
                .contains(event.provider()));
        FileTime time = event.timeCreated();
        if (time != null) {
            constraints.times().ifPresent(times -> assertThat(times.contains(time.ticks()))
                    .as("%s: times of %s", query, event.root()).isTrue());
        }
    }

    @Test
    void decide_systemConjunct_decidesWithoutPayload() throws QuerySyntaxException {
        Event other = EventBuilder.event().id(2).build();
        for (String query : new String[]{"*[System[EventID=1] and EventData[Data='x']]",
                "*[EventData[Data='x'] and System[EventID=1]]", "*[System[EventID=1]] and *[EventData[Data='x']]",
                "*[EventData[Data='x']][System/EventID=1]", "Event/System[EventID=1 and Missing]"}) {
            assertThat(EventQuery.parse(query).decide(other, CONTEXT)).as(query).isEqualTo(Decision.NO_MATCH);
        }
        assertThat(EventQuery.parse("*[System[EventID=2] or EventData]").decide(other, CONTEXT))
                .isEqualTo(Decision.MATCH);
    }

    @Test
    void systemFields_duplicatesCountOnce_inBothEvaluations() throws QuerySyntaxException {
        Event event = EventBuilder.event().id(1).with(SystemField.LEVEL, new Value.Text("7")).build();
        List<Node> system = new ArrayList<>(event.root().elements().getFirst().content());
        system.add(EventBuilder.leaf("EventID", "9"));
        Event doubled = new Event(new Element("Event", List.of(),
                List.of(new Element("System", List.of(), system))),
                event.place());
        EventQuery query = EventQuery.parse("*[System[EventID=9]]");
        assertThat(query.decide(doubled, CONTEXT)).isEqualTo(Decision.NO_MATCH);
        assertThat(query.evaluate(doubled, CONTEXT)).isFalse();
    }
}
