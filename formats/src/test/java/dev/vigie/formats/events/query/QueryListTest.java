package dev.vigie.formats.events.query;

import static dev.vigie.formats.events.query.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigie.formats.Problem;
import dev.vigie.formats.windows.FileTime;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryListTest {
    private static final QueryContext NOW = QueryContext.of(new FileTime(0));
    private static final String LIST = "<QueryList><Query Id=\"0\" Path=\"System\"><Select Path=\"System\">"
            + "*[System[EventID&lt;=2]]</Select></Query></QueryList>";

    private static QuerySyntaxException refusal(ThrowingCallable parsing) {
        QuerySyntaxException[] refusal = new QuerySyntaxException[1];
        assertThatThrownBy(parsing).isInstanceOfSatisfying(QuerySyntaxException.class, e -> refusal[0] = e);
        return refusal[0];
    }

    static Stream<String> wrappings() {
        return Stream.of(LIST, "\uFEFF \n" + LIST, "<?xml version='1.0' encoding='UTF-16'?>" + LIST,
                "<ViewerConfig><QueryConfig><QueryNode><Name>My view</Name>" + LIST
                        + "</QueryNode></QueryConfig></ViewerConfig>",
                "<Subscription xmlns='urn:x'><Uri>u</Uri><Query><![CDATA[\n" + LIST + "]]></Query></Subscription>",
                "<Subscription><Query>" + QueryList.escape(LIST) + "</Query></Subscription>",
                "<Subscription><Query>" + LIST + "</Query></Subscription>",
                LIST.replace("</QueryList>", "<BookmarkList><Bookmark Channel='System'/></BookmarkList></QueryList>"),
                LIST.replace("*[System[EventID&lt;=2]]", "<![CDATA[*[System[EventID<=2]]]]><!-- why -->"));
    }

    @ParameterizedTest
    @MethodSource("wrappings")
    void parse_everyWrapping_givesTheSameList(String xml) throws QuerySyntaxException {
        assertThat(EventFilter.parse(xml)).isEqualTo(QueryList.parse(LIST));
    }

    @Test
    void parse_wsManFilter_isReadToo() throws QuerySyntaxException {
        String filter = "<w:Filter xmlns:w='urn:w' Dialect='d'>" + LIST + "</w:Filter>";
        assertThat(QueryList.parse(filter)).isEqualTo(QueryList.parse(LIST));
    }

    @Test
    void toString_parsesBackToAnEqualList() throws QuerySyntaxException {
        QueryList list = QueryList.parse("<QueryList><Query Path='A&amp;B'><Select>*[EventData[Data=\"it's\"]]</Select>"
                + "<Suppress>*[System[Level&gt;3]]</Suppress></Query><Query Id='-4'><Select>*</Select></Query></QueryList>");
        assertThat(QueryList.parse(list.toString())).isEqualTo(list);
        assertThat(list.queries().getFirst().suppresses().getFirst().path()).isEqualTo(Optional.of("A&B"));
    }

    static Stream<Arguments> encodings() {
        return Stream.of(Arguments.of(StandardCharsets.UTF_8, ""), Arguments.of(StandardCharsets.UTF_8, "\uFEFF"),
                Arguments.of(StandardCharsets.UTF_16LE, ""), Arguments.of(StandardCharsets.UTF_16LE, "\uFEFF"),
                Arguments.of(StandardCharsets.UTF_16BE, ""), Arguments.of(StandardCharsets.UTF_16BE, "\uFEFF"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void parse_stream_readsUtf8AndUtf16(Charset charset, String mark) throws Exception {
        byte[] bytes = (mark + LIST).getBytes(charset);
        assertThat(QueryList.parse(new ByteArrayInputStream(bytes))).isEqualTo(QueryList.parse(LIST));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("<QueryList><Query><Select>*</Select>", QueryProblem.NOT_WELL_FORMED),
                Arguments.of("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hosts'>]>" + LIST,
                        QueryProblem.DOCUMENT_TYPE),
                Arguments.of("<Event/>", QueryProblem.NOT_A_QUERY_LIST),
                Arguments.of("<QueryList/>", QueryProblem.NO_SELECT),
                Arguments.of("<QueryList><Query/></QueryList>", QueryProblem.NO_SELECT),
                Arguments.of("<QueryList><Query><Suppress>*</Suppress></Query></QueryList>", QueryProblem.NO_SELECT),
                Arguments.of("<QueryList><Query><select>*</select></Query></QueryList>",
                        QueryProblem.UNEXPECTED_ELEMENT),
                Arguments.of("<QueryList><Query Id='x'><Select>*</Select></Query></QueryList>", QueryProblem.BAD_ID),
                Arguments.of("<QueryList><Query><Select> </Select></Query></QueryList>", QueryProblem.EMPTY),
                Arguments.of("<a>".repeat(100), QueryProblem.NOT_WELL_FORMED));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void parse_badDocument_isRefusedWithItsCode(String xml, QueryProblem code) {
        assertThat(refusal(() -> QueryList.parse(xml)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<QueryList><Query><Select>*[System[EventID&lt;=1] ~]</Select></Query></QueryList>",
            "<QueryList><Query><Select><![CDATA[*[System[EventID<=1] ~]]]></Select></Query></QueryList>",
            "<Subscription><Query><![CDATA[<QueryList><Query><Select>*&#x5b; ~]</Select></Query></QueryList>]]></Query>"
                    + "</Subscription>"})
    void parse_badQueryInside_pointsIntoTheDocument(String xml) {
        QuerySyntaxException refusal = refusal(() -> QueryList.parse(xml));
        assertThat(refusal.code()).isEqualTo(QueryProblem.UNEXPECTED_CHARACTER);
        assertThat(refusal.offset()).isEqualTo(xml.indexOf('~'));
    }

    @Test
    void matches_filePathStarAndNoPath_takeEveryChannel() throws QuerySyntaxException {
        for (String path : List.of("Path='file://C:\\logs\\a.evtx'", "Path='FILE://x'", "Path='*'", "")) {
            QueryList list = QueryList.parse("<QueryList><Query><Select " + path + ">*</Select></Query></QueryList>");
            assertThat(list.matches(event().channel("Anything").build(), NOW)).as(path).isTrue();
        }
    }

    @Test
    void problems_suppressWithoutSelectOfItsPath_isReported() throws QuerySyntaxException {
        QueryList list = QueryList.parse("<QueryList><Query Id='3'><Select Path='A'>*</Select>"
                + "<Suppress Path='a'>*</Suppress><Suppress Path='B'>*</Suppress></Query></QueryList>");
        assertThat(list.problems()).extracting(Problem::code).containsExactly(QueryProblem.SUPPRESS_WITHOUT_SELECT);
        assertThat(list.problems().getFirst().arguments()).containsExactly(3L, "B");
    }

    @Test
    void decide_systemConjunctsAndChannelDecideWithoutPayload() throws QuerySyntaxException {
        QueryList list = QueryList.parse("<QueryList><Query Path='A'><Select>*[System[EventID=1]]</Select>"
                + "<Suppress>*[EventData[Data='x']]</Suppress></Query></QueryList>");
        assertThat(list.decide(event().id(1).channel("B").build(), NOW)).isEqualTo(Decision.NO_MATCH);
        assertThat(list.decide(event().id(2).channel("A").build(), NOW)).isEqualTo(Decision.NO_MATCH);
        assertThat(list.decide(event().id(1).channel("A").build(), NOW)).isEqualTo(Decision.NEEDS_PAYLOAD);
        assertThat(list.systemConstraints(NOW).eventIds()).hasToString("Optional[1]");
    }

    @Test
    void askedOf_keepsWhatNamesTheLog_andWhatNamesNone() throws QuerySyntaxException {
        QueryList list = QueryList.parse("<QueryList><Query><Select Path='file://a.evtx'>*[System[EventID=1]]</Select>"
                + "<Select Path='System'>*[System[EventID=2]]</Select><Select Path='*'>*[System[EventID=3]]</Select>"
                + "<Suppress Path='System'>*[System[Level=4]]</Suppress></Query>"
                + "<Query Path='Security'><Select>*</Select></Query></QueryList>");
        assertThat(list.paths()).containsExactly("file://a.evtx", "System", "*", "Security");
        assertThat(list.askedOf(path -> path.equals("file://a.evtx"))).map(QueryList::toString).hasValue(
                "<QueryList><Query><Select>*[System[EventID=1]]</Select><Select>*[System[EventID=3]]</Select></Query>"
                        + "</QueryList>");
        assertThat(list.askedOf(path -> path.equals("System"))).map(QueryList::toString).hasValueSatisfying(
                asked -> assertThat(asked).contains("EventID=2", "EventID=3", "<Suppress>")
                        .doesNotContain("EventID=1"));
        assertThat(QueryList.parse("<QueryList><Query Path='System'><Select>*</Select></Query></QueryList>")
                .askedOf(path -> false)).isEmpty();
    }
}
