package dev.vigie.formats.events.query;

import static dev.vigie.formats.events.query.EventBuilder.event;
import static dev.vigie.formats.events.query.EventBuilder.leaf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigie.formats.events.Event;
import dev.vigie.formats.windows.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases in which readers of the query language go astray, one test each. */
class TrickyCasesTest {
    private static final QueryContext NOON = QueryContext.of(FileTime.parse("2026-01-02T12:00:00Z"));

    private static boolean matches(String query, Event event) throws QuerySyntaxException {
        return EventFilter.parse(query).matches(event, NOON);
    }

    @Test
    void case1_pathMustSelectAnEvent() throws QuerySyntaxException {
        Event event = event().id(1).build();
        assertThat(matches("*", event)).isTrue();
        assertThat(matches("Event/System[EventID=1]", event)).isTrue();
        assertThat(matches("Event/System[EventID=2]", event)).isFalse();
        assertThatThrownBy(() -> EventQuery.parse("System[EventID=1]"))
                .isInstanceOfSatisfying(QuerySyntaxException.class, e -> {
                    assertThat(e.code()).isEqualTo(QueryProblem.SELECTS_NO_EVENT);
                    assertThat(e.offset()).isZero();
                    assertThat(e.arguments()).containsExactly("System");
                });
    }

    @Test
    void case2_timediffCountsBackFromNow_andTheFutureIsNegative() throws QuerySyntaxException {
        String lastDay = "*[System[(Level<=3) and TimeCreated[timediff(@SystemTime)<=86400000]]]";
        assertThat(matches(lastDay, event().level(3).time("2026-01-01T12:00:00Z").build())).isTrue();
        assertThat(matches(lastDay, event().level(3).time("2026-01-01T11:59:59.999Z").build())).isFalse();
        assertThat(matches(lastDay, event().level(3).time("2036-01-01T00:00:00Z").build())).isTrue();
        assertThat(matches(lastDay, event().level(4).time("2026-01-02T12:00:00Z").build())).isFalse();
        assertThat(matches("*[System/TimeCreated[timediff(@SystemTime,'2026-01-01T00:00:01Z')=1000]]",
                event().time("2026-01-01T00:00:00Z").build())).isTrue();
    }

