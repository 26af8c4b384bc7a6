package dev.vigie.formats.events.query;

import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.Severity;

/** What {@link QueryLint} finds. {@link Severity#DAMAGE} means that Windows refuses the query or nothing can match. */
public enum QueryLintCode implements ProblemCode {
    /** It does not parse; arguments: the key of the {@link QueryProblem}, then its arguments. */
    SYNTAX("syntax", Severity.DAMAGE),
    /** A construct of XPath that event queries do not have; arguments: the key of the problem, then its arguments. */
    NOT_IN_LANGUAGE("not-in-language", Severity.DAMAGE),
    /** A path that selects something other than an event; arguments: its first step. */
    SELECTS_NO_EVENT("selects-no-event", Severity.DAMAGE),
    /** Typographic quotes; arguments: the first of them. */
    CURLY_QUOTES("curly-quotes", Severity.DAMAGE),
    /** An XML or HTML entity that is still escaped; arguments: the first of them. */
    ESCAPED_ENTITY("escaped-entity", Severity.DAMAGE),
    /** {@code AND} or {@code OR}; arguments: the word. */
    UPPER_CASE_OPERATOR("upper-case-operator", Severity.DAMAGE),
    /** An operator of another language; arguments: it. */
    FOREIGN_OPERATOR("foreign-operator", Severity.DAMAGE),
    /** A blank that is no ASCII blank; arguments: its code point. */
    INVISIBLE_CHARACTER("invisible-character", Severity.DAMAGE),
    /** A value without quotes, read as the name of an element; arguments: it. */
    UNQUOTED_STRING("unquoted-string", Severity.DAMAGE),
    /** A string with leading or trailing blanks, which count; arguments: it. */
    BLANK_PADDED("blank-padded", Severity.WARNING),
    /** {@code Event} inside a predicate of the event; arguments: none. */
    EVENT_PREFIX("event-prefix", Severity.DAMAGE),
    /** A System field without its {@code System}; arguments: its name. */
    SYSTEM_MISSING("system-missing", Severity.DAMAGE),
    /** A name in the wrong case; arguments: it, the right one. */
    NAME_CASE("name-case", Severity.DAMAGE),
    /** A name that events do not have there; arguments: it, the element around it. */
    UNKNOWN_NAME("unknown-name", Severity.WARNING),
    /** {@code D!='x' or D!='y'}: true for every value; arguments: the path. */
    ALWAYS_TRUE("always-true", Severity.WARNING),
    /** Conditions that exclude each other; arguments: the field, or nothing. */
    NEVER_MATCHES("never-matches", Severity.DAMAGE),
    /** {@code !=} does not select events that lack the value; arguments: the path. */
    LACKING_NOT_SELECTED("lacking-not-selected", Severity.NOTE),
    /** {@code Data[@Name='n'] and Data='v'}: any Data may hold the value; arguments: the name, the value. */
    UNCORRELATED("uncorrelated", Severity.WARNING),
    /** {@code Data[n]}: which value that is depends on the event id; arguments: the number. */
    POSITIONAL("positional", Severity.NOTE),
    /** More expressions than Windows takes; arguments: how many, the limit. */
    TOO_MANY_EXPRESSIONS("too-many-expressions", Severity.WARNING),
    /** A value that is not of the field's type; arguments: the field, the value. */
    WRONG_TYPE("wrong-type", Severity.DAMAGE),
    /** A time that is not in UTC with {@code T} and {@code Z}; arguments: it. */
    TIME_NOT_UTC("time-not-utc", Severity.DAMAGE),
    /** A time with more than the three fraction digits of the specified grammar; arguments: it. */
    TIME_PRECISION("time-precision", Severity.NOTE),
    /** A number the field cannot hold; arguments: the field, the number, the largest possible. */
    OUT_OF_RANGE("out-of-range", Severity.DAMAGE),
    /** Keywords as a negative number, as some tools print them; arguments: it, the unsigned number. */
    NEGATIVE_KEYWORDS("negative-keywords", Severity.DAMAGE),
    /** Keywords above 2<sup>63</sup>, which tools with signed numbers get wrong; arguments: it, in hexadecimal. */
    LARGE_KEYWORDS("large-keywords", Severity.NOTE),
    /** A provider that is not known, but resembles one; arguments: it, the known one. */
    PROVIDER_MISSPELT("provider-misspelt", Severity.WARNING),
    /** A channel's name where a provider's is needed; arguments: it. */
    PROVIDER_IS_CHANNEL("provider-is-channel", Severity.WARNING),
    /** An event that is written to another channel; arguments: provider, event id, channel asked, right channel. */
    WRONG_CHANNEL("wrong-channel", Severity.WARNING),
    /** A Suppress without a Select of the same Path; arguments: the Path. */
    SUPPRESS_WITHOUT_SELECT("list.suppress-without-select", Severity.WARNING),
    /** Two Queries with one Id; arguments: the Id. */
    DUPLICATE_ID("list.duplicate-id", Severity.WARNING),
    /** A Select or Suppress without a Path of its own or its Query's. */
    NO_PATH("list.no-path", Severity.WARNING),
    /** More channels than clients take; arguments: how many, the limit. */
    TOO_MANY_CHANNELS("list.too-many-channels", Severity.WARNING);

    private final String key;
    private final Severity severity;

    QueryLintCode(String key, Severity severity) {
        this.key = "query.lint." + key;
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
