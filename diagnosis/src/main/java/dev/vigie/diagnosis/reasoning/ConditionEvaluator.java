package dev.vigie.diagnosis.reasoning;

import dev.vigie.diagnosis.facts.LogEvent;
import dev.vigie.diagnosis.knowledge.Comparison;
import dev.vigie.diagnosis.knowledge.Condition;
import dev.vigie.diagnosis.knowledge.Field;
import dev.vigie.diagnosis.knowledge.Literal;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.windows.Sid;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Decides a condition on one event; a field the event does not have, or that cannot be read, leaves it unknown. */
final class ConditionEvaluator {
    private ConditionEvaluator() {
    }

    static Truth test(Condition condition, LogEvent event) {
        return switch (condition) {
            case Condition.AnyOf any -> any(any.terms(), event);
            case Condition.AllOf all -> all(all.terms(), event);
            case Condition.Negated not -> test(not.term(), event).not();
            case Condition.Compare compare -> compare(compare.field(), compare.operator(), compare.literal(), event);
            case Condition.In in -> in(in, event);
            case Condition.Like like -> like(like, event);
            case Condition.Has has -> has(has.field(), event);
        };
    }

    private static Truth any(List<Condition> terms, LogEvent event) {
        Truth truth = Truth.FALSE;
        for (Condition term : terms) {
            truth = truth.or(test(term, event));
        }
        return truth;
    }

    private static Truth all(List<Condition> terms, LogEvent event) {
        Truth truth = Truth.TRUE;
        for (Condition term : terms) {
            truth = truth.and(test(term, event));
        }
        return truth;
    }

    private static Truth in(Condition.In in, LogEvent event) {
        Truth truth = Truth.FALSE;
        for (Literal literal : in.literals()) {
            truth = truth.or(compare(in.field(), Comparison.EQUAL, literal, event));
        }
        return truth;
    }

    private static Truth compare(Field field, Comparison operator, Literal literal, LogEvent event) {
        if (field == Field.Header.ID && literal instanceof Literal.Whole number) {
            return Truth.of(operator.holds(Long.compare(event.id(), number.number())));
        }
        Value value = EventFields.value(field, event);
        if (value == null) {
            return Truth.UNKNOWN;
        }
        if (field.kind() == Field.Kind.STATUS) {
            return status(value, operator, literal);
        }
        return switch (literal) {
            case Literal.Whole number -> number(field, value, operator, number.number());
            case Literal.Text text -> Truth.of(operator.holds(value.text().compareToIgnoreCase(text.text())));
            case Literal.SidLiteral sid -> sid(value, operator, sid.sid());
            case Literal.StatusName _ -> Truth.UNKNOWN;
        };
    }

    private static Truth number(Field field, Value value, Comparison operator, long wanted) {
        OptionalLong number = EventFields.number(value);
        if (number.isPresent()) {
            return Truth.of(operator.holds(compare(number.getAsLong(), wanted)));
        }
        boolean otherText = field.kind() == Field.Kind.ANY && !operator.isOrder();
        return otherText ? Truth.of(operator == Comparison.UNEQUAL) : Truth.UNKNOWN;
    }

    /** A signed value of 32 bits equals the unsigned one of the same bits: providers write codes either way. */
    private static int compare(long number, long wanted) {
        boolean sameBits = (number < 0 || wanted < 0) && number >= Integer.MIN_VALUE && wanted >= Integer.MIN_VALUE
                && number <= 0xFFFF_FFFFL && wanted <= 0xFFFF_FFFFL && (int) number == (int) wanted;
        return sameBits ? 0 : Long.compare(number, wanted);
    }

    private static Truth status(Value value, Comparison operator, Literal literal) {
        List<Integer> meanings = StatusReader.meanings(value);
        if (meanings.isEmpty()) {
            return Truth.UNKNOWN;
        }
        int wanted = switch (literal) {
            case Literal.Whole number -> (int) number.number();
            case Literal.StatusName name -> name.code().value();
            default -> throw new IllegalArgumentException("no status code: " + literal);
        };
        boolean same = meanings.contains(StatusReader.meaning(wanted));
        return Truth.of(same == (operator == Comparison.EQUAL));
    }

    private static Truth sid(Value value, Comparison operator, Sid wanted) {
        return EventFields.sid(value).map(sid -> Truth.of(sid.equals(wanted) == (operator == Comparison.EQUAL)))
                .orElse(Truth.UNKNOWN);
    }

    private static Truth like(Condition.Like like, LogEvent event) {
        Value value = EventFields.value(like.field(), event);
        return value == null
                ? Truth.UNKNOWN
                : Truth.of(matches(value.text().toLowerCase(Locale.ROOT), like.pattern().toLowerCase(Locale.ROOT)));
    }

    /** In time proportional to the product of the lengths at worst, without recursion. */
    static boolean matches(String text, String pattern) {
        int at = 0;
        int p = 0;
        int star = -1;
        int resume = 0;
        while (at < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = at;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(at))) {
                p++;
                at++;
            } else if (star >= 0) {
                p = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static Truth has(Field field, LogEvent event) {
        Value value = EventFields.value(field, event);
        if (value == null) {
            return Truth.FALSE;
        }
        boolean readable = switch (field) {
            case Field.Status _ -> !StatusReader.meanings(value).isEmpty();
            case Field.SidOf _ -> EventFields.sid(value).isPresent();
            case Field.NumberOf _ -> EventFields.number(value).isPresent();
            default -> true;
        };
        return readable ? Truth.TRUE : Truth.UNKNOWN;
    }
}
