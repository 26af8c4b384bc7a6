package dev.vigie.formats.events.query;

import java.util.List;

/**
 * Finds what is wrong or misleading in an event query, XPath or QueryList, and corrects what has one correction.
 *
 * <p>Takes any text: what does not parse is a finding too. Safe for use by several threads.
 */
public final class QueryLint {
    private final VocabularyLint vocabulary;

    /** A linter that checks names against a vocabulary. */
    public QueryLint(Vocabulary vocabulary) {
        this.vocabulary = new VocabularyLint(vocabulary);
    }

    /** Lints a query without a vocabulary. */
    public static List<LintFinding> lint(String query) {
        return new QueryLint(Vocabulary.EMPTY).findings(query);
    }

    /** What there is to say of a query, in the order in which it was found. */
    public List<LintFinding> findings(String query) {
        return EventFilter.isXml(query)
                ? QueryListLint.lint(query, vocabulary)
                : new XPathLint(vocabulary).lint(query, true);
    }
}
