package dev.vigie.diagnosis.sigma;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rules and events for tests, as short as they can be. */
final class Rules {
    static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";
    private static final String HEAD = """
            title: A rule
            id: 5d3a4d3e-0000-4000-8000-000000000001
            status: test
            level: high
            """;

    private Rules() {
    }

    /** What becomes of a rule file. */
    static RuleSet parse(String content) {
        return RuleSet.parse(Path.of("rule.yml"), content, Placeholders.NONE);
    }

    /** A rule file about any event, of a detection indented by two. */
    static String about(String detection) {
        return HEAD + "logsource: {product: windows}\ndetection:\n" + detection.indent(2);
    }

    /** A rule file of a log source and a detection indented by two. */
    static String about(String logSource, String detection) {
        return HEAD + "logsource: {" + logSource + "}\ndetection:\n" + detection.indent(2);
    }

    /** The codes for which a rule file is rejected. */
    static List<SigmaProblem> codes(String content) {
        return Hunt.of(parse(content), LogSources.standard()).rejected().stream()
                .flatMap(rule -> rule.findings().stream()).map(RuleFinding::code).toList();
    }

    /** Whether the rules of a file match an event; the file must be accepted. */
    static boolean match(String content, Event event) {
        return !hits(content, event, new ArrayList<>()).isEmpty();
    }

    static List<RuleHit> hits(String content, Event event, List<Problem> problems) {
        Hunt hunt = Hunt.of(parse(content), LogSources.standard());
        if (!hunt.rejected().isEmpty()) {
            throw new AssertionError(hunt.rejected());
        }
        return hunt.hunter().match(event, problems::add);
    }

    /** An event of System with named values; an empty name is an unnamed value. */
    static Event event(String... namesAndValues) {
        return event("System", 7045, namesAndValues);
    }

    static Event event(String channel, int id, String... namesAndValues) {
        return from("Some Provider", channel, id, namesAndValues);
    }

    static Event from(String provider, String channel, int id, String... namesAndValues) {
        List<Node> data = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = namesAndValues[i];
            List<Attribute> attributes = name.isEmpty() ? List.of() : List.of(new Attribute("Name", text(name)));
            List<Node> content = namesAndValues[i + 1].isEmpty() ? List.of() : List.of(text(namesAndValues[i + 1]));
            data.add(new Element("Data", attributes, content));
        }
        Element system = new Element("System", List.of(), List.of(
                new Element("Provider", List.of(new Attribute("Name", text(provider))), List.of()),
                new Element("EventID", List.of(), List.of(new Value.Int(ValueType.UINT16, id))),
                new Element("Level", List.of(), List.of(new Value.Int(ValueType.UINT8, 4))),
                new Element("Channel", List.of(), List.of(text(channel))),
                new Element("Computer", List.of(), List.of(text("SRV1.example.org")))));
        Element root = new Element("Event", List.of(), List.of(system, new Element("EventData", List.of(), data)));
        return new Event(root, new Place("test.evtx", 0x1200, 42));
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }
}
