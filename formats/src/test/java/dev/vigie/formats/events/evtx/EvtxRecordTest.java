package dev.vigie.formats.events.evtx;

import static dev.vigie.formats.events.evtx.LogBytes.nothing;
import static dev.vigie.formats.events.evtx.LogBytes.string;
import static dev.vigie.formats.events.evtx.LogBytes.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.Guid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the format can hold, byte by byte. */
class EvtxRecordTest {
    private static final int NO_DEPENDENCY = 0xFFFF;
    private static final Guid GUID = Guid.parse("{11111111-2222-3333-4444-555555555555}");
    private static final int[] IGNORED = new int[1];

    /** An event of one template whose only content is {@code Data} with slot 0. */
    private static Value dataValue(LogBytes.TypedValue value) throws IOException {
        Recording recording = dataOf(value);
        assertThat(recording.problems).isEmpty();
        Element root = recording.events.getFirst().root();
        return root.elements().isEmpty() ? Value.Null.NULL : root.elements().getFirst().value();
    }

    private static Recording dataOf(LogBytes.TypedValue... values) throws IOException {
        return LogBytes.read(out -> out.instance(GUID, IGNORED, body -> body.definedElement("Event", NO_DEPENDENCY,
                event -> event.definedElement("Data", NO_DEPENDENCY, data -> data.substitution(0, 1))), values));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @ParameterizedTest
    @CsvSource({
            "03, ff, -1", "04, ff, 255", "05, feff, -2", "06, feff, 65534", "07, feffffff, -2",
            "08, feffffff, 4294967294", "09, feffffffffffffff, -2", "0a, feffffffffffffff, 18446744073709551614",
            "0b, 0000c03f, 1.5", "0c, 000000000000f83f, 1.5", "0d, 01, true", "0d, 00000100, true",
            "0d, 00000000, false", "0d, 0000000000000080, true", "0e, 00ff10, 00FF10",
            "0f, 11111111222233334444555555555555, {11111111-2222-3333-4444-555555555555}",
            "10, ff000000, 0xff", "10, ff00000000000000, 0xff", "11, 0040dcf1ea07da01, 2023-10-26T09:01:02.2336000Z",
            "12, ea07070002001500080009000a007b00, 2026-07-21T08:09:10.123Z",
            "13, 010100000000000512000000, S-1-5-18", "14, 0f000000, 0xf", "15, 0f00000000000000, 0xf",
            "02, 41e94200, AéB", "01, 41003dd80000, A\uD83D"
    })
    void value_ofEachType_isReadByItsDescriptor(String type, String bytes, String text) throws IOException {
        Value value = dataValue(value(Integer.parseInt(type, 16), out -> out.bytes(hex(bytes))));
        assertThat(value.text()).isEqualTo(text);
        assertThat(value.type().code()).isEqualTo(Integer.parseInt(type, 16));
    }

    @Test
    void string_withTrailingNuls_endsBeforeThem() throws IOException {
        assertThat(dataValue(string("a\0b\0\0"))).isEqualTo(new Value.Text("a\0b"));
        assertThat(dataValue(string("\0\0"))).isEqualTo(new Value.Text(""));
    }

    @Test
    void stringArray_isOneValueOfItsItems() throws IOException {
        assertThat(items(string("a\0\0b"))).containsExactly(text("a"), text(""), text("b"));
        assertThat(items(string("a\0b\0"))).containsExactly(text("a"), text("b"));
        assertThat(items(string(""))).isEmpty();
    }

    private static List<Value> items(LogBytes.TypedValue strings) throws IOException {
        return ((Value.Array) dataValue(value(0x81, strings.body()))).items();
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    @Test
    void numberArray_hasItemsOfItsType() throws IOException {
        assertThat(dataValue(value(0x86, out -> out.u16(1).u16(65535)))).isEqualTo(new Value.Array(ValueType.UINT16,
                List.of(new Value.Int(ValueType.UINT16, 1), new Value.Int(ValueType.UINT16, 65535))));
        assertThat(dataValue(value(0x93, out -> out.bytes(hex("010100000000000512000000010100000000000513000000"))))
                .text()).isEqualTo("S-1-5-18,S-1-5-19");
        assertThat(dataValue(value(0x82, out -> out.bytes(hex("410042"))))
                .text()).isEqualTo("A,B");
    }

    @Test
    void fixedSizeValue_ofNoBytes_isNull() throws IOException {
        assertThat(dataValue(value(0x08, out -> {
        }))).isEqualTo(Value.Null.NULL);
    }

    @ParameterizedTest
    @CsvSource({"17, 01, evtx.value.unknown-type", "20, 01, evtx.value.unknown-type", "a1, 01, evtx.value.unknown-type",
            "90, 0102030405060708, evtx.value.unknown-type", "08, 010203, evtx.value.malformed",
            "01, 414141, evtx.value.malformed", "13, 0110000000000005, evtx.value.malformed",
            "12, ea070d0002001500080009000a007b00, evtx.value.malformed", "86, 010203, evtx.value.malformed",
            "0d, 010203, evtx.value.malformed", "21, ffff, evtx.value.bad-binary-xml"})
    void value_thatItsTypeCannotHave_isKeptAsBytesAndReported(String type, String bytes, String problem)
            throws IOException {
        Recording recording = dataOf(value(Integer.parseInt(type, 16), out -> out.bytes(hex(bytes))));
        assertThat(recording.problemKeys()).containsExactly(problem);
        Element data = recording.events.getFirst().root().elements().getFirst();
        assertThat(data.value()).isEqualTo(new Value.Binary(hex(bytes)));
    }

    @Test
    void substitution_withoutValue_isEmptyAndReported() throws IOException {
        Recording recording = dataOf();
        assertThat(recording.problemKeys()).containsExactly("evtx.value.missing");
        assertThat(recording.events.getFirst().root().elements().getFirst().content()).isEmpty();
    }

    @Test
    void optionalSubstitution_ofNull_removesItsElementOrAttribute() throws IOException {
        Recording recording = LogBytes.read(out -> out.instance(GUID, IGNORED,
                body -> body.definedElement("Event", NO_DEPENDENCY, event -> {
                    event.definedElement("Gone", NO_DEPENDENCY, gone -> gone.optionalSubstitution(0, 8));
                    event.definedElement("Depends", 0, depends -> depends.text("x"));
                    event.definedElement("Empty", NO_DEPENDENCY, empty -> empty.substitution(0, 8));
                    event.definedElement("Mixed", NO_DEPENDENCY,
                            mixed -> mixed.text("x").optionalSubstitution(0, 8));
                    event.u8(0x41).u16(NO_DEPENDENCY).u32(0).name("Bare").u32(0);
                    event.u8(0x46).name("Optional").optionalSubstitution(0, 8);
                    event.u8(0x46).name("Normal").substitution(0, 8);
                    event.u8(0x06).name("Kept").substitution(1, 1).u8(0x03);
                    event.optionalSubstitution(0, 0x21);
                }), nothing(), string("v")));
        assertThat(recording.problems).isEmpty();
        Element root = recording.events.getFirst().root();
        assertThat(root.elements()).extracting(Element::name).containsExactly("Empty", "Mixed", "Bare");
        assertThat(root.elements().get(2).attributes()).singleElement()
                .satisfies(attribute -> assertThat(attribute.value()).isEqualTo(text("v")));
    }

    @Test
    void attribute_withoutText_doesNotExist() throws IOException {
        Recording recording = LogBytes.read(out -> out.u8(0x41).u32(0).name("Event").u32(0).u8(0x46).name("a").text("")
                .u8(0x06).name("b").text("x\0").u8(0x03));
        assertThat(recording.events.getFirst().root().attributes()).singleElement()
                .satisfies(attribute -> assertThat(attribute.value()).isEqualTo(text("x")));
    }

    @Test
    void literalParts_ofAllKinds_areOneText() throws IOException {
        Recording recording = LogBytes.read(out -> out.element("Event", event -> event.text("a<").u8(0x49).name("amp")
                .u8(0x48).u16('é').u8(0x49).name("nbsp").u8(0x47).u16(2).utf16("[]")
                .u8(0x0A).name("pi").u8(0x0B).u16(1).utf16("x").text("z")));
        assertThat(recording.problems).isEmpty();
        assertThat(recording.events.getFirst().root().content()).containsExactly(text("a<&é&nbsp;[]z"));
    }

    @Test
    void attribute_ofSeveralParts_isTheirText() throws IOException {
        Recording recording = LogBytes.read(out -> out.instance(GUID, IGNORED,
                body -> body.u8(0x41).u16(NO_DEPENDENCY).u32(0).name("Event").u32(0).u8(0x06).name("a").text("id ")
                        .substitution(0, 8).u8(0x49).name("lt").u8(0x03),
                value(0x08, v -> v.u32(7))));
        assertThat(recording.events.getFirst().root().attribute("a")).isEqualTo(text("id 7<"));
    }

    @Test
    void untemplatedRecord_answersSystemFieldsFromItsText() throws IOException {
        byte[] log = LogBytes.of(out -> out.element("Event", event -> event.element("System",
                system -> system.element("EventID", id -> id.text("0x1F")).element("Computer",
                        computer -> computer.text("host")))));
        Event event = Recording.of(log).events.getFirst();
        assertThat(event.eventId()).isEqualTo(31);
        assertThat(event.computer()).isEqualTo("host");
    }

    @Test
    void nestedBinaryXml_templatedOrBare_isPartOfTheTree() throws IOException {
        Recording recording = dataOf(value(0x21, out -> out.u8(0x0F).u8(1).u8(1).u8(0).instance(GUID, IGNORED,
                body -> body.definedElement("Inner", NO_DEPENDENCY, inner -> inner.substitution(0, 1)),
                string("deep")).u8(0)));
        assertThat(recording.problems).isEmpty();
        assertThat(recording.events.getFirst().root().text()).isEqualTo("deep");
        Recording bare = dataOf(value(0x21, out -> out.element("Inner", inner -> inner.text("bare")).u8(0)));
        assertThat(bare.events.getFirst().root().text()).isEqualTo("bare");
        Recording empty = dataOf(value(0x21, out -> out.u8(0)));
        assertThat(empty.problems).isEmpty();
        assertThat(empty.events.getFirst().root().text()).isEmpty();
    }

    @Test
    void template_referredToLater_isTheOneDefined() throws IOException {
        int[] definition = new int[1];
        byte[] log = new LogBytes()
                .record(out -> out.instance(GUID, definition,
                        body -> body.definedElement("Event", NO_DEPENDENCY, e -> e.substitution(0, 1)), string("1")))
                .record(out -> out.instance(definition[0], string("2"))).toBytes();
        assertThat(Recording.of(log).events).extracting(event -> event.root().text()).containsExactly("1", "2");
    }

    @Test
    void templates_ofOneGuid_areToldApartByTheirContent() throws IOException {
        byte[] log = new LogBytes()
                .record(out -> out.instance(GUID, IGNORED,
                        body -> body.definedElement("One", NO_DEPENDENCY, e -> e.substitution(0, 1)), string("v")))
                .record(out -> out.instance(GUID, IGNORED,
                        body -> body.definedElement("Two", NO_DEPENDENCY, e -> e.substitution(0, 1)), string("v")))
                .endChunk()
                .record(out -> out.instance(GUID, IGNORED,
                        body -> body.definedElement("Two", NO_DEPENDENCY, e -> e.substitution(0, 1)), string("v")))
                .toBytes();
        assertThat(Recording.of(log).events).extracting(event -> event.root().name()).containsExactly("One", "Two",
                "Two");
    }

    @Test
    void template_withSameBytesButOtherNames_isAnotherTemplate() throws IOException {
        int[] first = new int[1];
        int[] second = new int[1];
        LogBytes.Body body = out -> out.u8(0x01).u16(NO_DEPENDENCY).u32(0).u32(700).u8(0x03);
        byte[] log = new LogBytes().record(out -> named(out, "Aaaa").instance(GUID, first, body)).endChunk()
                .record(out -> named(out, "Bbbb").instance(GUID, second, body)).toBytes();
        assertThat(first).isEqualTo(second);
        assertThat(Recording.of(log).events).extracting(event -> event.root().name()).containsExactly("Aaaa", "Bbbb");
    }

    /** Puts a name at offset 700 of the chunk, inside a processing instruction before the record's root. */
    private static LogBytes named(LogBytes out, String name) {
        out.u8(0x0A).name("target").u8(0x0B);
        int padding = (700 - out.position() - 2) / 2;
        int nameUnits = 5 + name.length();
        out.u16(padding + nameUnits).utf16(" ".repeat(padding));
        return out.u32(0).u16(0).u16(name.length()).utf16(name).u16(0);
    }

    @Test
    void systemElement_insideBinaryXml_isFoundThroughTheTree() throws IOException {
        byte[] log = LogBytes.of(out -> out.instance(GUID, IGNORED,
                body -> body.definedElement("Event", NO_DEPENDENCY, event -> event.substitution(0, 0x21)),
                value(0x21, v -> v.element("System", s -> s.element("EventID", id -> id.text("5"))).u8(0))));
        EventIds sink = new EventIds();
        try (EvtxFile file = EvtxFile.of("nested", log)) {
            file.read(sink);
        }
        assertThat(sink.eventIds).containsExactly(5L);
    }

    private static final class EventIds implements EventSink {
        private final List<Long> eventIds = new ArrayList<>();

        @Override
        public void event(EventCursor event) {
            eventIds.add(event.number(SystemField.EVENT_ID, -1));
        }

        @Override
        public void problem(Problem problem) {
            throw new AssertionError(problem);
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void valueShownTooOften_isRefused() throws IOException {
        Recording recording = LogBytes.read(out -> out.instance(GUID, IGNORED,
                body -> body.definedElement("Event", NO_DEPENDENCY, event -> {
                    for (int i = 0; i < 3000; i++) {
                        event.substitution(0, 1);
                    }
                }), string("x".repeat(10_000))));
        assertThat(recording.problemKeys()).containsExactly("evtx.record.too-complex");
        assertThat(recording.events).isEmpty();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void bombOfNestedTemplates_isKeptAsBytes() throws IOException {
        int[] definition = new int[1];
        byte[] log = new LogBytes().record(out -> out.instance(GUID, definition,
                body -> body.definedElement("Event", NO_DEPENDENCY, event -> {
                    for (int i = 0; i < 1000; i++) {
                        event.substitution(0, 0x21);
                    }
                }), value(0x21, level1 -> level1.instance(definition[0],
                        value(0x21, level2 -> level2.instance(definition[0],
                                value(0x21, level3 -> level3.element("x", x -> x.text("y")))))))))
                .toBytes();
        Recording recording = Recording.of(log);
        assertThat(recording.problemKeys()).contains("evtx.value.bad-binary-xml");
        assertThat(recording.events).hasSize(1);
    }

    @Test
    void nestingBeyondTheLimit_costsTheRecord() throws IOException {
        Recording recording = LogBytes.read(out -> {
            for (int i = 0; i < 1000; i++) {
                out.u8(0x01).u32(0).name("e").u8(0x02);
            }
            for (int i = 0; i < 1000; i++) {
                out.u8(0x04);
            }
        });
        assertThat(recording.problemKeys()).containsExactly("evtx.record.too-complex");
    }

    @ParameterizedTest
    @CsvSource({"ff, evtx.record.bad-token", "'', evtx.record.bad-token", "0100000000ffffff7f02, evtx.record.bad-name",
            "0c01000000000000fe00, evtx.record.bad-template", "0c01, evtx.record.unexpected-end",
            "0a, evtx.record.unexpected-end"})
    void record_ofBadBinaryXml_isReportedAndItsNeighboursCome(String bytes, String problem) throws IOException {
        byte[] log = new LogBytes().record(out -> out.element("Event", e -> e.text("before")))
                .record(out -> out.bytes(hex(bytes))).record(out -> out.element("Event", e -> e.text("after")))
                .toBytes();
        Recording recording = Recording.of(log);
        assertThat(recording.events).extracting(event -> event.root().text()).containsExactly("before", "after");
        assertThat(recording.problemKeys()).containsExactly(problem);
        assertThat(recording.problems.getFirst().place().record()).isEqualTo(2);
    }
}
