package dev.vigie.diagnosis.knowledge;

import java.time.Duration;
import java.util.List;

/** Reads the tokens of an expression one after the other. */
final class TokenReader {
    private static final int MAX_DEPTH = 50;
    private final List<Token> tokens;
    private int at;
    private int depth;

    TokenReader(String text) throws ExpressionException {
        tokens = Lexer.tokens(text);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    /** Takes the next token if it is this word or symbol. */
    boolean accept(String wanted) {
        boolean found = peek().is(wanted);
        if (found) {
            at++;
        }
        return found;
    }

    void expect(String wanted) throws ExpressionException {
        if (!accept(wanted)) {
            throw new ExpressionException(peek().position(), "expected '" + wanted + "' but found " + peek().shown());
        }
    }

    void expectEnd() throws ExpressionException {
        if (peek().kind() != Token.Kind.END) {
            throw new ExpressionException(peek().position(), "unexpected " + peek().shown());
        }
    }

    String name(String what) throws ExpressionException {
        Token token = next();
        if (token.kind() != Token.Kind.WORD) {
            throw new ExpressionException(token.position(), "expected " + what + " but found " + token.shown());
        }
        return token.text();
    }

    String text() throws ExpressionException {
        Token token = next();
        if (token.kind() != Token.Kind.STRING) {
            throw new ExpressionException(token.position(), "expected 'text' but found " + token.shown());
        }
        return token.text();
    }

    int integer() throws ExpressionException {
        Token token = next();
        if (token.kind() != Token.Kind.INTEGER) {
            throw new ExpressionException(token.position(), "expected a whole number but found " + token.shown());
        }
        long number = number(token);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new ExpressionException(token.position(), "out of range: " + token.shown());
        }
        return (int) number;
    }

    Comparison comparison() throws ExpressionException {
        Token token = next();
        for (Comparison comparison : Comparison.values()) {
            if (token.kind() == Token.Kind.SYMBOL && token.text().equals(comparison.symbol())) {
                return comparison;
            }
        }
        throw new ExpressionException(token.position(), "expected a comparison but found " + token.shown());
    }

    Duration duration() throws ExpressionException {
        Token token = next();
        if (token.kind() != Token.Kind.DURATION) {
            throw new ExpressionException(token.position(),
                    "expected a duration such as 30s, 5m, 2h or 1d but found " + token.shown());
        }
        String text = token.text();
        try {
            long number = Long.parseLong(text.substring(0, text.length() - 1));
            return switch (text.charAt(text.length() - 1)) {
                case 's' -> Duration.ofSeconds(number);
                case 'm' -> Duration.ofMinutes(number);
                case 'h' -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        } catch (NumberFormatException | ArithmeticException _) {
            throw new ExpressionException(token.position(), "out of range: " + token.shown());
        }
    }

    static long number(Token token) throws ExpressionException {
        try {
            return token.kind() == Token.Kind.HEX
                    ? Long.parseUnsignedLong(token.text(), 2, token.text().length(), 16)
                    : Long.parseLong(token.text());
        } catch (NumberFormatException _) {
            throw new ExpressionException(token.position(), "out of range: " + token.shown());
        }
    }

    /** One level deeper; the grammar is recursive, the depth of an expression is not. */
    void enter() throws ExpressionException {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionException(peek().position(), "nested deeper than " + MAX_DEPTH);
        }
    }

    void leave() {
        depth--;
    }
}