    @Test
    void case3_blanksInANameCount_andAreLinted() throws QuerySyntaxException {
        String name = "Microsoft-Windows-TerminalServices-SessionBroker";
        String query = "*[System[Provider[@Name=' " + name + " ']]]";
        assertThat(matches(query, event().provider(name).build())).isFalse();
        assertThat(QueryLint.lint(query)).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(QueryLintCode.BLANK_PADDED);
            assertThat(finding.corrected()).contains("*[System[Provider[@Name='" + name + "']]]");
        });
    }

    @Test
    void case4_aQuotedNumberIsANumberToo() throws QuerySyntaxException {
        assertThat(matches("*[System[EventID='4688']]", event().id(4688).build())).isTrue();
        assertThat(matches("*[System[EventID='4689']]", event().id(4688).build())).isFalse();
        assertThat(matches("*[System[EventID='0x1250']]", event().id(4688).build())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"band", "Band", "BAND"})
    void case5_bandNeedsAll64BitsUnsigned(String band) throws QuerySyntaxException {
        String query = "*[System[" + band + "(Keywords,9223372036854775808)]]";
        assertThat(matches(query, event().keywords(0x8000_0000_0000_0000L).build())).isTrue();
        assertThat(matches(query, event().keywords(0x7FFF_FFFF_FFFF_FFFFL).build())).isFalse();
        assertThat(matches("*[System[" + band + "(Keywords,'0x10000000000001')]]",
                event().keywords(1).build())).isTrue();
        assertThat(matches("*[System[Keywords=9223372036854775809]]",
                event().keywords(0x8000_0000_0000_0000L).build())).as("differs in a bit that a double loses").isFalse();
    }

    @Test
    void case6_predicateOnDataCorrelatesNameAndValue() throws QuerySyntaxException {
        String query = "*[EventData[Data[@Name='TargetUserName']='jdoe']]";
        assertThat(matches(query, event().data("TargetUserName", "jdoe").build())).isTrue();
        assertThat(matches(query, event().data("TargetUserName", "x").data("SubjectUserName", "jdoe").build()))
                .isFalse();
    }

    @Test
    void case7_separateConditionsOnDataDoNotCorrelate_andAreLinted() throws QuerySyntaxException {
        String query = "*[EventData[Data[@Name='ProcessName'] and (Data='C:\\a.exe')]]";
        assertThat(matches(query, event().data("ProcessName", "x").data("Parent", "C:\\a.exe").build())).isTrue();
        assertThat(matches(query, event().data("Parent", "C:\\a.exe").build())).isFalse();
        assertThat(QueryLint.lint(query)).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(QueryLintCode.UNCORRELATED);
            assertThat(finding.corrected()).contains("*[EventData[Data[@Name='ProcessName']='C:\\a.exe']]");
        });
    }

    @Test
    void case8_unequalDoesNotMatchEventsThatLackTheField() throws QuerySyntaxException {
        String query = "*[EventData[Data[@Name='IpAddress']!='-']]";
        assertThat(matches(query, event().data("IpAddress", "10.0.0.1").build())).isTrue();
        assertThat(matches(query, event().data("IpAddress", "-").build())).isFalse();
        assertThat(matches(query, event().data("Other", "x").build())).isFalse();
        assertThat(QueryLint.lint(query)).extracting(LintFinding::code)
                .containsExactly(QueryLintCode.LACKING_NOT_SELECTED);
    }

    @Test
    void case9_unequalOrUnequalIsTrueForEveryValue_andIsLinted() throws QuerySyntaxException {
        String query = "*[EventData[Data!='x' or Data!='y']]";
        assertThat(matches(query, event().data("D", "x").build())).isTrue();
        assertThat(matches(query, event().data("D", "y").build())).isTrue();
        assertThat(QueryLint.lint(query)).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(QueryLintCode.ALWAYS_TRUE);
            assertThat(finding.corrected()).contains("*[EventData[(Data!='x' and Data!='y')]]");
        });
    }

    @Test
    void case10_numberInBracketsIsAPosition_andIsLinted() throws QuerySyntaxException {
        String query = "*[EventData[Data[1]=\"S-1-5-18\"]]";
        assertThat(matches(query, event().data("a", "S-1-5-18").data("b", "x").build())).isTrue();
        assertThat(matches(query, event().data("b", "x").data("a", "S-1-5-18").build())).isFalse();
        assertThat(QueryLint.lint(query)).extracting(LintFinding::code).containsExactly(QueryLintCode.POSITIONAL);
    }

    @Test
    void case11_conditionsAtTheTopLevelAreOnTheSameEvent() throws QuerySyntaxException {
        String query = "*[System[EventID=1]] and *[EventData[Data='x']]";
        assertThat(matches(query, event().id(1).data("D", "x").build())).isTrue();
        assertThat(matches(query, event().id(1).data("D", "y").build())).isFalse();
        assertThat(matches(query, event().id(2).data("D", "x").build())).isFalse();
    }

    @Test
    void case12_timesAreUtc_withUpToSevenFractionDigits() throws QuerySyntaxException {
        String since = "*[System[TimeCreated[@SystemTime>='2026-01-01T00:00:00.000Z']]]";
        assertThat(matches(since, event().time("2026-01-01T00:00:00.0000000Z").build())).isTrue();
        assertThat(matches(since, event().time("2025-12-31T23:59:59.9999999Z").build())).isFalse();
        Event precise = event().time("2026-01-01T00:00:00.1234567Z").build();
        assertThat(matches("*[System[TimeCreated[@SystemTime='2026-01-01T00:00:00.123Z']]]", precise)).isFalse();
        assertThat(matches("*[System[TimeCreated[@SystemTime='2026-01-01T00:00:00.1234567Z']]]", precise)).isTrue();
        assertThat(matches("*[System[TimeCreated[@SystemTime<='2030-01-01T00:00:00']]]", precise))
                .as("no Z, no time: false").isFalse();
        assertThat(matches("*[System[TimeCreated[@SystemTime!='2030-01-01']]]", precise)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*[System[not Provider[@Name='x']]]", "*[System[not(EventID=1)]]",
            "*[EventData[contains(Data,'x')]]", "*[EventData[starts-with(Data,'x')]]", "//System", "*[.//Data='x']",
            "*[EventData[Data=$x]]", "*[System[last()]]"})
    void case13_whatTheLanguageLacks_refusesTheWholeQuery(String query) {
        assertThatThrownBy(() -> EventQuery.parse(query)).isInstanceOf(QuerySyntaxException.class);
    }

    @Test
    void case14_wildcardTakesAnyElement_andNamespacesDoNotCount() throws QuerySyntaxException {
        String query = "*[UserData/*/PrinterName=\"MyPrinter\"]";
        assertThat(matches(query, event().userData("ns:Printed", leaf("ns:PrinterName", "MyPrinter")).build()))
                .isTrue();
        assertThat(matches(query, event().userData("Printed", leaf("PrinterName", "Other")).build())).isFalse();
    }

    @Test
    void case15_suppressBeatsSelectsOfItsOwnQueryOnly() throws QuerySyntaxException {
        String first = "<Query Id='0' Path='Security'><Select>*</Select>"
                + "<Suppress Path='Security'>*[System[EventID=1]]</Suppress></Query>";
        String second = "<Query Id='1' Path='Security'><Select Path='Security'>*[System[Level=2]]</Select></Query>";
        Event suppressed = event().id(1).level(4).channel("Security").build();
        Event selectedAgain = event().id(1).level(2).channel("Security").build();
        Event other = event().id(2).level(4).channel("SECURITY").build();
        Event elsewhere = event().id(2).level(2).channel("System").build();
        String list = "<QueryList>" + first + second + "</QueryList>";
        assertThat(matches(list, suppressed)).isFalse();
        assertThat(matches(list, selectedAgain)).isTrue();
        assertThat(matches(list, other)).isTrue();
        assertThat(matches(list, elsewhere)).isFalse();
        assertThat(matches("<QueryList>" + first + "</QueryList>", selectedAgain)).isFalse();
        assertThat(QueryList.parse("<QueryList><Query><Select Path='A'>*</Select></Query></QueryList>").queries()
                .getFirst().id()).isEqualTo(0xFFFFFFFFL);
    }
}
