package dev.vigie.formats.events.query;

import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.Severity;

/** Why a text is no event query or no bookmark of one, or an odd one. */
public enum QueryProblem implements ProblemCode {
    /** There is nothing in it. */
    EMPTY("empty"),
    /** It is longer than is read; arguments: length, limit. */
    TOO_LONG("too-long"),
    /** Brackets are nested deeper than is read; arguments: limit. */
    TOO_DEEP("too-deep"),
    /** It has more expressions than are read; arguments: limit. */
    TOO_MANY_EXPRESSIONS("too-many-expressions"),
    /** A character that means nothing here; arguments: the character. */
    UNEXPECTED_CHARACTER("unexpected-character"),
    /** A quote without its closing quote. */
    UNTERMINATED_STRING("unterminated-string"),
    /** Digits that are no decimal number; arguments: the text. */
    BAD_NUMBER("bad-number"),
    /** A word or sign that cannot stand here; arguments: it. */
    UNEXPECTED_TOKEN("unexpected-token"),
    /** It ends where more is needed. */
    UNEXPECTED_END("unexpected-end"),
    /** A function the language does not have; arguments: its name. */
    UNKNOWN_FUNCTION("unknown-function"),
    /** A function with the wrong number or kind of arguments; arguments: its name. */
    WRONG_ARGUMENTS("wrong-arguments"),
    /** An axis other than child and attribute, or an axis written out; arguments: the text. */
    UNSUPPORTED_AXIS("unsupported-axis"),
    /** {@code //}. */
    DESCENDANT_PATH("descendant-path"),
    /** A path that starts with a slash. */
    ABSOLUTE_PATH("absolute-path"),
    /** A variable; arguments: its name. */
    VARIABLE("variable"),
    /** A name with a namespace prefix; arguments: the prefix. */
    NAMESPACE_PREFIX("namespace-prefix"),
    /** An operator the language does not have; arguments: it. */
    UNSUPPORTED_OPERATOR("unsupported-operator"),
    /** A top-level path that selects something other than events; arguments: its first step. */
    SELECTS_NO_EVENT("selects-no-event"),
    /** A step after an attribute or a text step. */
    STEP_AFTER_LEAF("step-after-leaf"),
    /** The document is no well-formed XML; arguments: line, column. */
    NOT_WELL_FORMED("xml.not-well-formed"),
    /** The document has a document type declaration, which is never read. */
    DOCUMENT_TYPE("xml.document-type"),
    /** The document holds no QueryList; arguments: its root element. */
    NOT_A_QUERY_LIST("list.not-a-query-list"),
    /** An element that has no place in a QueryList; arguments: its name. */
    UNEXPECTED_ELEMENT("list.unexpected-element"),
    /** A QueryList without a Query, or a Query without a Select. */
    NO_SELECT("list.no-select"),
    /** The Id of a Query is no number; arguments: the text. */
    BAD_ID("list.bad-id"),
    /** The document holds no BookmarkList; arguments: its root element. */
    NOT_A_BOOKMARK_LIST("bookmark.not-a-list"),
    /** A bookmark does not say of which log or which record it is; arguments: the attribute that says nothing. */
    BAD_BOOKMARK("bookmark.bad"),
    /** A Suppress whose Query has no Select of the same Path: it has no effect; arguments: Query id, Path. */
    SUPPRESS_WITHOUT_SELECT("list.suppress-without-select", Severity.WARNING);

    private final String key;
    private final Severity severity;

    QueryProblem(String key) {
        this(key, Severity.DAMAGE);
    }

    QueryProblem(String key, Severity severity) {
        this.key = "query." + key;
        this.severity = severity;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
