package dev.vigie.formats.events.query;

import dev.vigie.formats.events.query.ParsedQuery.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lints one XPath query; offsets and corrections are those of its own text. */
final class XPathLint {
    private final VocabularyLint vocabulary;

    XPathLint(VocabularyLint vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Lints a query that stands alone, or is part of a QueryList, which has other limits. */
    List<LintFinding> lint(String text, boolean alone) {
        try {
            ParsedQuery query = QueryParser.parse(text);
            List<LintFinding> findings = new ArrayList<>(lint(text, query));
            if (alone) {
                QueryLimits.ofXPath(query).ifPresent(findings::add);
            }
            return findings;
        } catch (QuerySyntaxException e) {
            return refused(text, e);
        }
    }

    private List<LintFinding> lint(String text, ParsedQuery query) {
        QueryEditor editor = new QueryEditor(text, query);
        new ExpressionLint(editor, vocabulary).lint();
        return editor.findings();
    }

    private static List<LintFinding> refused(String text, QuerySyntaxException fault) {
        if (fault.code() == QueryProblem.TOO_LONG || fault.code() == QueryProblem.EMPTY) {
            return List.of(finding(text, fault));
        }
        TextRepair.Result repaired = TextRepair.repair(text);
        Optional<String> corrected = SyntaxRepair.repair(repaired.text());
        List<LintFinding> findings = new ArrayList<>(repaired.findings());
        if (findings.isEmpty() || !parses(repaired.text())) {
            findings.add(finding(text, fault));
        }
        return findings.stream().map(finding -> corrected.map(finding::corrected).orElse(finding)).toList();
    }

    private static boolean parses(String text) {
        try {
            QueryParser.parse(text);
            return true;
        } catch (QuerySyntaxException e) {
            return false;
        }
    }

    private static LintFinding finding(String text, QuerySyntaxException fault) {
        int start = Math.min(fault.offset(), text.length());
        Span span = new Span(start, Math.min(text.length(), start + 1));
        List<Object> arguments = new ArrayList<>(List.of(fault.code().key()));
        arguments.addAll(fault.arguments());
        return switch (fault.code()) {
            case SELECTS_NO_EVENT -> LintFinding.of(QueryLintCode.SELECTS_NO_EVENT, span, fault.arguments().toArray());
            case UNKNOWN_FUNCTION, DESCENDANT_PATH, ABSOLUTE_PATH, VARIABLE, UNSUPPORTED_AXIS, NAMESPACE_PREFIX,
                    UNSUPPORTED_OPERATOR ->
                LintFinding.of(QueryLintCode.NOT_IN_LANGUAGE, span, arguments.toArray());
            default -> LintFinding.of(QueryLintCode.SYNTAX, span, arguments.toArray());
        };
    }
}
