package dev.vigie.formats.events.query;

import java.util.Set;

/** Cuts a query into tokens, one at a time, so that the first fault in the text is the one reported. */
final class Lexer {
    private static final Set<String> TWO_CHARACTER_SIGNS = Set.of("!=", "<=", ">=", "//", "::", "..");
    private static final String SIGNS = "()[]@,=<>/*.|+$-:";
    private final String text;
    private int at;

    Lexer(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** What a token is. */
    enum Kind {
        NAME, FUNCTION, STRING, NUMBER, SIGN, END
    }

    /**
     * A token.
     *
     * @param kind what it is
     * @param text the name, sign, number, or the string without its quotes
     * @param start its first character
     * @param end the character after its last
     */
    record Token(Kind kind, String text, int start, int end) {
        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        boolean isWord(String word) {
            return kind == Kind.NAME && text.equals(word);
        }
    }

    Token next() throws QuerySyntaxException {
        skipBlanks();
        if (at == text.length()) {
            return new Token(Kind.END, "", at, at);
        }
        char c = text.charAt(at);
        if (c == '\'' || c == '"') {
            return string(c);
        }
        if (isDigit(c) || (c == '-' || c == '.') && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
            return number();
        }
        return isNameStart(text.codePointAt(at)) ? name() : sign();
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private Token string(char quote) throws QuerySyntaxException {
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw new QuerySyntaxException(QueryProblem.UNTERMINATED_STRING, at);
        }
        return token(Kind.STRING, text.substring(at + 1, end), end + 1);
    }

    private Token number() throws QuerySyntaxException {
        int end = text.charAt(at) == '-' ? at + 1 : at;
        end = digits(end);
        if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
            end = digits(end + 1);
        }
        if (end < text.length() && (isNameStart(text.codePointAt(end)) || text.charAt(end) == '.')) {
            throw new QuerySyntaxException(QueryProblem.BAD_NUMBER, at, text.substring(at, nameEnd(end)));
        }
        return token(Kind.NUMBER, text.substring(at, end), end);
    }

    private int digits(int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private Token name() {
        int end = nameEnd(at);
        String name = text.substring(at, end);
        int next = end;
        while (next < text.length() && isBlank(text.charAt(next))) {
            next++;
        }
        boolean call = next < text.length() && text.charAt(next) == '(' && !name.equals("and") && !name.equals("or");
        return token(call ? Kind.FUNCTION : Kind.NAME, name, end);
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < text.length() && isNamePart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private Token sign() throws QuerySyntaxException {
        if (at + 2 <= text.length() && TWO_CHARACTER_SIGNS.contains(text.substring(at, at + 2))) {
            return token(Kind.SIGN, text.substring(at, at + 2), at + 2);
        }
        if (SIGNS.indexOf(text.charAt(at)) < 0) {
            throw new QuerySyntaxException(QueryProblem.UNEXPECTED_CHARACTER, at,
                    Character.toString(text.codePointAt(at)));
        }
        return token(Kind.SIGN, text.substring(at, at + 1), at + 1);
    }

    private Token token(Kind kind, String tokenText, int end) {
        Token token = new Token(kind, tokenText, at, end);
        at = end;
        return token;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNameStart(int c) {
        return c == '_' || Character.isLetter(c);
    }

    static boolean isNamePart(int c) {
        return isNameStart(c) || Character.isDigit(c) || c == '-' || c == '.' || c == 0xB7
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
