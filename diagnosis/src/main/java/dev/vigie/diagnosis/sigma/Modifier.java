package dev.vigie.diagnosis.sigma;

import java.util.Optional;

/** A modifier of a field (Sigma specification 2.1, appendix on modifiers). */
enum Modifier {
    ALL("all"), NEQ("neq"), CASED("cased"),
    // What is done to each value, in the order written.
    WINDASH("windash"), BASE64("base64"), BASE64OFFSET("base64offset"), UTF16LE("utf16le",
            "wide"), UTF16BE("utf16be"), UTF16("utf16"), EXPAND("expand"),
    // Where in the field the value is looked for.
    CONTAINS("contains"), STARTSWITH("startswith"), ENDSWITH("endswith"),
    // What the value is, instead of text.
    RE("re"), CIDR("cidr"), LT("lt"), LTE("lte"), GT("gt"), GTE("gte"), EXISTS("exists"), FIELDREF("fieldref"),
    // Flags of a regular expression.
    I("i", "ignorecase"), M("m", "multiline"), S("s", "dotall");

    private final String name;
    private final String alias;

    Modifier(String name) {
        this(name, name);
    }

    Modifier(String name, String alias) {
        this.name = name;
        this.alias = alias;
    }

    static Optional<Modifier> of(String written) {
        for (Modifier modifier : values()) {
            if (modifier.name.equals(written) || modifier.alias.equals(written)) {
                return Optional.of(modifier);
            }
        }
        return Optional.empty();
    }

    boolean isTransformation() {
        return ordinal() >= WINDASH.ordinal() && ordinal() <= EXPAND.ordinal();
    }

    boolean isPosition() {
        return this == CONTAINS || this == STARTSWITH || this == ENDSWITH;
    }

    boolean isType() {
        return ordinal() >= RE.ordinal() && ordinal() <= FIELDREF.ordinal();
    }

    boolean isFlag() {
        return this == I || this == M || this == S;
    }

    boolean isUtf16() {
        return this == UTF16 || this == UTF16BE || this == UTF16LE;
    }
}
