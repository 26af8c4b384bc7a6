package dev.vigie.formats.events.query;

import dev.vigie.formats.events.query.ParsedQuery.Span;
import java.util.ArrayList;
import java.util.List;

/** Collects findings on one query, with corrections as replacements of parts of its text. */
final class QueryEditor {
    private final String text;
    private final ParsedQuery query;
    private final List<LintFinding> findings = new ArrayList<>();

    QueryEditor(String text, ParsedQuery query) {
        this.text = text;
        this.query = query;
    }

    ParsedQuery query() {
        return query;
    }

    List<LintFinding> findings() {
        return List.copyOf(findings);
    }

    void report(QueryLintCode code, Object node, Object... arguments) {
        findings.add(LintFinding.of(code, query.span(node), arguments));
    }

    /** Reports a node that should read otherwise; the correction is dropped where it would not parse. */
    void replace(QueryLintCode code, Object node, String replacement, Object... arguments) {
        Span span = query.span(node);
        String corrected = text.substring(0, span.start()) + replacement + text.substring(span.end());
        LintFinding finding = LintFinding.of(code, span, arguments);
        findings.add(parses(corrected) ? finding.corrected(corrected) : finding);
    }

    private static boolean parses(String corrected) {
        try {
            QueryParser.parse(corrected);
            return true;
        } catch (QuerySyntaxException e) {
            return false;
        }
    }
}
