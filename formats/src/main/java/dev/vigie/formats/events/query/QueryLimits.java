package dev.vigie.formats.events.query;

import dev.vigie.formats.events.query.ParsedQuery.Span;
import dev.vigie.formats.events.query.QueryListReader.RawQuery;
import dev.vigie.formats.events.query.QueryListReader.RawSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How much Windows takes in an event query. Queries beyond it are evaluated here all the same. */
public final class QueryLimits {
    /** An XPath query alone may have this many expressions; Microsoft's guide says to use a QueryList beyond. */
    private static final int EXPRESSIONS_ALONE = 20;
    /** What a Select takes in practice. */
    private static final int EXPRESSIONS_IN_SELECT = 22;
    /** What the query schema says a Select takes. */
    private static final int EXPRESSIONS_IN_SCHEMA = 32;
    private static final int CHANNELS = 256;

    private QueryLimits() {
    }

    /**
     * The limits that a query exceeds: {@link QueryLintCode#TOO_MANY_EXPRESSIONS} and
     * {@link QueryLintCode#TOO_MANY_CHANNELS}, corrected by a QueryList that Windows takes and that selects the same
     * events, where the query can be split. In place of an XPath query alone that list has {@code *} for the Path, since
     * only the caller knows the channel. Nothing for a text that is no query.
     */
    public static List<LintFinding> exceeded(String query) {
        try {
            return EventFilter.isXml(query)
                    ? ofDocument(query, QueryListReader.read(query))
                    : ofXPath(QueryParser.parse(query)).stream().toList();
        } catch (QuerySyntaxException e) {
            return List.of();
        }
    }

    private static List<LintFinding> ofDocument(String document, List<RawQuery> queries) throws QuerySyntaxException {
        List<LintFinding> findings = new ArrayList<>();
        ofChannels(queries).ifPresent(findings::add);
        QueryListEditor editor = new QueryListEditor(document, queries);
        for (int i = 0; i < queries.size(); i++) {
            List<RawSelector> selectors = queries.get(i).selectors();
            for (int j = 0; j < selectors.size(); j++) {
                ParsedQuery parsed = QueryParser.parse(selectors.get(j).xpath().text());
                ofSelector(parsed, selectors.get(j), editor, i, j).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** An XPath query alone. */
    static Optional<LintFinding> ofXPath(ParsedQuery query) {
        return tooMany(query, query.span(query.root()), EXPRESSIONS_ALONE)
                .map(finding -> split(query, EXPRESSIONS_ALONE).map(parts -> finding.corrected(list(parts)))
                        .orElse(finding));
    }

    /** The query of selector {@code j} of query {@code i} of a document. */
    static Optional<LintFinding> ofSelector(ParsedQuery query, RawSelector selector, QueryListEditor editor, int i,
            int j) {
        return tooMany(query, selector.xpath().span(query.span(query.root())), EXPRESSIONS_IN_SELECT)
                .map(finding -> split(query, EXPRESSIONS_IN_SELECT)
                        .flatMap(parts -> editor.withTexts(i, j, parts)).map(finding::corrected).orElse(finding));
    }

    private static Optional<LintFinding> tooMany(ParsedQuery query, Span span, int limit) {
        int exceeded = query.expressions() > EXPRESSIONS_IN_SCHEMA ? EXPRESSIONS_IN_SCHEMA : limit;
        return query.expressions() > limit
                ? Optional.of(
                        LintFinding.of(QueryLintCode.TOO_MANY_EXPRESSIONS, span, query.expressions(), exceeded))
                : Optional.empty();
    }

    private static Optional<List<String>> split(ParsedQuery query, int limit) {
        return QuerySplitter.split(query.root(), limit).map(parts -> parts.stream().map(Expression::toString).toList());
    }

    private static String list(List<String> parts) {
        return parts.stream().map(part -> "    <Select Path=\"*\">" + QueryList.escape(part) + "</Select>\n")
                .collect(Collectors.joining("", "<QueryList>\n  <Query Id=\"0\">\n", "  </Query>\n</QueryList>"));
    }

    /** The channels of a whole QueryList. */
    static Optional<LintFinding> ofChannels(List<RawQuery> queries) {
        Set<String> channels = new TreeSet<>();
        for (RawQuery query : queries) {
            for (RawSelector selector : query.selectors()) {
                String path = query.pathOf(selector);
                if (path != null) {
                    channels.add(path.toLowerCase(Locale.ROOT));
                }
            }
        }
        return channels.size() > CHANNELS
                ? Optional.of(LintFinding.of(QueryLintCode.TOO_MANY_CHANNELS, queries.getFirst().tag(),
                        channels.size(), CHANNELS))
                : Optional.empty();
    }
}
