package dev.vigie.formats.events.query;

import static dev.vigie.formats.events.query.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.Guid;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries on one rich event, typed and as text, with expectations worked out by hand from MS-EVEN6 2.2.15. */
class QueryTableTest {
    private static final QueryContext CONTEXT = new QueryContext(FileTime.parse("2026-03-02T00:00:00Z"), 3);

    private static EventBuilder rich() {
        return event().id(4624).level(0).keywords(0x8020_0000_0000_0000L)
                .provider("Microsoft-Windows-Security-Auditing").guid("54849625-5478-4994-a5ba-3e3b0328c30d")
                .channel("Security").user("S-1-5-18").time("2026-03-01T00:00:00.5Z")
                .with(SystemField.COMPUTER, EventBuilder.text("pc1.example"))
                .data("LogonType", new Value.Int(ValueType.UINT32, 10)).data("User", "jdoe")
                .data("Handle", new Value.Int(ValueType.HEX_INT64, 0x3e7)).data("Delta", int32(-5))
                .data("Flag", new Value.Bool(true)).data("Ratio", new Value.Real(ValueType.REAL64, 0.5))
                .data("Guid", new Value.GuidValue(Guid.parse("00000000-0000-0000-0000-000000000001")))
                .data("Bytes", new Value.Binary(new byte[]{(byte) 0xAB, 1}))
                .data("When", new Value.SystemTime(LocalDateTime.of(2026, 3, 1, 1, 0)))
                .data("List",
                        new Value.Array(ValueType.STRING, List.of(EventBuilder.text("a"), EventBuilder.text("b"))))
                .data("Empty", Value.Null.NULL);
    }

    private static Value int32(int number) {
        return new Value.Int(ValueType.INT32, number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            *[System[EventID=4624]] | true
            *[System/EventID=4624] | true
            */System/EventID=4624 | true
            Event/System/EventID!=4624 | false
            *[System[4624=EventID]] | true
            *[System[4600<EventID and EventID<4700]] | true
            *[System[EventID>4624 or EventID<4624]] | false
            *[System[EventID=4624.0]] | true
            *[System[EventID='4624.5']] | false
            *[System[EventID='abc']] | false
            *[System[EventID!='abc']] | true
            *[System[EventID>'abc']] | false
            *[System[Level=0]] | true
            *[System[Level<=-1]] | false
            *[System[Keywords='0x8020000000000000']] | true
            *[System[Keywords=9232379236109516800]] | true
            *[System[band(Keywords,9007199254740992)]] | true
            *[System[band(Keywords,1)]] | false
            *[System[band(Keywords,1)=0]] | true
            *[System[band(Keywords,9007199254740992)!=0]] | true
            *[System[band('0x20000000000000',Keywords)]] | true
            *[System[Keywords>9223372036854775807]] | true
            *[System[Provider[@Name='Microsoft-Windows-Security-Auditing']]] | true
            *[System[Provider[@Name='microsoft-windows-security-auditing']]] | false
            *[System[Provider[@Guid='{54849625-5478-4994-A5BA-3E3B0328C30D}']]] | true
            *[System[Provider[@Guid='54849625-5478-4994-a5ba-3e3b0328c30d']]] | true
            *[System[Provider[@Guid!='no guid']]] | false
            *[System[Provider[@EventSourceName]]] | false
            *[System[Provider[@Name and @Guid]]] | true
            *[System[Security[@UserID='S-1-5-18']]] | true
            *[System[Security[@UserID='s-1-5-18']]] | true
            *[System[Security[@UserID!='SYSTEM']]] | false
            *[System[Security[@UserID='S-1-5-19']]] | false
            *[System[Channel='Security' and Computer='pc1.example']] | true
            *[System[TimeCreated[@SystemTime>='2026-03-01T00:00:00.500Z']]] | true
            *[System[TimeCreated[@SystemTime>'2026-03-01T00:00:00.500Z']]] | false
            *[System[TimeCreated[timediff(@SystemTime)<86400000]]] | true
            *[System[TimeCreated[timediff(@SystemTime)=86399500]]] | true
            *[System[TimeCreated[timediff(@SystemTime,'2026-03-01T00:00:00Z')=-500]]] | true
            *[System[Task]] | false
            *[System[Task=0]] | false
            *[System[Task!=0]] | false
            *[System] | true
            *[EventData] | true
            *[UserData] | false
            *[System[EventID=1] or EventData[Data='jdoe']] | true
            *[System[EventID=4624] and EventData[Data[@Name='User']='jdoe']] | true
            *[System[EventID=4624]] and *[EventData[Data[@Name='User']='jdo']] | false
            *[EventData[Data[@Name='LogonType']=10]] | true
            *[EventData[Data[@Name='LogonType']='10']] | true
            *[EventData[Data[@Name='LogonType']='0xA']] | true
            *[EventData[Data[@Name='Handle']='0x3e7']] | true
            *[EventData[Data[@Name='Handle']='0x3E7']] | true
            *[EventData[Data[@Name='Handle']=999]] | true
            *[EventData[Data[@Name='Delta']=-5]] | true
            *[EventData[Data[@Name='Delta']<0]] | true
            *[EventData[Data[@Name='Delta']>18446744073709551610]] | false
            *[EventData[Data[@Name='Flag']='true']] | true
            *[EventData[Data[@Name='Flag']=1]] | true
            *[EventData[Data[@Name='Flag']=7]] | true
            *[EventData[Data[@Name='Flag']='false']] | false
            *[EventData[Data[@Name='Ratio']='5e-1']] | true
            *[EventData[Data[@Name='Ratio']<1]] | true
            *[EventData[Data[@Name='Guid']='{00000000-0000-0000-0000-000000000001}']] | true
            *[EventData[Data[@Name='Bytes']='ab01']] | true
            *[EventData[Data[@Name='When']<'2026-03-01T01:00:01Z']] | true
            *[EventData[Data[@Name='List']='b']] | true
            *[EventData[Data[@Name='List'][2]='b']] | true
            *[EventData[Data[@Name='List'][1]='b']] | false
            *[EventData[Data[2]='jdoe']] | true
            *[EventData[Data[position()=2]='jdoe']] | true
            *[EventData[Data[position()<2]='jdoe']] | false
            *[EventData[Data[11]='b']] | true
            *[EventData[Data[@Name='User'][1]]] | true
            *[EventData[Data[@Name='User'][2]]] | false
            *[EventData[Data[@Name='Empty']='']] | true
            *[EventData[Data[@Name='Empty']/text()]] | false
            *[EventData[Data[@Name='User' and text()='jdoe']]] | true
            *[EventData[Data[@*='User']]] | true
            *[*[Data='jdoe']] | true
            *[*/*='jdoe'] | true
            *[System/*[@Name]] | true
            *[EventData[Data=Data]] | true
            *[EventData[@Missing!='x']] | false
            *[3] | true
            *[2] | false
            *[position()<=3] | true
            *[System[EventID=4624]][position()=1] | false
            *['x'] | true
            *[''] | false
            *[1=1] | true
            *[1='2'] | false
            *[event] | false
            """)
    void query_onTheRichEvent_answersAsSpecified(String query, boolean expected) throws QuerySyntaxException {
        EventQuery parsed = EventQuery.parse(query);
        Event typed = rich().build();
        assertThat(parsed.matches(typed, CONTEXT)).isEqualTo(expected);
        assertThat(parsed.matches(rich().buildAsText(), CONTEXT)).as("System fields as text").isEqualTo(expected);
        assertThat(EventQuery.parse(parsed.toString())).isEqualTo(parsed);
    }
}
