package dev.vigie.diagnosis.knowledge;

/**
 * A token of an expression.
 *
 * @param kind what it is
 * @param text as written; of a string, what stands between the quotes
 * @param position where it begins, from 0
 */
record Token(Kind kind, String text, int position) {
    enum Kind {
        /** A keyword or name. */
        WORD,
        /** Decimal digits, perhaps with a sign. */
        INTEGER,
        /** {@code 0x} and digits. */
        HEX,
        /** Digits and a unit of time. */
        DURATION,
        /** Text in single quotes. */
        STRING,
        /** Brackets, commas, operators. */
        SYMBOL,
        /** Behind the last token. */
        END
    }

    boolean is(String wanted) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wanted);
    }

    /** For messages. */
    String shown() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
