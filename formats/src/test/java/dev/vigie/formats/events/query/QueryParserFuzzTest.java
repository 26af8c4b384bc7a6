package dev.vigie.formats.events.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

/** Any text is a filter or refused with a reason; a filter survives printing; the linter takes everything. */
class QueryParserFuzzTest {
    @FuzzTest
    void anyText_parsesOrIsRefused_andPrintsAsItself(@NotNull String text) {
        check(text);
    }

    static void check(String text) {
        for (LintFinding finding : QueryLint.lint(text)) {
            assertThat(finding.start()).isBetween(0, text.length());
            assertThat(finding.end()).isBetween(finding.start(), text.length());
        }
        EventFilter filter;
        try {
            filter = EventFilter.parse(text);
        } catch (QuerySyntaxException e) {
            assertThat(e.offset()).isBetween(0, text.length());
            return;
        }
        try {
            assertThat(EventFilter.parse(filter.toString())).isEqualTo(filter);
        } catch (QuerySyntaxException e) {
            throw new AssertionError("printed form is refused: " + filter, e);
        }
    }
}
