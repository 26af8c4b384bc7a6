package dev.vigie.formats.events.query;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.query.QueryListReader.RawQuery;
import dev.vigie.formats.events.query.QueryListReader.RawSelector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A structured query (MS-EVEN6 2.2.16): the union of its Queries, each of which selects what one of its Selects selects
 * and none of its Suppresses does.
 *
 * <p>For events read offline a Path selects by the event's own Channel, whatever file it lies in; channel names have no
 * case. A {@code file://} path, {@code *} and a missing Path take every event, since only the caller knows which files
 * were meant. Bookmarks and the Target attribute are ignored.
 *
 * @param queries the subqueries, one or more
 */
public record QueryList(List<Query> queries) implements EventFilter {
    /** The id of a Query that states none. */
    public static final long UNTITLED = 0xFFFFFFFFL;
    private static final String SOURCE = "QueryList";

    /** Copies the list. */
    public QueryList {
        queries = List.copyOf(queries);
    }

    /**
     * One subquery.
     *
     * @param id its Id, or {@link #UNTITLED}
     * @param path the Path it states itself
     * @param selects what it selects, one or more
     * @param suppresses what it takes away again
     */
    public record Query(long id, Optional<String> path, List<Selector> selects, List<Selector> suppresses) {
        /** Copies the lists. */
        public Query {
            selects = List.copyOf(selects);
            suppresses = List.copyOf(suppresses);
        }

        private Decision decide(EventCursor event, QueryContext context) {
            Decision selected = decideAny(selects, event, context);
            return selected == Decision.NO_MATCH
                    ? selected
                    : selected.and(decideAny(suppresses, event, context).not());
        }

        private static Decision decideAny(List<Selector> selectors, EventCursor event, QueryContext context) {
            Decision any = Decision.NO_MATCH;
            for (Selector selector : selectors) {
                any = any.or(selector.decide(event, context));
                if (any == Decision.MATCH) {
                    break;
                }
            }
            return any;
        }

        private boolean matches(EventCursor event, QueryContext context) {
            return selects.stream().anyMatch(selector -> selector.matches(event, context))
                    && suppresses.stream().noneMatch(selector -> selector.matches(event, context));
        }
    }

    /**
     * A Select or Suppress.
     *
     * @param path its own Path or that of its Query, if either has one
     * @param query what it asks for
     */
    public record Selector(Optional<String> path, EventQuery query) {
        private Decision decide(EventCursor event, QueryContext context) {
            return takesChannelOf(event) ? query.decide(event, context) : Decision.NO_MATCH;
        }

        private boolean matches(EventCursor event, QueryContext context) {
            return takesChannelOf(event) && query.matches(event, context);
        }

        private boolean takesChannelOf(EventCursor event) {
            return takesAnyLog() || path.get().regionMatches(true, 0, "file://", 0, 7)
                    || path.get().equalsIgnoreCase(event.channel());
        }

        private boolean takesAnyLog() {
            return path.isEmpty() || path.get().equals("*");
        }
    }

    /**
     * Reads a QueryList, a saved view of the Event Viewer ({@code ViewerConfig}) or an event subscription; the first
     * QueryList of the document counts. Without document type and entities; up to 4,194,304 characters.
     *
     * @throws QuerySyntaxException when the document holds no QueryList, or a query in it is refused; the offset counts
     *         from the start of the document
     */
    public static QueryList parse(String xml) throws QuerySyntaxException {
        List<RawQuery> raw = QueryListReader.read(xml);
        if (raw.isEmpty()) {
            throw new QuerySyntaxException(QueryProblem.NO_SELECT, 0);
        }
        List<Query> queries = new ArrayList<>();
        for (RawQuery query : raw) {
            queries.add(query(query));
        }
        return new QueryList(queries);
    }

    /**
     * Reads one from a stream in UTF-8, or in UTF-16 with or without byte order mark.
     *
     * @throws IOException when the stream cannot be read
     * @throws QuerySyntaxException as for {@link #parse(String)}
     */
    public static QueryList parse(InputStream stream) throws IOException, QuerySyntaxException {
        return parse(text(stream));
    }

    /**
     * The text of a stream in UTF-8, or in UTF-16 with or without byte order mark; of a stream longer than any query
     * only so much as shows that it is too long.
     *
     * @throws IOException when the stream cannot be read
     */
    public static String text(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(2 * QueryListReader.MAX_LENGTH + 4);
        return new String(bytes, charset(bytes));
    }

    /** XML 1.0, appendix F: the first bytes tell; the mark itself is skipped by the reader. */
    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return switch (first) {
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
    }

    private static Query query(RawQuery raw) throws QuerySyntaxException {
        List<Selector> selects = new ArrayList<>();
        List<Selector> suppresses = new ArrayList<>();
        for (RawSelector selector : raw.selectors()) {
            (selector.suppress() ? suppresses : selects).add(selector(selector, raw.path()));
        }
        if (selects.isEmpty()) {
            throw new QuerySyntaxException(QueryProblem.NO_SELECT, raw.tag().start());
        }
        return new Query(id(raw), Optional.ofNullable(raw.path()), selects, suppresses);
    }

    private static long id(RawQuery raw) throws QuerySyntaxException {
        String id = raw.id();
        try {
            return id == null ? UNTITLED : Long.parseLong(id.strip());
        } catch (NumberFormatException e) {
            throw new QuerySyntaxException(QueryProblem.BAD_ID, raw.tag().start(), id);
        }
    }

    private static Selector selector(RawSelector raw, @Nullable String inherited) throws QuerySyntaxException {
        Optional<String> path = Optional.ofNullable(raw.path() == null ? inherited : raw.path());
        try {
            return new Selector(path, EventQuery.parse(raw.xpath().text()));
        } catch (QuerySyntaxException e) {
            throw new QuerySyntaxException(e.code(), raw.xpath().offset(e.offset()), e.arguments().toArray());
        }
    }

    /** What is odd in it without making it unusable, such as a Suppress that has no Select to take from. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (Query query : queries) {
            for (Selector suppress : query.suppresses) {
                if (query.selects.stream().noneMatch(select -> samePath(select, suppress))) {
                    problems.add(Problem.of(QueryProblem.SUPPRESS_WITHOUT_SELECT, Place.of(SOURCE), query.id,
                            suppress.path.orElse("")));
                }
            }
        }
        return problems;
    }

    /** The Paths of the selectors in order, each once; {@code *} stands for a missing one. */
    public List<String> paths() {
        return queries.stream().flatMap(query -> Stream.concat(query.selects.stream(), query.suppresses.stream()))
                .map(selector -> selector.path.orElse("*")).distinct().toList();
    }

    /**
     * What the list asks of one log, when the caller knows which log a Path means: the selectors whose Path names it,
     * without that Path. Selectors without a Path, and those with {@code *}, ask every log.
     *
     * @param names whether a Path, {@code file://} ones included, names the log
     * @return empty when nothing is selected from the log
     */
    public Optional<QueryList> askedOf(Predicate<String> names) {
        List<Query> asked = queries.stream()
                .map(query -> new Query(query.id, Optional.empty(), askedOf(query.selects, names),
                        askedOf(query.suppresses, names)))
                .filter(query -> !query.selects.isEmpty()).toList();
        return asked.isEmpty() ? Optional.empty() : Optional.of(new QueryList(asked));
    }

    private static List<Selector> askedOf(List<Selector> selectors, Predicate<String> names) {
        return selectors.stream().filter(selector -> selector.takesAnyLog() || names.test(selector.path.orElseThrow()))
                .map(selector -> new Selector(Optional.empty(), selector.query)).toList();
    }

    private static boolean samePath(Selector a, Selector b) {
        return a.path.orElse("").equalsIgnoreCase(b.path.orElse(""));
    }

    @Override
    public Decision decide(EventCursor event, QueryContext context) {
        Decision any = Decision.NO_MATCH;
        for (Query query : queries) {
            any = any.or(query.decide(event, context));
            if (any == Decision.MATCH) {
                break;
            }
        }
        return any;
    }

    @Override
    public boolean matches(EventCursor event, QueryContext context) {
        return switch (decide(event, context)) {
            case MATCH -> true;
            case NO_MATCH -> false;
            case NEEDS_PAYLOAD -> matchesTree(event.toEvent(), context);
        };
    }

    /** On the tree, which is built once for all selectors. */
    private boolean matchesTree(EventCursor event, QueryContext context) {
        return queries.stream().anyMatch(query -> query.matches(event, context));
    }

    @Override
    public SystemConstraints systemConstraints(QueryContext context) {
        return queries.stream().flatMap(query -> query.selects.stream())
                .map(select -> select.query.systemConstraints(context)).reduce(SystemConstraints::or)
                .orElse(SystemConstraints.NONE);
    }

    /** As XML, with every Path written out. */
    @Override
    public String toString() {
        return queries.stream().map(QueryList::xml).collect(Collectors.joining("", "<QueryList>", "</QueryList>"));
    }

    private static String xml(Query query) {
        StringBuilder xml = new StringBuilder("<Query");
        if (query.id != UNTITLED) {
            xml.append(" Id=\"").append(query.id).append('"');
        }
        appendPath(xml, query.path).append('>');
        query.selects.forEach(select -> appendSelector(xml, "Select", select));
        query.suppresses.forEach(suppress -> appendSelector(xml, "Suppress", suppress));
        return xml.append("</Query>").toString();
    }

    private static void appendSelector(StringBuilder xml, String name, Selector selector) {
        appendPath(xml.append('<').append(name), selector.path).append('>');
        xml.append(escape(selector.query.toString())).append("</").append(name).append('>');
    }

    private static StringBuilder appendPath(StringBuilder xml, Optional<String> path) {
        path.ifPresent(text -> xml.append(" Path=\"").append(escape(text)).append('"'));
        return xml;
    }

    /** Escapes for element content and attribute values; blanks other than the space would be normalised. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;");
    }
}
