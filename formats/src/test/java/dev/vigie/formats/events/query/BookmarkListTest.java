package dev.vigie.formats.events.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigie.formats.events.query.BookmarkList.Bookmark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookmarkListTest {
    private static final BookmarkList LIST = new BookmarkList(true, List.of(new Bookmark("Security", 123, false),
            new Bookmark("C:\\logs\\O'Neil & <co>.evtx", Long.MAX_VALUE, true)));

    @Test
    void toXml_isLaidOutAsWindowsDoes() {
        assertThat(new BookmarkList(false, List.of(new Bookmark("Application", 7, true))).toXml()).isEqualTo(
                "<BookmarkList>\r\n  <Bookmark Channel='Application' RecordId='7' IsCurrent='true'/>\r\n</BookmarkList>");
        assertThat(new BookmarkList(true, List.of()).toXml())
                .isEqualTo("<BookmarkList Direction='backward'>\r\n</BookmarkList>");
    }

    @Test
    void toXml_readsBackAsTheSameList() throws QuerySyntaxException {
        assertThat(BookmarkList.parse(LIST.toXml())).isEqualTo(LIST);
        assertThat(BookmarkList.parse(BookmarkList.EMPTY.toXml())).isEqualTo(BookmarkList.EMPTY);
    }

    @Test
    void parse_takesWhatOtherWritersWrite() throws QuerySyntaxException, IOException {
        String other = "\uFEFF<?xml version=\"1.0\"?><BookmarkList Direction=\"forward\">"
                + "<Bookmark RecordId=\" 5 \" Channel=\"System\" IsCurrent=\"True\" Other=\"x\"></Bookmark></BookmarkList>";
        BookmarkList expected = new BookmarkList(false, List.of(new Bookmark("System", 5, true)));
        assertThat(BookmarkList.parse(other)).isEqualTo(expected);
        assertThat(BookmarkList.parse(new ByteArrayInputStream(other.getBytes(StandardCharsets.UTF_16LE))))
                .as("as a redirection of PowerShell writes it").isEqualTo(expected);
    }

    @Test
    void of_findsALogInAnyCase() {
        assertThat(LIST.of("SECURITY")).map(Bookmark::recordId).hasValue(123L);
        assertThat(LIST.of("System")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<QueryList/>|NOT_A_BOOKMARK_LIST",
            "<BookmarkList><Query/></BookmarkList>|UNEXPECTED_ELEMENT",
            "<BookmarkList><Bookmark RecordId='1'/></BookmarkList>|BAD_BOOKMARK",
            "<BookmarkList><Bookmark Channel=' ' RecordId='1'/></BookmarkList>|BAD_BOOKMARK",
            "<BookmarkList><Bookmark Channel='A'/></BookmarkList>|BAD_BOOKMARK",
            "<BookmarkList><Bookmark Channel='A' RecordId='-1'/></BookmarkList>|BAD_BOOKMARK",
            "<BookmarkList><Bookmark Channel='A' RecordId='99999999999999999999'/></BookmarkList>|BAD_BOOKMARK",
            "<BookmarkList><Bookmark Channel='A' RecordId='1'/>|NOT_WELL_FORMED",
            "<!DOCTYPE b [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><BookmarkList/>|DOCUMENT_TYPE",
            "no XML|NOT_WELL_FORMED"})
    void parse_whatIsNoBookmarkList_isRefused(String text, QueryProblem reason) {
        assertThatThrownBy(() -> BookmarkList.parse(text)).isInstanceOfSatisfying(QuerySyntaxException.class,
                e -> assertThat(e.code()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 2_000_000})
    void parse_nestedOrHuge_isRefusedInBoundedSpace(int times) {
        assertThatThrownBy(() -> BookmarkList.parse("<BookmarkList>".repeat(times)))
                .isInstanceOf(QuerySyntaxException.class);
    }
}
