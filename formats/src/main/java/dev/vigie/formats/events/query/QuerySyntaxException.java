package dev.vigie.formats.events.query;

import java.util.List;

/** A text that is no event query, or no bookmark of one; says why and where, as a code with arguments. */
public final class QuerySyntaxException extends Exception {
    private static final long serialVersionUID = 1L;
    private final QueryProblem code;
    private final int offset;
    private final transient List<Object> arguments;

    QuerySyntaxException(QueryProblem code, int offset, Object... arguments) {
        super(code.key() + " @" + offset + " " + List.of(arguments));
        this.code = code;
        this.offset = offset;
        this.arguments = List.of(arguments);
    }

    /** What is wrong. */
    public QueryProblem code() {
        return code;
    }

    /** Where, in characters from the start of the text. */
    public int offset() {
        return offset;
    }

    /** What the sentence of the code needs, in the code's order. */
    public List<Object> arguments() {
        return arguments;
    }
}
