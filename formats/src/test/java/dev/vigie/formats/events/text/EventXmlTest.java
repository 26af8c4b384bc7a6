package dev.vigie.formats.events.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Place;
import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventXmlTest {
    @Test
    void compact_isOneLineInSingleQuotes() {
        assertThat(EventXml.toString(sample(), EventXml.Style.COMPACT)).isEqualTo("<Event xmlns='urn:e'><System>"
                + "<EventID Qualifiers='49152'>1058</EventID><Correlation/></System><EventData><Data Name='a&quot;b'>"
                + "x&amp;y</Data><Data>1</Data><Data>2</Data><Binary>0AFF</Binary><Data></Data></EventData></Event>");
    }

    @Test
    void indented_putsAnElementOnALineAndLeavesTextAlone() {
        assertThat(EventXml.toString(sample(), EventXml.Style.INDENTED)).isEqualTo("""
                <Event xmlns="urn:e">
                  <System>
                    <EventID Qualifiers="49152">1058</EventID>
                    <Correlation/>
                  </System>
                  <EventData>
                    <Data Name="a&quot;b">x&amp;y</Data>
                    <Data>1</Data>
                    <Data>2</Data>
                    <Binary>0AFF</Binary>
                    <Data></Data>
                  </EventData>
                </Event>""");
    }

    @Test
    void indented_mixedContent_isNotBroken() {
        Element mixed = element("m", text("a"), element("b", element("c")));
        assertThat(xml(element("Event", mixed), EventXml.Style.INDENTED))
                .isEqualTo("<Event>\n  <m>a<b><c/></b></m>\n</Event>");
    }

    @Test
    void emptyArray_isOneEmptyElement() {
        assertThat(compact(element("Event", element("Data", new Value.Array(ValueType.STRING, List.of())))))
                .isEqualTo("<Event><Data/></Event>");
    }

    @Test
    void array_inTheRootOrAnAttributeOrBesideText_isJoined() {
        Value array = new Value.Array(ValueType.STRING, List.of(text("a"), text("b")));
        assertThat(compact(element("Event", array))).isEqualTo("<Event>a,b</Event>");
        assertThat(compact(element("Event", element("d", text("x"), array)))).isEqualTo("<Event><d>xa,b</d></Event>");
        Element attribute = new Element("Event", List.of(new Attribute("a", array)), List.of());
        assertThat(compact(attribute)).isEqualTo("<Event a='a,b'/>");
    }

    @Test
    void attributeWithoutValue_isLeftOut() {
        Element root = new Element("Event", List.of(new Attribute("a", Value.Null.NULL)), List.of());
        assertThat(compact(root)).isEqualTo("<Event/>");
    }

    @Test
    void repeatedAttributes_areNumbered() {
        Element root = attributes("a", "1", "a", "2", "a", "3", "xmlns:p", "u", "xmlns:q", "u", "p:b", "4", "q:b", "5");
        assertThat(compact(root))
                .isEqualTo("<Event a='1' a_2='2' a_3='3' xmlns:p='u' xmlns:q='u' p:b='4' q:b_2='5'/>");
        StrictXml.parse(compact(root));
    }

    @Test
    void forbiddenDeclarations_becomePlainAttributes() {
        Element root = attributes("xmlns", "u", "xmlns", "v", "xmlns:p", "", "xmlns:xmlns", "w", "xmlns:xml", "x");
        assertThat(compact(root)).isEqualTo("<Event xmlns='u' _x0078_mlns='v' xmlns_x003A_p=''"
                + " xmlns_x003A_xmlns='w' xmlns_x003A_xml='x'/>");
        StrictXml.parse(compact(root));
    }

    @Test
    void invalidNames_areEscapedReversibly() {
        assertThat(compact(element("1 a"))).isEqualTo("<_x0031__x0020_a/>");
        assertThat(compact(element("_x0041_"))).isEqualTo("<_x005F_x0041_/>");
        assertThat(compact(element("p:a"))).isEqualTo("<p_x003A_a/>");
        assertThat(compact(element(""))).isEqualTo("<_/>");
    }

    @Test
    void unholdableCharacters_becomeTheReplacementCharacter() {
        assertThat(compact(element("Event", text("a\u0000b\uD800c\uFFFFd\u0085"))))
                .isEqualTo("<Event>a\uFFFDb\uFFFDc\uFFFDd\u0085</Event>");
    }

    @ParameterizedTest
    @EnumSource
    void hostileTrees_areAlwaysWellFormed(EventXml.Style style) {
        RandomEventTrees events = new RandomEventTrees(new Random(42), true);
        for (int i = 0; i < 5000; i++) {
            StrictXml.parse(EventXml.toString(events.next(), style));
        }
    }

    @ParameterizedTest
    @EnumSource
    void soundTrees_areReadBackWithTheSameTextEverywhere(EventXml.Style style) {
        RandomEventTrees events = new RandomEventTrees(new Random(43), false);
        for (int i = 0; i < 3000; i++) {
            Event event = events.next();
            String expected = StrictXml.canonical(event.root());
            String xml = EventXml.toString(event, style);
            assertThat(StrictXml.canonical(StrictXml.parse(xml).getDocumentElement())).isEqualTo(expected);
            Gathered gathered = Gathered.fromXml(xml);
            assertThat(gathered.problems).isEmpty();
            assertThat(gathered.events).hasSize(1);
            assertThat(StrictXml.canonical(gathered.events.getFirst().root())).isEqualTo(expected);
        }
    }

    @Test
    void deepTree_isWellFormed() {
        Element deep = element("leaf", text("x"));
        for (int i = 0; i < 500; i++) {
            deep = element("n", deep);
        }
        StrictXml.parse(xml(deep, EventXml.Style.INDENTED));
    }

    @ParameterizedTest
    @EnumSource
    void document_ofManyEvents_isOneWellFormedDocument(EventXml.Style style) throws IOException {
        RandomEventTrees events = new RandomEventTrees(new Random(44), true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EventWriter writer = new EventWriter(EventXml.document(style), bytes)) {
            for (int i = 0; i < 500; i++) {
                writer.write(events.next());
            }
        }
        var root = StrictXml.parse(bytes.toByteArray()).getDocumentElement();
        assertThat(root.getNodeName()).isEqualTo("Events");
        assertThat(root.getChildNodes().getLength()).isGreaterThan(500);
    }

    @Test
    void sequence_isReadBackAsAsManyEvents() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EventWriter writer = new EventWriter(EventXml.sequence(EventXml.Style.COMPACT), bytes)) {
            for (int i = 0; i < 5000; i++) {
                writer.write(sample());
            }
        }
        assertThat(Gathered.fromXml(bytes.toByteArray()).events).hasSize(5000);
    }

    private static Event sample() {
        Element system = element("System",
                new Element("EventID", List.of(new Attribute("Qualifiers", new Value.Int(ValueType.UINT16, 49_152))),
                        List.of(new Value.Int(ValueType.UINT16, 1058))),
                element("Correlation"));
        Value array = new Value.Array(ValueType.UINT8,
                List.of(new Value.Int(ValueType.UINT8, 1), new Value.Int(ValueType.UINT8, 2)));
        Element data = element("EventData",
                new Element("Data", List.of(new Attribute("Name", text("a\"b"))), List.of(text("x&"), text("y"))),
                element("Data", array), element("Binary", new Value.Binary(new byte[]{10, -1})),
                element("Data", Value.Null.NULL));
        Element root = new Element("Event", List.of(new Attribute("xmlns", text("urn:e"))), List.of(system, data));
        return new Event(root, Place.of("test"));
    }

    private static Element attributes(String... namesAndValues) {
        Attribute[] attributes = new Attribute[namesAndValues.length / 2];
        for (int i = 0; i < attributes.length; i++) {
            attributes[i] = new Attribute(namesAndValues[2 * i], text(namesAndValues[2 * i + 1]));
        }
        return new Element("Event", List.of(attributes), List.of());
    }

    private static Element element(String name, Node... content) {
        return new Element(name, List.of(), List.of(content));
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    private static String compact(Element root) {
        return xml(root, EventXml.Style.COMPACT);
    }

    private static String xml(Element root, EventXml.Style style) {
        return EventXml.toString(new Event(root, Place.of("test")), style);
    }
}
