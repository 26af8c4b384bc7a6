package dev.vigie.formats.events.query;

import static dev.vigie.formats.events.query.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.events.Event;
import dev.vigie.formats.windows.FileTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryLimitsTest {
    private static final QueryContext NOON = QueryContext.of(FileTime.parse("2026-01-02T12:00:00Z"));

    private static String ids(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(id -> "EventID=" + id).collect(Collectors.joining(" or "));
    }

    private static LintFinding only(String query) {
        List<LintFinding> findings = QueryLimits.exceeded(query);
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    @Test
    void aQueryWithinTheLimits_exceedsNone() {
        assertThat(QueryLimits.exceeded("*[System[" + ids(1, 20) + "]]")).isEmpty();
        assertThat(QueryLimits.exceeded("<QueryList><Query><Select Path='A'>*[System[" + ids(1, 22)
                + "]]</Select></Query></QueryList>")).isEmpty();
        assertThat(QueryLimits.exceeded("no query [")).isEmpty();
        assertThat(QueryLimits.exceeded("<no list")).isEmpty();
    }

    @Test
    void aLongOr_isSplitIntoAListThatWindowsTakes() throws QuerySyntaxException {
        String query = "*[System[Provider[@Name='P'] and (" + ids(1, 45) + ")]]";
        LintFinding finding = only(query);
        assertThat(finding.code()).isEqualTo(QueryLintCode.TOO_MANY_EXPRESSIONS);
        assertThat(finding.arguments()).containsExactly(46, 32);
        String list = finding.corrected().orElseThrow();
        assertThat(QueryList.parse(list).queries().getFirst().selects()).hasSize(3);
        assertThat(QueryLimits.exceeded(list)).isEmpty();
        for (int id = 0; id <= 46; id++) {
            for (String provider : List.of("P", "Q")) {
                assertSameAnswer(query, list, event().provider(provider).id(id).build());
            }
        }
    }

    @Test
    void aSelectOfADocument_isRepeatedWithItsPath() throws QuerySyntaxException {
        String list = "<QueryList><Query Id='0' Path='System'><Select Path='Application'><![CDATA[*[System[("
                + ids(1, 30) + ") and Level<=3]]]]></Select><Suppress>*[System[" + ids(1, 25)
                + "]]</Suppress></Query></QueryList>";
        List<LintFinding> findings = QueryLimits.exceeded(list);
        assertThat(findings).hasSize(2).allSatisfy(finding -> {
            String corrected = finding.corrected().orElseThrow();
            assertThat(QueryLimits.exceeded(corrected)).hasSize(1);
        });
        QueryList corrected = QueryList.parse(findings.getFirst().corrected().orElseThrow());
        assertThat(corrected.queries().getFirst().selects()).hasSize(2)
                .allSatisfy(select -> assertThat(select.path()).hasValue("Application"));
        assertThat(QueryLint.lint(list).stream().filter(f -> f.code() == QueryLintCode.TOO_MANY_EXPRESSIONS))
                .isEqualTo(findings);
    }

    @Test
    void severalOrs_areMultipliedOut_asFarAsNeeded() throws QuerySyntaxException {
        String query = "*[System[(" + ids(1, 14) + ") and (Level=1 or Level=2 or Level=3 or Level=4 or Level=5 or "
                + "Level=6 or Level=7)] and EventData[Data[@Name='a' or @Name='b']='x']]";
        String list = only(query).corrected().orElseThrow();
        assertThat(QueryLimits.exceeded(list)).isEmpty();
        for (int id = 0; id < 16; id++) {
            for (int level = 0; level < 9; level++) {
                assertSameAnswer(query, list, event().id(id).level(level).data("b", "x").build());
                assertSameAnswer(query, list, event().id(id).level(level).data("c", "x").build());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*[EventData[Data[%s][1]='x']]", "*[EventData[Data[%s][position()<2]='x']]",
            "*[EventData[band(Data[%s],1)]]"})
    void anOrThatDecidesWhichNodeIsTheFirst_isNotDrawnOut(String pattern) {
        String names = IntStream.range(0, 25).mapToObj(i -> "@Name='n" + i + "'").collect(Collectors.joining(" or "));
        assertThat(only(pattern.formatted(names)).corrected()).isEmpty();
    }

    @Test
    void aLongAnd_cannotBeSplit() {
        String query = "*[EventData[" + IntStream.range(0, 25).mapToObj(i -> "Data='" + i + "'")
                .collect(Collectors.joining(" and ")) + "]]";
        assertThat(only(query).corrected()).isEmpty();
    }

    @Test
    void randomQueries_splitIntoPartsThatSelectTheSame() throws QuerySyntaxException {
        RandomQueries random = new RandomQueries(7);
        int split = 0;
        for (int i = 0; i < 400; i++) {
            EventQuery query = EventQuery.parse(random.query());
            ParsedQuery parsed = QueryParser.parse(query.toString());
            assertThat(QuerySplitter.size(parsed.root())).isEqualTo(parsed.expressions());
            var parts = QuerySplitter.split(parsed.root(), Math.max(1, parsed.expressions() - 1));
            if (parts.isPresent() && parts.get().size() > 1) {
                split++;
                assertSameAnswers(query, parts.get(), random);
            }
        }
        assertThat(split).isGreaterThan(20);
    }

    private static void assertSameAnswers(EventQuery query, List<Expression> parts, RandomQueries random)
            throws QuerySyntaxException {
        for (int i = 0; i < 20; i++) {
            Event event = random.event();
            boolean any = false;
            for (Expression part : parts) {
                any |= EventQuery.parse(part.toString()).matches(event, NOON);
            }
            assertThat(any).as("%s in parts %s", query, parts).isEqualTo(query.matches(event, NOON));
        }
    }

    private static void assertSameAnswer(String query, String list, Event event) throws QuerySyntaxException {
        assertThat(EventFilter.parse(list).matches(event, NOON))
                .isEqualTo(EventFilter.parse(query).matches(event, NOON));
    }
}
