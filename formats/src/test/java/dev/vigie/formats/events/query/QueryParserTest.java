package dev.vigie.formats.events.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    *[ System [ (Level = 1  or Level=2) and (EventID >= 1 and EventID <= 9) ] ] | *[System[(Level=1 or Level=2) and EventID>=1 and EventID<=9]]
                    *[((System/Level=1))] or (*[System]) | *[System/Level=1] or *[System]
                    *[Band( Keywords , 5 ) and TimeDiff(@x,@y)>1 and Position()=2] | *[band(Keywords,5) and timediff(@x,@y)>1 and position()=2]
                    *[EventData[Data="it's" or Data='say "x"' or Data="plain"]] | *[EventData[Data="it's" or Data='say "x"' or Data='plain']]
                    *[or or and and or=and] | *[or or and and or=and]
                    *[EventData/Data-1.x='a'] | *[EventData/Data-1.x='a']
                    *[System/EventID/text ( ) = 1] | *[System/EventID/text()=1]
                    """)
    void toString_isCanonical_andParsesBack(String query, String canonical) throws QuerySyntaxException {
        EventQuery parsed = EventQuery.parse(query);
        assertThat(parsed).hasToString(canonical).isEqualTo(EventQuery.parse(canonical))
                .hasSameHashCodeAs(EventQuery.parse(canonical));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            `` ; EMPTY ; 0
            * ] ; UNEXPECTED_TOKEN ; 2
            *[System ; UNEXPECTED_END ; 8
            *[System[EventID=1 OR EventID=2]] ; UNEXPECTED_TOKEN ; 19
            *[EventData[Data='x]] ; UNTERMINATED_STRING ; 17
            *[System[EventID=0x10]] ; BAD_NUMBER ; 17
            *[System[EventID=1.2.3]] ; BAD_NUMBER ; 17
            *[System[EventID=#1]] ; UNEXPECTED_CHARACTER ; 17
            *[count(Data)=1] ; UNKNOWN_FUNCTION ; 2
            *[band(Keywords)] ; WRONG_ARGUMENTS ; 2
            *[position(1)] ; WRONG_ARGUMENTS ; 2
            *[child::System] ; UNSUPPORTED_AXIS ; 2
            *[../System] ; UNSUPPORTED_AXIS ; 2
            *[.='x'] ; UNSUPPORTED_AXIS ; 2
            *[System//EventID] ; DESCENDANT_PATH ; 8
            //Event ; DESCENDANT_PATH ; 0
            /Event ; ABSOLUTE_PATH ; 0
            *[Data=$v] ; VARIABLE ; 7
            *[e:System] ; NAMESPACE_PREFIX ; 2
            *[System/Level+1=2] ; UNSUPPORTED_OPERATOR ; 14
            *[System/@x/y] ; STEP_AFTER_LEAF ; 12
            EventData[Data='x'] ; SELECTS_NO_EVENT ; 0
            * and Level=1 ; SELECTS_NO_EVENT ; 6
            @x ; SELECTS_NO_EVENT ; 0
            5 ; SELECTS_NO_EVENT ; 0
            * or 'x'='x' ; SELECTS_NO_EVENT ; 5
            *[(EventID)=1] ; UNEXPECTED_TOKEN ; 11
            *|*[System] ; UNSUPPORTED_OPERATOR ; 1
            """)
    void parse_badQuery_isRefusedWithCodeAndOffset(String query, QueryProblem code, int offset) {
        assertThatThrownBy(() -> EventQuery.parse(query)).isInstanceOfSatisfying(QuerySyntaxException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.offset()).isEqualTo(offset);
        });
    }

    @Test
    void parse_beyondTheLimits_isRefused() {
        assertRefused("*[" + "(".repeat(100) + "EventID=1" + ")".repeat(100) + "]", QueryProblem.TOO_DEEP);
        assertRefused("*" + "[*".repeat(100) + "]".repeat(100), QueryProblem.TOO_DEEP);
        assertRefused("*[" + "band(".repeat(100) + "]", QueryProblem.TOO_DEEP);
        assertRefused("*" + " or *".repeat(5000), QueryProblem.TOO_MANY_EXPRESSIONS);
        assertRefused("*" + " ".repeat(70_000), QueryProblem.TOO_LONG);
        assertRefused("*[" + "-".repeat(60_000), QueryProblem.UNSUPPORTED_OPERATOR);
    }

    private static void assertRefused(String query, QueryProblem code) {
        assertThatThrownBy(() -> EventQuery.parse(query)).isInstanceOfSatisfying(QuerySyntaxException.class,
                e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void everyEntry_onMutatedQueries_isTotal() {
        RandomQueries source = new RandomQueries(7);
        String alphabet = "*[]()/@'\"=!<>.,:$|- \n\u00A0\u201CaEventDatnot0x1&;";
        for (int i = 0; i < 3000; i++) {
            StringBuilder query = new StringBuilder(source.query());
            Random random = source.random();
            for (int j = random.nextInt(4); j >= 0; j--) {
                int at = random.nextInt(query.length() + 1);
                if (random.nextBoolean() && at < query.length()) {
                    query.deleteCharAt(at);
                } else {
                    query.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                }
            }
            QueryParserFuzzTest.check(query.toString());
            QueryParserFuzzTest.check("<QueryList><Query Path='x'><Select>" + query + "</Select></Query></QueryList>");
        }
    }
}
