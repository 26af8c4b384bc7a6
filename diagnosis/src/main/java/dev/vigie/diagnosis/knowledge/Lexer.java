package dev.vigie.diagnosis.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens. */
final class Lexer {
    private static final String UNITS = "smhd";
    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** All tokens, the last of kind {@link Token.Kind#END}. */
    static List<Token> tokens(String text) throws ExpressionException {
        Lexer lexer = new Lexer(text);
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = lexer.next();
            tokens.add(token);
        } while (token.kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() throws ExpressionException {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Token.Kind.END, "", at);
        }
        char first = text.charAt(at);
        if (first == '\'') {
            return string();
        }
        if (isDigit(first) || first == '-' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
            return number();
        }
        if (isLetter(first)) {
            return word();
        }
        return symbol();
    }

    private Token string() throws ExpressionException {
        int from = at;
        int end = text.indexOf('\'', from + 1);
        if (end < 0) {
            throw new ExpressionException(from, "text without closing quote");
        }
        at = end + 1;
        return new Token(Token.Kind.STRING, text.substring(from + 1, end), from);
    }

    private Token number() throws ExpressionException {
        int from = at++;
        if (text.startsWith("0x", from)) {
            at++;
            while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
                at++;
            }
            return new Token(Token.Kind.HEX, checkedEnd(from), from);
        }
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && UNITS.indexOf(text.charAt(at)) >= 0) {
            at++;
            return new Token(Token.Kind.DURATION, checkedEnd(from), from);
        }
        return new Token(Token.Kind.INTEGER, checkedEnd(from), from);
    }

    private String checkedEnd(int from) throws ExpressionException {
        if (at < text.length() && isPart(text.charAt(at))) {
            throw new ExpressionException(from, "not a number: '" + text.substring(from, at + 1) + "'");
        }
        return text.substring(from, at);
    }

    private Token word() {
        int from = at;
        while (at < text.length() && isPart(text.charAt(at))) {
            at++;
        }
        return new Token(Token.Kind.WORD, text.substring(from, at), from);
    }

    private Token symbol() throws ExpressionException {
        int from = at;
        if (text.startsWith("!=", at) || text.startsWith("<=", at) || text.startsWith(">=", at)) {
            at += 2;
        } else if ("=<>()[]{},".indexOf(text.charAt(at)) >= 0) {
            at++;
        } else {
            throw new ExpressionException(at, "unexpected character '" + text.charAt(at) + "'");
        }
        return new Token(Token.Kind.SYMBOL, text.substring(from, at), from);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    /** Names hold dots and hyphens: {@code rdp.key-file}, {@code data.ErrorCode}, {@code S-1-5-18}. */
    private static boolean isPart(char c) {
        return isLetter(c) || isDigit(c) || c == '.' || c == '-';
    }
}
