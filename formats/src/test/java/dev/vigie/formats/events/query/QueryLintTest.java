package dev.vigie.formats.events.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryLintTest {
    private static final String BROKER = "Microsoft-Windows-TerminalServices-SessionBroker";
    private static final String WINRM = "Microsoft-Windows-WinRM";
    private static final Vocabulary KNOWN = new Vocabulary() {
        @Override
        public Set<String> providers() {
            return Set.of(BROKER, WINRM, "Schannel");
        }

        @Override
        public Set<String> channels() {
            return Set.of("System", WINRM + "/Operational", BROKER + "/Operational");
        }

        @Override
        public Set<String> channels(String provider, int eventId) {
            return Map.of(BROKER + 2056, Set.of(BROKER + "/Operational"), WINRM + 10149, Set.of("System"), WINRM + 91,
                    Set.of(WINRM + "/Operational")).getOrDefault(provider + eventId, Set.of());
        }
    };

    private static LintFinding find(String query, QueryLintCode code) {
        List<LintFinding> findings = new QueryLint(KNOWN).findings(query);
        return findings.stream().filter(finding -> finding.code() == code).findFirst()
                .orElseThrow(() -> new AssertionError(code + " not among " + findings));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*[System[(EventID=4624 or EventID=4625) and Level<=4]]",
            "*[System[Provider[@Name='Schannel'] and TimeCreated[timediff(@SystemTime)<=86400000]]]",
            "*[EventData[Data[@Name='TargetUserName']='jdoe']]", "*[UserData/*/PrinterName='MyPrinter']",
            "*[System[TimeCreated[@SystemTime>='2026-01-01T00:00:00.000Z' and @SystemTime<'2026-02-01T00:00:00Z']]]",
            "*[System[EventID=1] or System[EventID=2]]", "*[EventData[Data='x' and Data='y']]",
            "<QueryList><Query Id='0' Path='System'><Select>*[System[Level=2]]</Select></Query></QueryList>"})
    void goodQuery_hasNoFindings(String query) {
        assertThat(new QueryLint(KNOWN).findings(query)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    System[EventID=1] | SELECTS_NO_EVENT | *[System[EventID=1]]
                    EventID=1 | SELECTS_NO_EVENT | *[System/EventID=1]
                    System[Level=2] and EventData[Data='x'] | SELECTS_NO_EVENT | *[System[Level=2]] and *[EventData[Data='x']]
                    *[System[not(EventID=1)]] | NOT_IN_LANGUAGE | *[System[EventID!=1]]
                    *[System[not(EventID=1 or Level>2)]] | NOT_IN_LANGUAGE | *[System[EventID!=1 and Level<=2]]
                    *[System[not (EventID=1 and Level=2) and Task=3]] | NOT_IN_LANGUAGE | *[System[(EventID!=1 or Level!=2) and Task=3]]
                    *[System[not Provider[@Name='x']]] | SYNTAX | *[System[Provider[@Name!='x']]]
                    //System[EventID=1] | NOT_IN_LANGUAGE | */System[EventID=1]
                    *[System//EventID=1] | NOT_IN_LANGUAGE | *[System/EventID=1]
                    *[//Data='x'] | NOT_IN_LANGUAGE | *[EventData/Data='x']
                    //Event[System/Level=1] | NOT_IN_LANGUAGE | Event[System/Level=1]
                    /Event/System[EventID=1] | NOT_IN_LANGUAGE | Event/System[EventID=1]
                    *[child::System/attribute::x] | NOT_IN_LANGUAGE | *[System/@x]
                    *[EventData[Data[.='x']]] | NOT_IN_LANGUAGE | *[EventData[Data[text()='x']]]
                    *[e:System/Level=1] | NOT_IN_LANGUAGE | *[System/Level=1]
                    *[EventData[contains(Data,'x')]] | NOT_IN_LANGUAGE | ``
                    *[EventData[Data=$x]] | NOT_IN_LANGUAGE | ``
                    *[System[band(Keywords,0x8000)]] | SYNTAX | *[System[band(Keywords,'0x8000')]]
                    *[System[EventID=1 | SYNTAX | *[System[EventID=1]]
                    */System/ | SYNTAX | */System
                    *[System[EventID=1 OR EventID=2 AND Level=1]] | UPPER_CASE_OPERATOR | *[System[EventID=1 or EventID=2 and Level=1]]
                    *[System[EventID==1 && Level<>2]] | FOREIGN_OPERATOR | *[System[EventID=1  and  Level!=2]]
                    *[System[Provider[@Name=\u2018Schannel\u2019]]] | CURLY_QUOTES | *[System[Provider[@Name='Schannel']]]
                    *[EventData[Data=\u201Cit's\u201D]] | CURLY_QUOTES | *[EventData[Data="it's"]]
                    *[System[Level &lt;= 3]] | ESCAPED_ENTITY | *[System[Level <= 3]]
                    *[System[Level &amp;lt;= 3]] | ESCAPED_ENTITY | *[System[Level <= 3]]
                    *[System[Level\u00A0=3]] | INVISIBLE_CHARACTER | *[System[Level =3]]
                    *[System[Provider[@Name=Schannel]]] | UNQUOTED_STRING | *[System[Provider[@Name='Schannel']]]
                    *[System[Provider[@Name=Service Control Manager]]] | SYNTAX | *[System[Provider[@Name='Service Control Manager']]]
                    *[System[Level=Error]] | UNQUOTED_STRING | *[System[Level='Error']]
                    *[System[Provider[@Name='Schannel ']]] | BLANK_PADDED | *[System[Provider[@Name='Schannel']]]
                    *[Event/System[EventID=1]] | EVENT_PREFIX | *[System[EventID=1]]
                    *[EventID=1] | SYSTEM_MISSING | *[System/EventID=1]
                    *[System[eventid=1]] | NAME_CASE | *[System[EventID=1]]
                    *[system[EventID=1]] | NAME_CASE | *[System[EventID=1]]
                    *[System[Provider[@name='Schannel']]] | NAME_CASE | *[System[Provider[@Name='Schannel']]]
                    *[EventData[data[@name='x']='y']] | NAME_CASE | *[EventData[Data[@name='x']='y']]
                    *[Application[Provider[@Name='x']]] | UNKNOWN_NAME | *[System[Provider[@Name='x']]]
                    *[System[Source='x']] | UNKNOWN_NAME | ``
                    *[Data='x'] | UNKNOWN_NAME | *[EventData/Data='x']
                    *[System[EventID!=1 or EventID!=2]] | ALWAYS_TRUE | *[System[(EventID!=1 and EventID!=2)]]
                    *[System[EventID=1 and EventID=2]] | NEVER_MATCHES | ``
                    *[System[Level=0 and Level=2]] | NEVER_MATCHES | ``
                    *[System[EventID>5 and (EventID=1 or EventID=2)]] | NEVER_MATCHES | ``
                    *[System[EventID=1]] and *[System[EventID=2]] | NEVER_MATCHES | ``
                    *[System[EventID=1][EventID=2]] | NEVER_MATCHES | ``
                    *[System[Provider[@Name='Schannel' and @Name='x']]] | NEVER_MATCHES | ``
                    *[System[TimeCreated[@SystemTime>'2026-02-01T00:00:00Z' and @SystemTime<'2026-01-01T00:00:00Z']]] | NEVER_MATCHES | ``
                    *[EventData[Data[@Name='n'] and Data='v']] | UNCORRELATED | *[EventData[Data[@Name='n']='v']]
                    *[EventData[Data[2]='v']] | POSITIONAL | ``
                    *[EventData[Data[@Name='n']!='v']] | LACKING_NOT_SELECTED | ``
                    *[System[EventID='abc']] | WRONG_TYPE | ``
                    *[System[Security[@UserID='SYSTEM']]] | WRONG_TYPE | ``
                    *[System[TimeCreated[@SystemTime>='2026-01-01']]] | TIME_NOT_UTC | *[System[TimeCreated[@SystemTime>='2026-01-01T00:00:00.000Z']]]
                    *[System[TimeCreated[@SystemTime>='2026-01-01 08:30:00']]] | TIME_NOT_UTC | *[System[TimeCreated[@SystemTime>='2026-01-01T08:30:00.000Z']]]
                    *[System[TimeCreated[@SystemTime>='2026-01-01T08:30:00+02:00']]] | TIME_NOT_UTC | *[System[TimeCreated[@SystemTime>='2026-01-01T06:30:00.000Z']]]
                    *[System[TimeCreated[@SystemTime>='yesterday']]] | TIME_NOT_UTC | ``
                    *[System[TimeCreated[@SystemTime>='2026-01-01T00:00:00.1234567Z']]] | TIME_PRECISION | *[System[TimeCreated[@SystemTime>='2026-01-01T00:00:00.123Z']]]
                    *[System[EventID=1073742827]] | OUT_OF_RANGE | *[System[EventID=1003]]
                    *[System[Level=256]] | OUT_OF_RANGE | ``
                    *[System[Keywords=-9214364837600034816]] | NEGATIVE_KEYWORDS | *[System[Keywords=9232379236109516800]]
                    *[System[band(Keywords,-9218868437227405312)]] | NEGATIVE_KEYWORDS | *[System[band(Keywords,9227875636482146304)]]
                    *[System[Keywords=9232379236109516800]] | LARGE_KEYWORDS | ``
                    *[System[Provider[@Name='microsoft-windows-winrm']]] | PROVIDER_MISSPELT | *[System[Provider[@Name='Microsoft-Windows-WinRM']]]
                    *[System[Provider[@Name='WinRM']]] | PROVIDER_MISSPELT | *[System[Provider[@Name='Microsoft-Windows-WinRM']]]
                    *[System[Provider[@Name='Schanel']]] | PROVIDER_MISSPELT | *[System[Provider[@Name='Schannel']]]
                    *[System[Provider[@Name='Microsoft-Windows-WinRM/Operational']]] | PROVIDER_IS_CHANNEL | *[System[Provider[@Name='Microsoft-Windows-WinRM']]]
                    """)
    void trap_isFound_andCorrectedWhereItCanBe(String query, QueryLintCode code, String corrected)
            throws QuerySyntaxException {
        LintFinding finding = find(query, code);
        assertThat(finding.corrected().orElse("")).isEqualTo(corrected);
        assertThat(finding.start()).isLessThanOrEqualTo(finding.end());
        if (!corrected.isEmpty()) {
            assertThat(EventQuery.parse(corrected)).isNotNull();
        }
    }

    @Test
    void finding_pointsAtItsCause() {
        LintFinding finding = find("*[System[Level=2 and eventid=1]]", QueryLintCode.NAME_CASE);
        assertThat(finding.start()).isEqualTo(21);
        assertThat(finding.end()).isEqualTo(28);
        assertThat(finding.arguments()).containsExactly("eventid", "EventID");
    }

    private static String ids(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(id -> "EventID=" + id)
                .collect(Collectors.joining(" or ", "*[System[", "]]"));
    }

    private static String list(String content) {
        return "<QueryList><Query Id='0' Path='System'>" + content + "</Query></QueryList>";
    }

    @Test
    void expressions_beyondTheLimits_areCounted() {
        assertThat(QueryLint.lint(ids(20))).isEmpty();
        assertThat(find(ids(21), QueryLintCode.TOO_MANY_EXPRESSIONS).arguments()).containsExactly(21, 20);
        assertThat(QueryLint.lint(list("<Select>" + ids(22) + "</Select>"))).isEmpty();
        assertThat(find(list("<Select>" + ids(33) + "</Select>"), QueryLintCode.TOO_MANY_EXPRESSIONS).arguments())
                .containsExactly(33, 32);
        assertThat(find(list("<Select>" + ids(23) + "</Select>"), QueryLintCode.TOO_MANY_EXPRESSIONS).arguments())
                .containsExactly(23, 22);
    }

    @Test
    void list_correctionIsOfTheWholeDocument_escapedAsItIs() {
        String escaped = list("<Select>*[System[level &lt;= 3]]</Select>");
        assertThat(find(escaped, QueryLintCode.NAME_CASE).corrected())
                .contains(list("<Select>*[System[Level &lt;= 3]]</Select>"));
        String cdata = "<Subscription><Query><![CDATA[" + list("<Select>*[EventID=1]</Select>")
                + "]]></Query></Subscription>";
        assertThat(find(cdata, QueryLintCode.SYSTEM_MISSING).corrected())
                .contains(cdata.replace("*[EventID", "*[System/EventID"));
        String twice = list("<Select>*[System[Level &amp;lt;= 3]]</Select>");
        LintFinding finding = find(twice, QueryLintCode.ESCAPED_ENTITY);
        assertThat(finding.corrected()).contains(list("<Select>*[System[Level &lt;= 3]]</Select>"));
        assertThat(twice.substring(finding.start(), finding.end())).isEqualTo("&amp;lt;");
    }

    @Test
    void list_structuralTraps_areFound() {
        assertThat(find(list("<Select>*</Select><Suppress Path='Security'>*</Suppress>"),
                QueryLintCode.SUPPRESS_WITHOUT_SELECT).arguments()).containsExactly("Security");
        String twice = "<QueryList><Query Id='1' Path='A'><Select>*</Select></Query>"
                + "<Query Id='1' Path='A'><Select>*</Select></Query></QueryList>";
        assertThat(find(twice, QueryLintCode.DUPLICATE_ID).arguments()).containsExactly("1");
        assertThat(find("<QueryList><Query><Select>*</Select></Query></QueryList>", QueryLintCode.NO_PATH).end())
                .isGreaterThan(0);
        assertThat(find("<QueryList><Query>", QueryLintCode.SYNTAX).arguments())
                .startsWith(QueryProblem.NOT_WELL_FORMED.key());
        String channels = IntStream.range(0, 257).mapToObj(i -> "<Select Path='C" + i + "'>*</Select>")
                .collect(Collectors.joining());
        assertThat(find(list(channels), QueryLintCode.TOO_MANY_CHANNELS).arguments()).containsExactly(257, 256);
    }

    @Test
    void list_eventInTheWrongChannel_isMovedToTheRightOne() {
        String broker = list("<Select Path='System'>*[System[Provider[@Name='" + BROKER
                + "'] and EventID=2056]]</Select>");
        LintFinding finding = find(broker, QueryLintCode.WRONG_CHANNEL);
        assertThat(finding.arguments()).containsExactly(BROKER, 2056L, "System", BROKER + "/Operational");
        assertThat(finding.corrected()).contains(broker.replace("<Select Path='System'", "<Select Path='" + BROKER
                + "/Operational'"));
        String winrm = list("<Select Path='" + WINRM + "/Operational'>*[System[Provider[@Name='" + WINRM
                + "'] and (EventID=10149)]]</Select>");
        assertThat(find(winrm, QueryLintCode.WRONG_CHANNEL).arguments()).containsExactly(WINRM, 10149L,
                WINRM + "/Operational", "System");
    }

    @Test
    void keys_areUniqueAndInTheirNamespace() {
        assertThat(Arrays.stream(QueryLintCode.values()).map(QueryLintCode::key)).doesNotHaveDuplicates()
                .allMatch(key -> key.matches("query\\.lint\\.[a-z.-]+"));
        assertThat(Arrays.stream(QueryProblem.values()).map(QueryProblem::key)).doesNotHaveDuplicates()
                .allMatch(key -> key.matches("query\\.[a-z.-]+"));
    }
}
