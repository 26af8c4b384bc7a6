package dev.vigie.diagnosis.sigma;

import java.util.Optional;

/** A modifier of a field (Sigma specification 2.1, appendix on modifiers). */
enum Modifier {
    ALL(Kind.OPTION, "all"), NEQ(Kind.OPTION, "neq"), CASED(Kind.OPTION, "cased"),

    WINDASH(Kind.TRANSFORMATION, "windash"), BASE64(Kind.TRANSFORMATION, "base64"), BASE64OFFSET(Kind.TRANSFORMATION,
            "base64offset"), UTF16LE(Kind.TRANSFORMATION, "utf16le", "wide"), UTF16BE(Kind.TRANSFORMATION,
                    "utf16be"), UTF16(Kind.TRANSFORMATION, "utf16"), EXPAND(Kind.TRANSFORMATION, "expand"),

    CONTAINS(Kind.POSITION, "contains"), STARTSWITH(Kind.POSITION, "startswith"), ENDSWITH(Kind.POSITION, "endswith"),

    RE(Kind.TYPE, "re"), CIDR(Kind.TYPE, "cidr"), LT(Kind.TYPE, "lt"), LTE(Kind.TYPE, "lte"), GT(Kind.TYPE,
            "gt"), GTE(Kind.TYPE, "gte"), EXISTS(Kind.TYPE, "exists"), FIELDREF(Kind.TYPE, "fieldref"),

    I(Kind.REGEX_FLAG, "i", "ignorecase"), M(Kind.REGEX_FLAG, "m", "multiline"), S(Kind.REGEX_FLAG, "s", "dotall");

    private final Kind kind;
    private final String name;
    private final String alias;

    Modifier(Kind kind, String name) {
        this(kind, name, name);
    }

    Modifier(Kind kind, String name, String alias) {
        this.kind = kind;
        this.name = name;
        this.alias = alias;
    }

    /** What modifiers change. */
    enum Kind {
        /** How values are linked or compared. */
        OPTION,
        /** Each value, in the order written. */
        TRANSFORMATION,
        /** Where in the field a value is looked for. */
        POSITION,
        /** What a value is, instead of text. */
        TYPE,
        /** How a regular expression is read. */
        REGEX_FLAG
    }

    static Optional<Modifier> of(String written) {
        for (Modifier modifier : values()) {
            if (modifier.name.equals(written) || modifier.alias.equals(written)) {
                return Optional.of(modifier);
            }
        }
        return Optional.empty();
    }

    Kind kind() {
        return kind;
    }

    boolean isUtf16() {
        return this == UTF16 || this == UTF16BE || this == UTF16LE;
    }
}
