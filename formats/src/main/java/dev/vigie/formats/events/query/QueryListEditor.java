package dev.vigie.formats.events.query;

import dev.vigie.formats.events.query.QueryListReader.RawQuery;
import dev.vigie.formats.events.query.QueryListReader.RawSelector;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts other queries into the document of a QueryList; every result was read again and says what it should. */
final class QueryListEditor {
    /* Each result costs reading the document again, which a long list of faults must not multiply. */
    private static final int MOST_RESULTS = 32;
    private final String document;
    private final List<RawQuery> queries;
    private int results;

    QueryListEditor(String document, List<RawQuery> queries) {
        this.document = document;
        this.queries = queries;
    }

    /** The document with another text in selector {@code j} of query {@code i}, in whichever way reads back as that. */
    Optional<String> withText(int i, int j, String text) {
        SourceText old = queries.get(i).selectors().get(j).xpath();
        int start = old.offset(0);
        List<Integer> ends = List.of(old.offset(old.text().length()), old.offset(old.text().length() - 1) + 1);
        return ++results > MOST_RESULTS
                ? Optional.empty()
                : ends.stream().flatMap(end -> List.of(text, QueryList.escape(text)).stream()
                        .map(written -> document.substring(0, start) + written + document.substring(end)))
                        .filter(edited -> reads(edited, i, j, List.of(text))).findFirst();
    }

    /** The document with selector {@code j} of query {@code i} repeated, once for each text. */
    Optional<String> withTexts(int i, int j, List<String> texts) {
        RawSelector old = queries.get(i).selectors().get(j);
        int start = old.tag().start();
        int end = document.indexOf('>', old.xpath().offset(old.xpath().text().length())) + 1;
        if (++results > MOST_RESULTS || end == 0) {
            return Optional.empty();
        }
        String tag = document.substring(start, old.tag().end());
        String close = old.suppress() ? "</Suppress>" : "</Select>";
        String repeated = texts.stream().map(text -> tag + QueryList.escape(text) + close)
                .collect(Collectors.joining("\n"));
        String edited = document.substring(0, start) + repeated + document.substring(end);
        return Optional.of(edited).filter(text -> reads(text, i, j, texts));
    }

    private static boolean reads(String document, int i, int j, List<String> texts) {
        try {
            List<RawQuery> queries = QueryListReader.read(document);
            List<String> read = queries.size() > i
                    ? queries.get(i).selectors().stream().skip(j).limit(texts.size())
                            .map(selector -> selector.xpath().text()).toList()
                    : List.of();
            return read.equals(texts);
        } catch (QuerySyntaxException e) {
            return false;
        }
    }
}
