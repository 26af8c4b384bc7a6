package dev.vigie.diagnosis.knowledge;

import dev.vigie.formats.windows.Sid;
import dev.vigie.formats.windows.StatusCode;
import dev.vigie.formats.windows.StatusCodes;
import dev.vigie.formats.windows.StatusKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parser of conditions on one event, fields and literals. */
final class ConditionParser {
    private static final String PAYLOAD = "data.";
    private final TokenReader tokens;

    ConditionParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    Condition disjunction() throws ExpressionException {
        List<Condition> terms = new ArrayList<>();
        do {
            terms.add(conjunction());
        } while (tokens.accept("or"));
        return terms.size() == 1 ? terms.getFirst() : new Condition.AnyOf(terms);
    }

    private Condition conjunction() throws ExpressionException {
        List<Condition> terms = new ArrayList<>();
        do {
            terms.add(negation());
        } while (tokens.accept("and"));
        return terms.size() == 1 ? terms.getFirst() : new Condition.AllOf(terms);
    }

    private Condition negation() throws ExpressionException {
        tokens.enter();
        try {
            if (tokens.accept("not")) {
                return new Condition.Negated(negation());
            }
            if (tokens.accept("(")) {
                Condition inner = disjunction();
                tokens.expect(")");
                return inner;
            }
            if (tokens.accept("has")) {
                return new Condition.Has(field());
            }
            return comparison();
        } finally {
            tokens.leave();
        }
    }

    private Condition comparison() throws ExpressionException {
        int position = tokens.peek().position();
        Field field = field();
        if (tokens.accept("in")) {
            return new Condition.In(field, set(position, field));
        }
        if (tokens.accept("like")) {
            FieldTypes.checkLike(position, field);
            return new Condition.Like(field, tokens.text());
        }
        Comparison operator = tokens.comparison();
        Literal literal = literal();
        FieldTypes.check(position, field, operator, literal);
        return new Condition.Compare(field, operator, literal);
    }

    private List<Literal> set(int position, Field field) throws ExpressionException {
        tokens.expect("{");
        List<Literal> literals = new ArrayList<>();
        do {
            Literal literal = literal();
            FieldTypes.check(position, field, Comparison.EQUAL, literal);
            literals.add(literal);
        } while (tokens.accept(","));
        tokens.expect("}");
        return literals;
    }

    Field field() throws ExpressionException {
        Token token = tokens.next();
        if (token.kind() != Token.Kind.WORD) {
            throw new ExpressionException(token.position(), "expected a field but found " + token.shown());
        }
        String name = token.text();
        if (name.equals("data")) {
            return indexed();
        }
        if (name.startsWith(PAYLOAD) && name.length() > PAYLOAD.length()) {
            return new Field.Named(name.substring(PAYLOAD.length()));
        }
        return switch (name) {
            case "status" -> new Field.Status(inner(token));
            case "sid" -> new Field.SidOf(inner(token));
            case "number" -> new Field.NumberOf(inner(token));
            default -> header(token);
        };
    }

    private Field indexed() throws ExpressionException {
        tokens.expect("[");
        Token index = tokens.peek();
        Field field;
        if (tokens.accept("last")) {
            field = Field.Last.LAST;
        } else {
            int number = tokens.integer();
            if (number < 1) {
                throw new ExpressionException(index.position(), "values are counted from 1");
            }
            field = new Field.Indexed(number);
        }
        tokens.expect("]");
        return field;
    }

    private Field inner(Token function) throws ExpressionException {
        tokens.expect("(");
        Field field = field();
        tokens.expect(")");
        boolean user = function.is("sid") && field == Field.Header.USER;
        if (field.kind() != Field.Kind.ANY && !user) {
            throw new ExpressionException(function.position(),
                    function.text() + "(...) takes a value of the payload");
        }
        return field;
    }

    private static Field header(Token token) throws ExpressionException {
        for (Field.Header header : Field.Header.values()) {
            if (header.key().equals(token.text())) {
                return header;
            }
        }
        throw new ExpressionException(token.position(), "unknown field '" + token.text() + "'");
    }

    private Literal literal() throws ExpressionException {
        Token token = tokens.next();
        return switch (token.kind()) {
            case INTEGER, HEX -> new Literal.Whole(TokenReader.number(token));
            case STRING -> new Literal.Text(token.text());
            case WORD -> named(token);
            default -> throw new ExpressionException(token.position(),
                    "expected a number, 'text', a status name or a SID but found " + token.shown());
        };
    }

    private static Literal named(Token token) throws ExpressionException {
        if (token.text().startsWith("S-1-")) {
            try {
                return new Literal.SidLiteral(Sid.parse(token.text()));
            } catch (IllegalArgumentException _) {
                throw new ExpressionException(token.position(), "not a SID: " + token.shown());
            }
        }
        return status(token.text()).map(code -> (Literal) new Literal.StatusName(token.text(), code))
                .orElseThrow(() -> new ExpressionException(token.position(),
                        "unknown status name " + token.shown() + " (text is written in single quotes)"));
    }

    /** A name can stand in several numberings; the ones that event logs print come first. */
    private static Optional<StatusCode> status(String name) {
        List<StatusCode> codes = StatusCodes.named(name);
        for (StatusKind kind : List.of(StatusKind.HRESULT, StatusKind.NTSTATUS, StatusKind.WIN32)) {
            for (StatusCode code : codes) {
                if (code.kind() == kind) {
                    return Optional.of(code);
                }
            }
        }
        return codes.stream().findFirst();
    }
}
