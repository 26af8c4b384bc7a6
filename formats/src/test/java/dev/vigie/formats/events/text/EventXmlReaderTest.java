package dev.vigie.formats.events.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.Guid;
import dev.vigie.formats.windows.Sid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventXmlReaderTest {
    private static final String GOOD = event(7, "good");

    private static String event(int id, String data) {
        return "<Event xmlns='" + RandomEventTrees.NAMESPACE + "'><System><EventID>" + id
                + "</EventID><EventRecordID>9</EventRecordID></System><EventData><Data Name='d'>" + data
                + "</Data></EventData></Event>";
    }

    @Test
    void systemFields_haveTheirTypesAndPayloadIsText() {
        Event event = only("""
                <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>
                  <System>
                    <Provider Name='P' Guid='{A7975C8F-AC13-49F1-87DA-5A984A4AB417}'/>
                    <EventID Qualifiers='49152'>1058</EventID>
                    <Keywords>0x8020000000000000</Keywords>
                    <TimeCreated SystemTime='2020-03-26T23:13:54.861894100Z'/>
                    <EventRecordID>18446744073709551615</EventRecordID>
                    <Correlation/>
                    <Security UserID='S-1-5-18'/>
                  </System>
                  <EventData><Data Name='n'>42</Data><Data>  </Data></EventData>
                </Event>""");
        assertThat(event.system(SystemField.PROVIDER_GUID))
                .isEqualTo(new Value.GuidValue(Guid.parse("a7975c8f-ac13-49f1-87da-5a984a4ab417")));
        assertThat(event.system(SystemField.EVENT_ID)).isEqualTo(new Value.Int(ValueType.UINT16, 1058));
        assertThat(event.system(SystemField.QUALIFIERS)).isEqualTo(new Value.Int(ValueType.UINT16, 49_152));
        assertThat(event.system(SystemField.KEYWORDS))
                .isEqualTo(new Value.Int(ValueType.HEX_INT64, 0x8020000000000000L));
        assertThat(event.timeCreated()).isEqualTo(FileTime.parse("2020-03-26T23:13:54.8618941Z"));
        assertThat(event.system(SystemField.EVENT_RECORD_ID)).isEqualTo(new Value.Int(ValueType.UINT64, -1));
        assertThat(event.system(SystemField.USER_ID)).isEqualTo(new Value.SidValue(Sid.parse("S-1-5-18")));
        assertThat(event.data()).extracting(datum -> datum.name() + "=" + datum.value().text())
                .containsExactly("n=42", "=  ");
        assertThat(event.root().elements()).extracting(Element::name).containsExactly("System", "EventData");
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "-1", "x", "0x10", "007", "1e3"})
    void systemNumber_thatIsNone_staysText(String text) {
        Event event = only("<Event><System><EventID>" + text + "</EventID></System></Event>");
        assertThat(event.system(SystemField.EVENT_ID)).isEqualTo(new Value.Text(text));
    }

    @Test
    void severalRootsWithoutWrapper_areSeveralEvents() {
        Gathered gathered = Gathered.fromXml(GOOD + GOOD + "\r\n" + GOOD + "\n<Event/>");
        assertThat(gathered.problems).isEmpty();
        assertThat(gathered.events).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void everyUnicodeEncoding_withAndWithoutMark_isFound(String name) {
        Charset charset = Charset.forName(name);
        String text = "<Events>" + event(1, "Größe 😀") + "</Events>";
        assertThat(data(Gathered.fromXml(text.getBytes(charset)))).containsExactly("Größe 😀");
        assertThat(data(Gathered.fromXml(("\uFEFF" + text).getBytes(charset)))).containsExactly("Größe 😀");
    }

    @Test
    void declaredEncoding_isUsed() {
        String text = "<?xml version='1.0' encoding='windows-1252'?><Events>" + event(1, "Größe €") + "</Events>";
        Gathered gathered = Gathered.fromXml(text.getBytes(Charset.forName("windows-1252")));
        assertThat(data(gathered)).containsExactly("Größe €");
        assertThat(gathered.problems).isEmpty();
    }

    @Test
    void utf8DeclaredAsUtf16_isReadAsWhatItIs() {
        Gathered gathered = Gathered.fromXml("<?xml version=\"1.0\" encoding=\"utf-16\"?>" + event(1, "ü"));
        assertThat(data(gathered)).containsExactly("ü");
    }

    @Test
    void unknownEncoding_isReported() {
        Gathered gathered = Gathered.fromXml("<?xml version=\"1.0\" encoding=\"x-none\"?>" + GOOD);
        assertThat(gathered.problems).extracting(Problem::toString)
                .containsExactly("xml.encoding.unknown test.xml@0x0 [x-none]");
        assertThat(gathered.events).hasSize(1);
    }

    @Test
    void undeclaredOemBytes_areReplacedAndReported() {
        byte[] bytes = (GOOD + event(1, "Größe")).getBytes(StandardCharsets.ISO_8859_1);
        Gathered gathered = Gathered.fromXml(bytes);
        assertThat(data(gathered)).containsExactly("good", "Gr\uFFFD\uFFFDe");
        assertThat(gathered.problems).extracting(Problem::toString)
                .containsExactly("xml.event.undecodable test.xml@0x" + Integer.toHexString(GOOD.length()) + " [UTF-8]");
    }

    @Test
    void rawControlCharacters_areReplacedAndReported() {
        Gathered gathered = Gathered.fromXml(event(1, "a\u0001b\uFFFE"));
        assertThat(data(gathered)).containsExactly("a\uFFFDb\uFFFD");
        assertThat(gathered.keys()).containsExactly("xml.event.invalid-characters");
    }

    @Test
    void loneSurrogatesAndAnOddByteInUtf16_areReplacedAndReported() {
        byte[] bytes = event(1, "a\uD800b").replace('\uD800', '#').getBytes(StandardCharsets.UTF_16LE);
        for (int i = 0; i < bytes.length; i += 2) {
            if (bytes[i] == '#') {
                bytes[i] = 0;
                bytes[i + 1] = (byte) 0xD8;
            }
        }
        Gathered gathered = Gathered.fromXml(bytes);
        assertThat(data(gathered)).containsExactly("a\uFFFDb");
        assertThat(gathered.keys()).containsExactly("xml.event.invalid-characters");
    }

    @Test
    void controlCharactersAsReferences_areKept() {
        assertThat(data(Gathered.fromXml(event(1, "a&#1;&#x1F;b&#13;")))).containsExactly("a\u0001\u001Fb\r");
    }

    @Test
    void malformedEvent_costsItself() {
        Gathered gathered = Gathered
                .fromXml("<Events>\n" + GOOD + "\n<Event><Sys&tem></Event>\n" + GOOD + "</Events>");
        assertThat(gathered.events).hasSize(2);
        assertThat(gathered.problems).hasSize(1);
        assertThat(gathered.problems.getFirst().code()).isEqualTo(XmlProblem.NOT_WELL_FORMED);
        assertThat(gathered.problems.getFirst().arguments()).startsWith(3L);
        assertThat(gathered.problems.getFirst().place().offset()).isEqualTo(10 + GOOD.length());
    }

    @Test
    void eventThatNeverEnds_endsWhereTheNextBeginsAndKeepsItsWholeParts() {
        String cut = GOOD.replace("</EventData></Event>", "");
        Gathered gathered = Gathered.fromXml("<Events>" + cut + GOOD + "</Events>");
        assertThat(gathered.events).hasSize(2);
        assertThat(gathered.events.getFirst().eventId()).isEqualTo(7);
        assertThat(gathered.events.getFirst().data()).isEmpty();
        assertThat(gathered.keys()).containsExactly("xml.event.cut-short");
    }

    @Test
    void eventCutAtTheEndOfTheSource_keepsItsWholeParts() {
        Gathered gathered = Gathered.fromXml(GOOD.replace("</Event>", "<RenderingInfo Culture='en-US'><Message>A us"));
        assertThat(data(gathered)).containsExactly("good");
        assertThat(gathered.keys()).containsExactly("xml.event.cut-short");
    }

    @Test
    void forwardedEvents_inCdataOrNested_areFoundInTheirWrappers() {
        String start = "<s:Envelope xmlns:s='urn:s' xmlns:w='http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd'><s:Body>"
                + "<w:Events><w:Event Action='urn:a'>";
        String end = "</w:Event></w:Events></s:Body></s:Envelope>";
        assertThat(data(Gathered.fromXml(start + "\n <![CDATA[" + GOOD + "]]>" + end))).containsExactly("good");
        assertThat(data(Gathered.fromXml(start + GOOD + end))).containsExactly("good");
    }

    @Test
    void namespacesOfTheWrappers_areAddedWhenUsed() {
        Event event = only("<Events xmlns='urn:d' xmlns:e='urn:e' xmlns:unused='urn:u'><Event><System/><e:x/></Event>"
                + "</Events>");
        assertThat(event.root().attributes()).containsExactly(new Attribute("xmlns", new Value.Text("urn:d")),
                new Attribute("xmlns:e", new Value.Text("urn:e")));
    }

    @Test
    void nestedElementCalledEvent_isPartOfTheEvent() {
        Event event = only("<Event><System/><UserData><Event><a>1</a></Event></UserData></Event>");
        assertThat(event.data()).extracting(datum -> datum.value().text()).containsExactly("1");
    }

    @Test
    void commentsInstructionsAndQueries_areNoEvents() {
        Gathered gathered = Gathered.fromXml("<?xml version='1.0'?><!-- <Event><System/></Event> --><?x <Event/> ?>"
                + "<QueryList><Query><Select>*</Select></Query></QueryList>" + GOOD);
        assertThat(gathered.events).hasSize(1);
        assertThat(gathered.problems).isEmpty();
    }

    @Test
    void markupInsideValues_doesNotEndAnEvent() {
        Event event = only(
                "<Event><System/><!-- </Event> --><d a='&lt;/Event>' b=\">\"><![CDATA[</Event>]]></d></Event>");
        assertThat(event.root().elements().getLast().text()).isEqualTo("</Event>");
    }

    @Test
    void entitiesAndDocumentTypes_areNotRead() {
        Gathered gathered = Gathered.fromXml("<!DOCTYPE Events [<!ENTITY x SYSTEM 'file:///etc/passwd'>"
                + "<!ENTITY y 'yyyy'>]><Events>" + event(1, "&x;") + event(2, "&y;") + event(3, "&amp;") + "</Events>");
        assertThat(data(gathered)).containsExactly("&");
        assertThat(gathered.events).extracting(EventCursor::eventId).containsExactly(1, 2, 3);
        assertThat(gathered.keys()).containsExactly("xml.event.cut-short", "xml.event.cut-short");
    }

    @Test
    void tooDeepEvent_costsItself() {
        Gathered gathered = Gathered
                .fromXml("<Event>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</Event>" + GOOD);
        assertThat(data(gathered)).containsExactly("good");
        assertThat(gathered.keys()).containsExactly("xml.event.not-well-formed");
    }

    @Test
    void tooLargeEvent_isCutAndReported() {
        String large = GOOD.replace("</Event>", "<RenderingInfo>");
        byte[] bytes = (large + "x".repeat(EventSplitter.MAX_EVENT_SIZE) + GOOD).getBytes(StandardCharsets.US_ASCII);
        Gathered gathered = Gathered.fromXml(bytes);
        assertThat(data(gathered)).containsExactly("good", "good");
        assertThat(gathered.keys()).containsExactly("xml.event.too-large", "xml.event.cut-short");
    }

    @Test
    void eventsOpenedAndNeverClosed_takeBoundedTime() {
        Gathered gathered = Gathered.fromXml("<Event>".repeat(20_000) + "<Event><a/>".repeat(20_000) + GOOD);
        assertThat(data(gathered)).containsExactly("good");
    }

    @Test
    void sourceWithoutEvents_saysSo() {
        assertThat(Gathered.fromXml("no xml at all <").keys()).containsExactly("xml.no-event");
        assertThat(Gathered.fromXml("").problems).isEmpty();
    }

    @Test
    void place_isTheByteOffsetAlsoInUtf16() {
        String text = "<Events>ü😀" + GOOD + "</Events>";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[]{(byte) 0xFF, (byte) 0xFE});
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_16LE));
        Event event = Gathered.fromXml(bytes.toByteArray()).events.getFirst();
        assertThat(event.place().offset()).isEqualTo(2 + 2L * text.indexOf("<Event "));
        assertThat(event.place().record()).isEqualTo(9);
    }

    @Test
    void fullSink_stopsTheReading() throws IOException {
        List<Integer> ids = new ArrayList<>();
        EventSink sink = new EventSink() {
            @Override
            public void event(EventCursor event) {
                ids.add(event.eventId());
            }

            @Override
            public void problem(Problem problem) {
                throw new AssertionError(problem);
            }

            @Override
            public boolean isFull() {
                return ids.size() == 2;
            }
        };
        byte[] bytes = (GOOD + GOOD + GOOD).getBytes(StandardCharsets.UTF_8);
        try (EventXmlReader reader = new EventXmlReader("test.xml", new ByteArrayInputStream(bytes))) {
            reader.read(sink);
        }
        assertThat(ids).containsExactly(7, 7);
    }

    private static Event only(String xml) {
        Gathered gathered = Gathered.fromXml(xml);
        assertThat(gathered.problems).isEmpty();
        assertThat(gathered.events).hasSize(1);
        return gathered.events.getFirst();
    }

    private static List<String> data(Gathered gathered) {
        return gathered.events.stream().flatMap(event -> event.data().stream()).map(datum -> datum.value().text())
                .toList();
    }
}
