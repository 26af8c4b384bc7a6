package dev.vigie.formats.events.query;

import dev.vigie.formats.events.query.ParsedQuery.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lints one XPath query; offsets and corrections are those of its own text. */
final class XPathLint {
    /** An XPath query alone may have this many expressions; Microsoft's guide says to use a QueryList beyond. */
    private static final int MOST_ALONE = 20;
    /** What a Select takes in practice. */
    private static final int MOST_IN_SELECT = 22;
    /** What the query schema says a Select takes. */
    private static final int MOST_IN_SCHEMA = 32;
    private final VocabularyLint vocabulary;

    XPathLint(VocabularyLint vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<LintFinding> lint(String text, boolean alone) {
        try {
            ParsedQuery query = QueryParser.parse(text);
            return lint(text, query, alone ? MOST_ALONE : MOST_IN_SELECT);
        } catch (QuerySyntaxException e) {
            return refused(text, e);
        }
    }

    private List<LintFinding> lint(String text, ParsedQuery query, int limit) {
        QueryEditor editor = new QueryEditor(text, query);
        new ExpressionLint(editor, vocabulary).lint();
        if (query.expressions() > limit) {
            int exceeded = query.expressions() > MOST_IN_SCHEMA ? MOST_IN_SCHEMA : limit;
            editor.report(QueryLintCode.TOO_MANY_EXPRESSIONS, query.root(), query.expressions(), exceeded);
        }
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
