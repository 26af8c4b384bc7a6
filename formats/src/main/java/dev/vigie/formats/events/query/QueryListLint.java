package dev.vigie.formats.events.query;

import dev.vigie.formats.events.query.ParsedQuery.Span;
import dev.vigie.formats.events.query.QueryListReader.RawQuery;
import dev.vigie.formats.events.query.QueryListReader.RawSelector;
import dev.vigie.formats.windows.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lints a QueryList: its structure, and each query in it; offsets and corrections are those of the whole document. */
final class QueryListLint {
    private static final int MOST_CHANNELS = 256;
    /* Each correction is verified by reading the document again, which a long list of faults must not multiply. */
    private static final int MOST_CORRECTIONS = 32;
    private static final QueryContext SOME_TIME = QueryContext.of(FileTime.of(Instant.EPOCH));
    private static final Pattern PATH = Pattern.compile("\\bPath\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private final String document;
    private final VocabularyLint vocabulary;
    private final List<RawQuery> queries;
    private final List<LintFinding> findings = new ArrayList<>();
    private int corrections;

    private QueryListLint(String document, VocabularyLint vocabulary) throws QuerySyntaxException {
        this.document = document;
        this.vocabulary = vocabulary;
        this.queries = QueryListReader.read(document);
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
        channels();
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

    private void channels() {
        Set<String> channels = new TreeSet<>();
        for (RawQuery query : queries) {
            query.selectors().stream().map(selector -> path(query, selector)).filter(Objects::nonNull)
                    .forEach(path -> channels.add(path.toLowerCase(Locale.ROOT)));
        }
        if (channels.size() > MOST_CHANNELS) {
            findings.add(LintFinding.of(QueryLintCode.TOO_MANY_CHANNELS, queries.getFirst().tag(), channels.size(),
                    MOST_CHANNELS));
        }
    }

    private static @Nullable String path(RawQuery query, RawSelector selector) {
        return selector.path() == null ? query.path() : selector.path();
    }

    private void selector(RawQuery query, int i, int j) {
        RawSelector selector = query.selectors().get(j);
        String path = path(query, selector);
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
            Optional<String> corrected = finding.corrected().flatMap(text -> corrected(i, j, text));
            findings.add(new LintFinding(finding.code(), span.start(), span.end(), finding.arguments(), corrected));
        }
    }

    private static boolean hasSelect(RawQuery query, String path) {
        return query.selectors().stream()
                .anyMatch(other -> !other.suppress() && path.equalsIgnoreCase(path(query, other)));
    }

    /** The document with another text in one selector: whichever way of writing it reads back as that text. */
    private Optional<String> corrected(int i, int j, String text) {
        if (++corrections > MOST_CORRECTIONS) {
            return Optional.empty();
        }
        SourceText old = queries.get(i).selectors().get(j).xpath();
        int start = old.offset(0);
        List<Integer> ends = List.of(old.offset(old.text().length()), old.offset(old.text().length() - 1) + 1);
        for (int end : ends) {
            for (String written : List.of(text, QueryList.escape(text))) {
                String corrected = document.substring(0, start) + written + document.substring(end);
                if (text.equals(textOf(corrected, i, j))) {
                    return Optional.of(corrected);
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable String textOf(String document, int i, int j) {
        try {
            List<RawQuery> queries = QueryListReader.read(document);
            return queries.size() > i && queries.get(i).selectors().size() > j
                    ? queries.get(i).selectors().get(j).xpath().text()
                    : null;
        } catch (QuerySyntaxException e) {
            return null;
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
