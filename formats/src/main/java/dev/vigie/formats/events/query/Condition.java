package dev.vigie.formats.events.query;

import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueTest;
import dev.vigie.formats.windows.FileTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query says of the System fields, compiled: a three-valued formula (Kleene's) whose unknown is the payload.
 */
sealed interface Condition {
    /** The payload decides. */
    Condition PAYLOAD = new Payload();

    /** Decides as far as the System fields allow. */
    Decision decide(EventCursor event, QueryContext context);

    /** What must hold of the System fields for this to hold. */
    SystemConstraints constraints(QueryContext context);

    static Condition all(List<Condition> terms) {
        return terms.size() == 1 ? terms.getFirst() : new All(terms);
    }

    static Condition any(List<Condition> terms) {
        return terms.size() == 1 ? terms.getFirst() : new Any(terms);
    }

    /** Something only the tree can answer. */
    record Payload() implements Condition {
        @Override
        public Decision decide(EventCursor event, QueryContext context) {
            return Decision.NEEDS_PAYLOAD;
        }

        @Override
        public SystemConstraints constraints(QueryContext context) {
            return SystemConstraints.NONE;
        }
    }

    /** All of several. */
    record All(List<Condition> terms) implements Condition {
        @Override
        public Decision decide(EventCursor event, QueryContext context) {
            Decision all = Decision.MATCH;
            for (Condition term : terms) {
                Decision decision = term.decide(event, context);
                if (decision == Decision.NO_MATCH) {
                    return decision;
                }
                all = all.and(decision);
            }
            return all;
        }

        @Override
        public SystemConstraints constraints(QueryContext context) {
            return terms.stream().map(term -> term.constraints(context)).reduce(SystemConstraints.NONE,
                    SystemConstraints::and);
        }
    }

    /** At least one of several. */
    record Any(List<Condition> terms) implements Condition {
        @Override
        public Decision decide(EventCursor event, QueryContext context) {
            Decision any = Decision.NO_MATCH;
            for (Condition term : terms) {
                Decision decision = term.decide(event, context);
                if (decision == Decision.MATCH) {
                    return decision;
                }
                any = any.or(decision);
            }
            return any;
        }

        @Override
        public SystemConstraints constraints(QueryContext context) {
            return terms.stream().map(term -> term.constraints(context)).reduce(SystemConstraints::or)
                    .orElse(SystemConstraints.NONE);
        }
    }

    /** The element or attribute of one of these fields exists; an empty one cannot be told from an absent one. */
    record Present(List<SystemField> fields) implements Condition {
        @Override
        public Decision decide(EventCursor event, QueryContext context) {
            for (SystemField field : fields) {
                if (event.system(field) != null) {
                    return Decision.MATCH;
                }
            }
            return Decision.NEEDS_PAYLOAD;
        }

        @Override
        public SystemConstraints constraints(QueryContext context) {
            return SystemConstraints.NONE;
        }
    }

    /** A field compared with a literal. */
    record Field(SystemField field, Operator operator, Literal literal) implements Condition {
        @Override
        public Decision decide(EventCursor event, QueryContext context) {
            Numeric bound = literal.forms().numeric();
            SystemValue.Kind kind = SystemValue.kind(field);
            if (kind == SystemValue.Kind.NUMBER && bound.exact()) {
                long number = event.number(field, EventCursor.ABSENT);
                if (number != EventCursor.ABSENT) {
                    return decided(operator.holds(Long.compareUnsigned(number, bound.bits())));
                }
            } else if (kind == SystemValue.Kind.TEXT && operator == Operator.EQ && literal.quoted()
                    && !literal.text().isEmpty()) {
                return decided(event.hasText(field, literal.text()));
            }
            return compare(SystemValue.of(event, field));
        }

        /** An absent field may be an empty element, which has the value "". */
        private Decision compare(@Nullable Value value) {
            if (value != null) {
                return decided(ValueComparison.holds(value, operator, literal));
            }
            boolean emptyHolds = ValueComparison.holds(Value.Null.NULL, operator, literal);
            return emptyHolds ? Decision.NEEDS_PAYLOAD : Decision.NO_MATCH;
        }

        /** An unequal field may also be an empty one or, in damaged events, one that is no number. */
        @Override
        public SystemConstraints constraints(QueryContext context) {
            if (operator == Operator.NE) {
                return SystemConstraints.NONE;
            }
            return switch (SystemValue.kind(field)) {
                case NUMBER -> literal.forms().numeric().exact()
                        ? SystemConstraints.of(field, NumberSet.of(operator, literal.forms().numeric().bits()))
                        : SystemConstraints.NONE;
                case TEXT -> operator == Operator.EQ && literal.quoted()
                        ? SystemConstraints.of(field, literal.text())
                        : SystemConstraints.NONE;
                case TIME -> time();
                case GUID, SID -> SystemConstraints.NONE;
            };
        }

        private SystemConstraints time() {
            FileTime time = literal.forms().time();
            return time == null
                    ? SystemConstraints.NONE
                    : SystemConstraints.of(field, NumberSet.of(operator, time.ticks()));
        }
    }

    /** A field that shares a bit with a mask. */
    record Bits(SystemField field, long mask) implements Condition {
        @Override
        public Decision decide(EventCursor event, QueryContext context) {
            if (SystemValue.kind(field) == SystemValue.Kind.NUMBER) {
                long number = event.number(field, EventCursor.ABSENT);
                if (number != EventCursor.ABSENT) {
                    return decided((number & mask) != 0);
                }
            }
            Value value = SystemValue.of(event, field);
            Long bits = value == null ? null : ValueComparison.bitsOf(value);
            return decided(bits != null && (bits & mask) != 0);
        }

        @Override
        public SystemConstraints constraints(QueryContext context) {
            return SystemConstraints.NONE;
        }
    }

    /** How long ago a field's time is, in milliseconds, compared with a literal. */
    record Age(SystemField field, Operator operator, Literal literal) implements Condition {
        private static final long TICKS_PER_MILLISECOND = 10_000;

        @Override
        public Decision decide(EventCursor event, QueryContext context) {
            Value value = SystemValue.of(event, field);
            FileTime time = value == null ? null : ValueComparison.timeOf(value);
            return decided(time != null
                    && ValueComparison.holds(ValueComparison.age(time, context.now()), operator, literal));
        }

        /** Only an upper bound on the age limits the times from below; one millisecond of slack for the rounding. */
        @Override
        public SystemConstraints constraints(QueryContext context) {
            Numeric bound = literal.forms().numeric();
            long most = Long.divideUnsigned(context.now().ticks(), TICKS_PER_MILLISECOND) - 1;
            boolean bounded = operator == Operator.LT || operator == Operator.LE || operator == Operator.EQ;
            if (!bounded || !bound.exact() || Long.compareUnsigned(bound.bits(), most) >= 0) {
                return SystemConstraints.NONE;
            }
            long oldest = context.now().ticks() - (bound.bits() + 1) * TICKS_PER_MILLISECOND;
            return SystemConstraints.of(field, NumberSet.of(Operator.GE, oldest));
        }
    }

    /**
     * A named value of {@code EventData} compared with a literal; for an event with one {@code EventData}, as all are.
     *
     * @param name the name, or null for any value
     */
    record Datum(@Nullable String name, Operator operator, Literal literal) implements Condition, ValueTest {
        @Override
        public Decision decide(EventCursor event, QueryContext context) {
            return switch (event.anyDatum(name, this)) {
                case YES -> Decision.MATCH;
                case NO -> Decision.NO_MATCH;
                case UNKNOWN -> Decision.NEEDS_PAYLOAD;
            };
        }

        @Override
        public SystemConstraints constraints(QueryContext context) {
            return SystemConstraints.NONE;
        }

        @Override
        public boolean passes(Value value) {
            return ValueComparison.holds(value, operator, literal);
        }

        @Override
        public boolean passesText(CharSequence text) {
            return literal.quoted() && operator.isEquality()
                    ? literal.text().contentEquals(text) == (operator == Operator.EQ)
                    : ValueTest.super.passesText(text);
        }
    }

    /** The position of the event, or of a field among its like, compared with a literal. */
    record At(boolean ofEvent, Operator operator, Literal literal) implements Condition {
        @Override
        public Decision decide(EventCursor event, QueryContext context) {
            long position = ofEvent ? context.position() : 1;
            return decided(ValueComparison.holds(ValueComparison.number(position), operator, literal));
        }

        @Override
        public SystemConstraints constraints(QueryContext context) {
            return SystemConstraints.NONE;
        }
    }

    private static Decision decided(boolean holds) {
        return holds ? Decision.MATCH : Decision.NO_MATCH;
    }
}
