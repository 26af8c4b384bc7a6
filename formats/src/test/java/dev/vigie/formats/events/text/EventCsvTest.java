package dev.vigie.formats.events.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Recovery;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.messages.EventMessages;
import dev.vigie.formats.windows.FileTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCsvTest {
    private static final CsvDialect EXCEL = new CsvDialect(';', true);

    @Test
    void usualEvent_isARowBelowTheTitles() {
        EventCsv format = new EventCsv(CsvColumn.defaults(), CsvDialect.PLAIN, WrittenEvents.WORDS);
        assertThat(WrittenEvents.written(format,
                WrittenEvents.event("<EventData><Data Name='a'>x</Data><Data>y</Data><Data Name='a'/></EventData>")))
                .isEqualTo("TimeCreated,Level,LevelName,Channel,Computer,Provider,EventID,Qualifiers,Version,Task,"
                        + "Opcode,Keywords,EventRecordID,ProviderGuid,ActivityID,RelatedActivityID,ProcessID,ThreadID,"
                        + "UserID,Message,Data,File,Recovered\r\n"
                        + "2026-03-18T08:14:03.1200000Z,2,Error,System,PC,Service,1058,49152,1,7,1,"
                        + "0x80a0000000000000,42,{00000000-0000-0000-0000-00000000000a},"
                        + "{00000000-0000-0000-0000-00000000000b},,4,8,S-1-5-18,\"It failed:\r\n\"\"x\"\", y.\","
                        + "\"{\"\"a\"\":[\"\"x\"\",\"\"\"\"],\"\"param2\"\":\"\"y\"\"}\",test.xml,\r\n");
    }

    @Test
    void recoveredEvent_saysHowInEveryForm() {
        Event read = WrittenEvents.event("<EventData/>");
        Event recovered = new Event(read.root(), read.place(),
                new Recovery(Recovery.Origin.SLACK, Recovery.TemplateSource.ELSEWHERE));

        assertThat(rows(columns("EventID,Recovered"), CsvDialect.PLAIN, read, recovered)).containsExactly(
                List.of("EventID", "Recovered"), List.of("1058", ""), List.of("1058", "slack elsewhere"));
        EventFormat ecs = new EventEcs(EventMessages.NONE, FileTime.parse("2026-03-18T08:14:03Z"));
        assertThat(WrittenEvents.written(ecs, recovered)).contains("\"labels\":{\"recovered\":\"slack elsewhere\"}");
        assertThat(WrittenEvents.written(ecs, read)).doesNotContain("labels");
    }

    @Test
    void chosenColumns_areThoseInThatOrder() {
        assertThat(rows(columns("Data.a, eventid,DATA.b,TimeCreated,Offset"), CsvDialect.PLAIN,
                WrittenEvents.event("<EventData><Data Name='a'>1</Data><Data Name='a'>2</Data></EventData>")))
                .containsExactly(List.of("Data.a", "EventID", "Data.b", "TimeCreated", "Offset"),
                        List.of("1; 2", "1058", "", "2026-03-18T08:14:03.1200000Z", "0"));
    }

    @Test
    void everySystemField_hasATitleOfItsOwn() {
        for (SystemField field : SystemField.values()) {
            CsvColumn column = new CsvColumn.Field(field);
            assertThat(CsvColumn.parse(column.title())).containsExactly(column);
        }
        assertThat(CsvColumn.titles().split(", ")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "When", "Data.", "EventID,,Level", "Data"})
    void aTitleThatIsNone_isNamed(String titles) {
        if (titles.equals("Data")) {
            assertThat(CsvColumn.parse(titles)).containsExactly(CsvColumn.Other.DATA);
        } else {
            assertThatThrownBy(() -> CsvColumn.parse(titles)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void hostileTexts_comeBackButForControlCharacters() {
        assertThat(cell(CsvDialect.PLAIN, "a\"b,c;d\re\nf\r\ng\t ")).isEqualTo("a\"b,c;d\re\nf\r\ng\t ");
        assertThat(cell(CsvDialect.PLAIN, "=1+1")).isEqualTo("=1+1");
        assertThat(cell(CsvDialect.PLAIN, "a\u0000b\u001B[31m\u0085")).isEqualTo("a\uFFFDb\uFFFD[31m\uFFFD");
        assertThat(cell(CsvDialect.PLAIN, "\uD800x😀")).isEqualTo("\uFFFDx😀");
        String huge = "ä".repeat(1_000_000);
        assertThat(cell(CsvDialect.PLAIN, huge)).isEqualTo(huge);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void spreadsheet_doesNotCalculateWhatALogHolds(String formula) {
        assertThat(cell(EXCEL, formula)).isEqualTo("'" + formula);
    }

    @Test
    void spreadsheet_getsAMarkItsSeparatorAndTimesItReads() {
        EventCsv format = new EventCsv(columns("TimeCreated,Data.a"), EXCEL, EventMessages.NONE);
        assertThat(WrittenEvents.written(format,
                WrittenEvents.event("<EventData><Data Name='a'>1;2</Data></EventData>")))
                .isEqualTo("\uFEFFTimeCreated;Data.a\r\n2026-03-18 08:14:03;\"1;2\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(chars = {'"', '\r', '\n', '\0', 'é'})
    void aSeparatorThatCannotSeparate_isRefused(char separator) {
        assertThatThrownBy(() -> new CsvDialect(separator, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hostileEvents_areRowsOfAsManyCells(boolean spreadsheet) {
        RandomEventTrees events = new RandomEventTrees(new Random(11), true);
        Event[] some = new Event[2_000];
        for (int i = 0; i < some.length; i++) {
            some[i] = events.next();
        }
        List<List<String>> rows = rows(CsvColumn.defaults(), new CsvDialect('\t', spreadsheet), some);
        assertThat(rows).hasSize(some.length + 1).allMatch(row -> row.size() == CsvColumn.defaults().size());
        int data = CsvColumn.defaults().indexOf(CsvColumn.Other.DATA);
        rows.stream().skip(1).map(row -> row.get(data)).filter(json -> !json.isEmpty()).forEach(JsonLine::parse);
    }

    private static List<CsvColumn> columns(String titles) {
        return CsvColumn.parse(titles);
    }

    private static String cell(CsvDialect dialect, String text) {
        return rows(columns("Data.a"), dialect, WrittenEvents.data("a", text)).get(1).getFirst();
    }

    private static List<List<String>> rows(List<CsvColumn> columns, CsvDialect dialect, Event... events) {
        String text = WrittenEvents.written(new EventCsv(columns, dialect, EventMessages.NONE), events);
        assertThat(text.startsWith("\uFEFF")).isEqualTo(dialect.spreadsheet());
        return CsvRows.of(dialect.spreadsheet() ? text.substring(1) : text, dialect.separator());
    }
}
