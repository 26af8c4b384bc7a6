package dev.vigie.formats.events.query;

import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.FileTime;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How a typed value of an event compares with a literal (MS-EVEN6 2.2.15.2).
 *
 * <p>The value's type chooses among the literal's representations. Where the literal has none for a GUID, a SID or a
 * time, the comparison is false whatever the operator; for the other types it falls back to text.
 */
final class ValueComparison {
    private static final long TICKS_PER_MILLISECOND = 10_000;

    private ValueComparison() {
    }

    static boolean holds(Value left, Operator operator, Literal right) {
        return switch (left) {
            case Value.Null _ -> text("", operator, right);
            case Value.Text text -> text(text.text(), operator, right);
            case Value.Array array -> text(array.text(), operator, right);
            case Value.Int number -> integer(number, operator, right);
            case Value.Real real -> real(real, operator, right);
            case Value.Bool bool -> bool(bool.value(), operator, right);
            case Value.GuidValue guid ->
                right.forms().guid() != null && same(guid.guid().equals(right.forms().guid()), operator);
            case Value.SidValue sid ->
                right.forms().sid() != null && same(sid.sid().equals(right.forms().sid()), operator);
            case Value.Time _,Value.SystemTime _ -> time(left, operator, right);
            case Value.Binary bytes ->
                operator.isEquality() && same(bytes.text().equalsIgnoreCase(right.text()), operator);
        };
    }

    /** A literal that stands for a value, to compare two values of the event with each other. */
    static Literal literalOf(Value value) {
        return value instanceof Value.Int || value instanceof Value.Real
                ? Literal.number(value.text())
                : Literal.string(value.text());
    }

    /** The value of a literal that stands on the left. */
    static Value valueOf(Literal literal) {
        return new Value.Text(literal.text());
    }

    private static boolean same(boolean equal, Operator operator) {
        return operator == Operator.EQ ? equal : operator == Operator.NE && !equal;
    }

    /* As XPath 1.0, 3.4: a string is compared as text for (in)equality and as a number for order; a number always as a
     * number. Beyond it, texts that are both times are ordered as times, which events without a template need. */
    private static boolean text(String left, Operator operator, Literal right) {
        if (right.quoted() && operator.isEquality()) {
            return same(left.equals(right.text()), operator);
        }
        FileTime bound = right.forms().time();
        FileTime time = bound == null ? null : Literal.timeOf(left);
        if (bound != null && time != null) {
            return operator.holds(time.compareTo(bound));
        }
        return ordered(Numeric.of(left), operator, right);
    }

    private static boolean ordered(Numeric left, Operator operator, Literal right) {
        return Numeric.holds(left, operator, right.forms().numeric());
    }

    private static boolean integer(Value.Int left, Operator operator, Literal right) {
        Numeric bound = right.forms().numeric();
        if (!bound.isNumber()) {
            return operator.isEquality() && same(left.text().equals(right.text()), operator);
        }
        if (left.type().isSigned() && left.bits() < 0) {
            return operator.holds((double) left.bits(), bound.number());
        }
        return Numeric.holds(Numeric.of(left.bits()), operator, bound);
    }

    private static boolean real(Value.Real left, Operator operator, Literal right) {
        Numeric bound = right.forms().numeric();
        if (!bound.isNumber()) {
            return operator.isEquality() && same(left.text().equals(right.text()), operator);
        }
        return operator.holds(left.number(), bound.number());
    }

    private static boolean bool(boolean left, Operator operator, Literal right) {
        Boolean truth = Literal.Forms.truth(right);
        if (!operator.isEquality()) {
            return operator.holds(left ? 1 : 0, right.forms().numeric().number());
        }
        return same(truth == null ? Boolean.toString(left).equals(right.text()) : left == truth, operator);
    }

    private static boolean time(Value left, Operator operator, Literal right) {
        FileTime bound = right.forms().time();
        FileTime time = timeOf(left);
        return bound != null && time != null && operator.holds(time.compareTo(bound));
    }

    /** A value as a time, or null; calendar times are GMT. */
    static @Nullable FileTime timeOf(Value value) {
        return switch (value) {
            case Value.Time time -> time.time();
            case Value.SystemTime calendar -> timeOf(calendar);
            case Value.Text text -> Literal.timeOf(text.text());
            default -> null;
        };
    }

    private static @Nullable FileTime timeOf(Value.SystemTime calendar) {
        try {
            return FileTime.of(calendar.time().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** Milliseconds from one time to another, towards zero. */
    static long milliseconds(FileTime from, FileTime to) {
        return from.compareTo(to) <= 0
                ? Long.divideUnsigned(to.ticks() - from.ticks(), TICKS_PER_MILLISECOND)
                : -Long.divideUnsigned(from.ticks() - to.ticks(), TICKS_PER_MILLISECOND);
    }

    /** A time's age in milliseconds, negative for the future, as a value. */
    static Value age(FileTime time, FileTime now) {
        return number(milliseconds(time, now));
    }

    static Value number(long number) {
        return new Value.Int(ValueType.INT64, number);
    }

    /** A value as a bit field, or null. */
    static @Nullable Long bitsOf(Value value) {
        return switch (value) {
            case Value.Int number -> number.bits();
            case Value.Bool bool -> bool.value() ? 1L : 0L;
            case Value.Text text -> bitsOf(Numeric.of(text.text()));
            default -> null;
        };
    }

    private static @Nullable Long bitsOf(Numeric numeric) {
        return numeric.exact() ? numeric.bits() : null;
    }
}
