package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Problem;
import dev.vigie.formats.Samples;
import dev.vigie.formats.Severity;
import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.RandomEvents;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.evtx.EvtxWriterSamples.Sample;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what is read: the contract between {@link EvtxWriter} and {@link EvtxFile}. */
class EvtxWriterRoundTripTest {
    private static final List<String> REAL_LOGS = List.of("omerbenamram+evtx/samples/security.evtx",
            "omerbenamram+evtx/samples/Security_with_size_t.evtx",
            "omerbenamram+evtx/samples/sample-with-irregular-bool-values.evtx",
            "omerbenamram+evtx/samples/E_ShadowCopy6_windows_system32_winevt_logs_Microsoft-Windows-CAPI2%4Operational.evtx",
            "log2timeline+plaso/test_data/evtx/System.evtx",
            "sans-blue-team+DeepBlueCLI/evtx/many-events-application.evtx");

    static Stream<String> sampleNames() {
        return EvtxWriterSamples.all().keySet().stream();
    }

    static Stream<String> realLogs() {
        return REAL_LOGS.stream();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomEvents_writtenAndRead_areEqual(long seed) throws IOException {
        List<Event> events = randomEvents(seed);
        assertThat(read(EvtxWriterSamples.write(events, EvtxWriterOptions.DEFAULT))).isEqualTo(events);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void randomEvents_writtenWithoutTemplates_keepTheirText(long seed) throws IOException {
        List<Event> events = randomEvents(seed);
        byte[] log = EvtxWriterSamples.write(events, EvtxWriterOptions.DEFAULT.withTemplates(false));
        assertThat(read(log)).isEqualTo(events.stream().map(EvtxWriterRoundTripTest::textual).toList());
    }

    @ParameterizedTest
    @MethodSource("sampleNames")
    void samples_writtenAndRead_areEqual(String name) throws IOException {
        Sample sample = Objects.requireNonNull(EvtxWriterSamples.all().get(name));
        List<Event> expected = sample.options().templates()
                ? sample.events()
                : sample.events().stream().map(EvtxWriterRoundTripTest::textual).toList();
        assertThat(read(sample.bytes())).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("realLogs")
    void realLogs_readWrittenAndReadAgain_areEqual(String name) throws IOException {
        byte[] log = Files.readAllBytes(Samples.path("evtx", name));
        List<Event> events = events(log, new ArrayList<>());
        assertThat(events).hasSizeGreaterThan(100);
        assertThat(read(EvtxWriterSamples.write(events, EvtxWriterOptions.DEFAULT))).isEqualTo(events);
    }

    @Test
    void cursor_ofAWrittenEvent_hasItsSystemFields() throws IOException {
        Event written = EvtxWriterSamples.everySystemField(7);
        List<List<Object>> fields = new ArrayList<>();
        read(EvtxWriterSamples.write(List.of(written), EvtxWriterOptions.DEFAULT), event -> {
            for (SystemField field : SystemField.values()) {
                fields.add(Arrays.asList(field, event.system(field)));
            }
        }, new ArrayList<>());
        assertThat(fields).isEqualTo(Stream.of(SystemField.values())
                .map(field -> Arrays.<Object>asList(field, written.system(field))).toList());
    }

    @Test
    void whatTheFormatDoesNotHave_isLeftOut() throws IOException {
        Element odd = new Element("Odd", List.of(new Attribute("empty", new Value.Text("")),
                new Attribute("absent", Value.Null.NULL), new Attribute("kept", new Value.Text("1"))),
                List.of(Value.Null.NULL, new Value.Text("nul\0"), new Value.Text("")));
        Element plain = new Element("Odd", List.of(new Attribute("kept", new Value.Text("1"))),
                List.of(new Value.Text("nul"), new Value.Text("")));
        assertThat(read(EvtxWriterSamples.write(List.of(EvtxWriterSamples.event(1, odd)), EvtxWriterOptions.DEFAULT)))
                .containsExactly(EvtxWriterSamples.event(1, plain));
    }

    @Test
    void oddSystemElements_writtenAndRead_areEqual() throws IOException {
        Element id = new Element("EventID", List.of(), List.of(new Value.Text("7")));
        Element twice = new Element("System", List.of(new Attribute("a", new Value.Text("b"))),
                List.of(id, id, new Element("Correlation", List.of(
                        new Attribute("RelatedActivityID", new Value.Text("r")),
                        new Attribute("ActivityID", new Value.Text("a"))), List.of(id)),
                        new Element("Level", List.of(), List.of(new Value.Text(""))), new Value.Text("loose"),
                        new Element("Computer", List.of(), List.of()), new Element("Own", List.of(), List.of(id))));
        Event event = new Event(new Element("Event", List.of(), List.of(EvtxWriterSamples.userData(), twice,
                new Value.Bool(true), twice, EvtxWriterSamples.userData())), EvtxWriterSamples.logon(1).place());
        assertThat(read(EvtxWriterSamples.write(List.of(event), EvtxWriterOptions.DEFAULT))).containsExactly(event);
    }

    @Test
    void ansiText_inAnotherCharset_isReadInThatCharset() throws IOException {
        Charset cyrillic = Charset.forName("windows-1251");
        Event event = EvtxWriterSamples.event(1, EvtxWriterSamples.eventData(
                Map.of("Text", new Value.Text(ValueType.ANSI_STRING, "Привет"))));
        byte[] log = EvtxWriterSamples.write(List.of(event), EvtxWriterOptions.DEFAULT.withAnsiCharset(cyrillic));
        List<Event> events = new ArrayList<>();
        try (EvtxFile file = EvtxFile.of("log", log, EvtxReadOptions.defaults().withAnsiCharset(cyrillic))) {
            file.read(new Collector(cursor -> events.add(cursor.toEvent()), new ArrayList<>()));
        }
        assertThat(events).containsExactly(event);
    }

    private static List<Event> randomEvents(long seed) {
        RandomEvents random = new RandomEvents(new Random(seed));
        return LongStream.rangeClosed(1, 500).mapToObj(random::next).toList();
    }

    /** The events of a log without fault; that it is dirty or has preallocated chunks is worth a note only. */
    private static List<Event> read(byte[] log) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<Event> events = events(log, problems);
        assertThat(problems).allMatch(problem -> problem.code().severity() == Severity.NOTE);
        return events;
    }

    private static List<Event> events(byte[] log, List<Problem> problems) throws IOException {
        List<Event> events = new ArrayList<>();
        read(log, event -> events.add(event.toEvent()), problems);
        return events;
    }

    private static void read(byte[] log, Consumer<EventCursor> sink, List<Problem> problems)
            throws IOException {
        try (EvtxFile file = EvtxFile.of("log", log)) {
            file.read(new Collector(sink, problems));
        }
    }

    /** A sink of two parts. */
    private record Collector(Consumer<EventCursor> events,
            List<Problem> problems) implements EventSink {
        @Override
        public void event(EventCursor event) {
            events.accept(event);
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }

    /** An event as text alone. */
    private static Event textual(Event event) {
        return new Event(textual(event.root()).getFirst(), event.place());
    }

    private static List<Element> textual(Element element) {
        List<Attribute> attributes = element.attributes().stream()
                .map(attribute -> new Attribute(attribute.name(), new Value.Text(attribute.value().text()))).toList();
        if (element.content().size() == 1 && element.content().getFirst() instanceof Value.Array array
                && !array.items().isEmpty()) {
            return array.items().stream().map(item -> new Element(element.name(), attributes, textual(List.of(item))))
                    .toList();
        }
        return List.of(new Element(element.name(), attributes, textual(element.content())));
    }

    private static List<Node> textual(List<Node> content) {
        List<Node> textual = new ArrayList<>();
        for (Node node : content) {
            switch (node) {
                case Element element -> textual.addAll(textual(element));
                case Value value when value.text().isEmpty() -> {
                }
                case Value value when !textual.isEmpty() && textual.getLast() instanceof Value.Text text ->
                    textual.set(textual.size() - 1, new Value.Text(text.text() + value.text()));
                case Value value -> textual.add(new Value.Text(value.text()));
            }
        }
        return textual;
    }
}
