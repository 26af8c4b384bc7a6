package dev.vigie.formats.events.query;

import dev.vigie.formats.events.query.ParsedQuery.Span;
import dev.vigie.formats.events.query.QueryListReader.RawQuery;
import dev.vigie.formats.events.query.QueryListReader.RawSelector;
import dev.vigie.formats.windows.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lints a QueryList: its structure, and each query in it; offsets and corrections are those of the whole document. */
final class QueryListLint {
    private static final QueryContext SOME_TIME = QueryContext.of(FileTime.of(Instant.EPOCH));
    private static final Pattern PATH = Pattern.compile("\\bPath\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private final String document;
    private final VocabularyLint vocabulary;
    private final List<RawQuery> queries;
    private final QueryListEditor editor;
    private final List<LintFinding> findings = new ArrayList<>();

    private QueryListLint(String document, VocabularyLint vocabulary) throws QuerySyntaxException {
        this.document = document;
        this.vocabulary = vocabulary;
        this.queries = QueryListReader.read(document);
        this.editor = new QueryListEditor(document, queries);
    }

    static List<LintFinding> lint(String document, VocabularyLint vocabulary) {
        try {
            return new QueryListLint(document, vocabulary).lint();
        } catch (QuerySyntaxException e) {
            List<Object> arguments = new ArrayList<>(List.of(e.code().key()));
            arguments.addAll(e.arguments());
            Span span = new Span(Math.min(e.offset(), document.length()), Math.min(e.offset() + 1, document.length()));
            return List.of(LintFinding.of(QueryLintCode.SYNTAX, span, arguments.toArray()));
        }
    }

    private List<LintFinding> lint() {
        duplicateIds();
        QueryLimits.ofChannels(queries).ifPresent(findings::add);
        for (int i = 0; i < queries.size(); i++) {
            RawQuery query = queries.get(i);
            if (query.selectors().stream().allMatch(RawSelector::suppress)) {
                findings.add(LintFinding.of(QueryLintCode.SYNTAX, query.tag(), QueryProblem.NO_SELECT.key()));
            }
            for (int j = 0; j < query.selectors().size(); j++) {
                selector(query, i, j);
            }
        }
        return List.copyOf(findings);
    }

    private void duplicateIds() {
        Set<String> ids = new HashSet<>();
        for (RawQuery query : queries) {
            String id = query.id();
            if (id != null && !ids.add(id)) {
                findings.add(LintFinding.of(QueryLintCode.DUPLICATE_ID, query.tag(), id));
            }
        }
    }

    private void selector(RawQuery query, int i, int j) {
        RawSelector selector = query.selectors().get(j);
        String path = query.pathOf(selector);
        if (path == null) {
            findings.add(LintFinding.of(QueryLintCode.NO_PATH, selector.tag()));
        } else if (selector.suppress() && !hasSelect(query, path)) {
            findings.add(LintFinding.of(QueryLintCode.SUPPRESS_WITHOUT_SELECT, selector.tag(), path));
        }
        if (path != null) {
            channel(query, selector, path);
        }
        for (LintFinding finding : new XPathLint(vocabulary).lint(selector.xpath().text(), false)) {
            Span span = selector.xpath().span(finding.span());
            Optional<String> corrected = finding.corrected().flatMap(text -> editor.withText(i, j, text));
            findings.add(new LintFinding(finding.code(), span.start(), span.end(), finding.arguments(), corrected));
        }
        limits(selector, i, j);
    }

    private static boolean hasSelect(RawQuery query, String path) {
        return query.selectors().stream()
                .anyMatch(other -> !other.suppress() && path.equalsIgnoreCase(query.pathOf(other)));
    }

    private void limits(RawSelector selector, int i, int j) {
        try {
            ParsedQuery query = QueryParser.parse(selector.xpath().text());
            QueryLimits.ofSelector(query, selector, editor, i, j).ifPresent(findings::add);
        } catch (QuerySyntaxException e) {
            // Reported with the query itself.
        }
    }

    private void channel(RawQuery query, RawSelector selector, String path) {
        if (path.equals("*") || path.regionMatches(true, 0, "file://", 0, 7)) {
            return;
        }
        try {
            SystemConstraints asked = EventQuery.parse(selector.xpath().text()).systemConstraints(SOME_TIME);
            vocabulary.channel(asked, path, selector.tag()).ifPresent(wrong -> {
                Span tag = selector.path() == null ? query.tag() : selector.tag();
                boolean ownPath = selector.path() != null || query.selectors().size() == 1;
                Optional<String> corrected = wrong.right().filter(right -> ownPath)
                        .flatMap(right -> withPath(tag, right));
                findings.add(corrected.map(wrong.finding()::corrected).orElse(wrong.finding()));
            });
        } catch (QuerySyntaxException e) {
            // Reported with the query itself.
        }
    }

    private Optional<String> withPath(Span tag, String path) {
        Matcher matcher = PATH.matcher(document).region(tag.start(), tag.end());
        if (!matcher.find()) {
            return Optional.empty();
        }
        int group = matcher.group(1) == null ? 2 : 1;
        return Optional.of(document.substring(0, matcher.start(group)) + QueryList.escape(path)
                + document.substring(matcher.end(group)));
    }
}
