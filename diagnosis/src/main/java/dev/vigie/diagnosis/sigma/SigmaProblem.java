package dev.vigie.diagnosis.sigma;

import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.Severity;

/** Why a Sigma rule is not used, or could not be decided on an event. */
public enum SigmaProblem implements ProblemCode {
    /** The file cannot be read; arguments: the reason. */
    UNREADABLE("unreadable"),
    /** It is no YAML; arguments: what the parser says. */
    NO_YAML("no-yaml"),
    /** It is larger, or unfolds to more, than is read; arguments: the limit. */
    TOO_LARGE("too-large"),
    /** It is nested deeper than is read; arguments: the limit. */
    TOO_DEEP("too-deep"),
    /** A key is no text. */
    NO_TEXT_KEY("no-text-key"),
    /** A key occurs twice; arguments: the key. */
    DUPLICATE_KEY("duplicate-key"),
    /** An alias of nothing; arguments: its name. */
    UNKNOWN_ALIAS("unknown-alias"),
    /** A document that is no rule. */
    NO_RULE("no-rule"),
    /** Something the rule must have is missing; arguments: the key. */
    MISSING("missing"),
    /** A value of the wrong kind; arguments: the key. */
    WRONG_KIND("wrong-kind"),
    /** A level or status that does not exist; arguments: the key, the value. */
    UNKNOWN_WORD("unknown-word"),
    /** A correlation of several rules. */
    CORRELATION("correlation"),
    /** A filter for other rules. */
    FILTER("filter"),
    /** An action of a collection that does not exist; arguments: the action. */
    UNKNOWN_ACTION("unknown-action"),
    /** Another product than Windows; arguments: the product. */
    OTHER_PRODUCT("other-product"),
    /** The log source has no counterpart in the mapping; arguments: category and service as written. */
    UNMAPPED_LOG_SOURCE("unmapped-log-source"),
    /** A modifier that does not exist or is not supported; arguments: the modifier. */
    UNKNOWN_MODIFIER("unknown-modifier"),
    /** Modifiers that exclude each other, or in a wrong order; arguments: the field with them. */
    MODIFIER_CONFLICT("modifier-conflict"),
    /** A value the modifiers cannot take; arguments: the value, the field with its modifiers. */
    BAD_VALUE("bad-value"),
    /** A value unfolds to more variants than are tried; arguments: the value, the limit. */
    TOO_MANY_VARIANTS("too-many-variants"),
    /** A placeholder without values; arguments: its name. */
    PLACEHOLDER("placeholder"),
    /** A regular expression that cannot be read; arguments: it. */
    BAD_REGEX("bad-regex"),
    /** A search identifier without anything to search. */
    EMPTY_DETECTION("empty-detection"),
    /** A time frame, which only an aggregation needs. */
    TIMEFRAME("timeframe"),
    /** A condition that cannot be read; arguments: what was found. */
    BAD_CONDITION("bad-condition"),
    /** An aggregation of the old grammar; arguments: the text after the bar. */
    AGGREGATION("aggregation"),
    /** A condition names no search identifier; arguments: the name or pattern. */
    UNKNOWN_IDENTIFIER("unknown-identifier"),
    /** The mapping of log sources is broken; arguments: the key. */
    BAD_MAPPING("bad-mapping"),
    /** A regular expression took too many steps on an event, which therefore is no hit; arguments: the rule's title. */
    REGEX_LIMIT("regex-limit");

    private final String key;

    SigmaProblem(String key) {
        this.key = "sigma." + key;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Severity severity() {
        return Severity.DAMAGE;
    }
}
