package dev.vigie.diagnosis.knowledge;

/** Which fields may be compared with which literals, and how. */
final class FieldTypes {
    private FieldTypes() {
    }

    static void check(int position, Field field, Comparison operator, Literal literal) throws ExpressionException {
        boolean fits = switch (field.kind()) {
            case NUMBER -> literal instanceof Literal.Whole;
            case TEXT -> literal instanceof Literal.Text && !operator.isOrder();
            case STATUS -> (literal instanceof Literal.Whole || literal instanceof Literal.StatusName)
                    && !operator.isOrder();
            case SID -> literal instanceof Literal.SidLiteral && !operator.isOrder();
            case ANY -> literal instanceof Literal.Whole || literal instanceof Literal.Text && !operator.isOrder();
        };
        if (!fits) {
            throw new ExpressionException(position, mismatch(field, operator, literal));
        }
    }

    static void checkLike(int position, Field field) throws ExpressionException {
        if (field.kind() != Field.Kind.TEXT && field.kind() != Field.Kind.ANY) {
            throw new ExpressionException(position, "like compares text");
        }
    }

    private static String mismatch(Field field, Comparison operator, Literal literal) {
        if (field.kind() == Field.Kind.ANY && literal instanceof Literal.StatusName) {
            return "a status name is compared with status(...)";
        }
        if (field.kind() == Field.Kind.ANY && literal instanceof Literal.SidLiteral) {
            return "a SID is compared with sid(...)";
        }
        String what = switch (literal) {
            case Literal.Whole _ -> "a number";
            case Literal.Text _ -> "text";
            case Literal.StatusName _ -> "a status name";
            case Literal.SidLiteral _ -> "a SID";
        };
        String kind = switch (field.kind()) {
            case NUMBER -> "a number";
            case TEXT -> "text";
            case STATUS -> "a status code";
            case SID -> "a SID";
            case ANY -> "a value";
        };
        return kind + " cannot be compared with " + what + " by " + operator.symbol();
    }
}
