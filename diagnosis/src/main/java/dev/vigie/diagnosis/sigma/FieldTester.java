package dev.vigie.diagnosis.sigma;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A test of a field that no index answers. */
sealed interface FieldTester {
    /** Whether the field passes. */
    boolean passes(MatchState state, int slot);

    /** The values that pass. */
    List<String> matching(MatchState state, int slot);

    /** Some value passes. */
    record Any(Predicate<String> test) implements FieldTester {
        @Override
        public boolean passes(MatchState state, int slot) {
            for (String value : state.values(slot)) {
                if (test.test(value)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public List<String> matching(MatchState state, int slot) {
            return state.values(slot).stream().filter(test).toList();
        }
    }

    /** Whether there is a value at all, or one with text in it. */
    record Presence(boolean present) implements FieldTester {
        @Override
        public boolean passes(MatchState state, int slot) {
            return present
                    ? !state.values(slot).isEmpty()
                    : state.values(slot).stream().allMatch(String::isEmpty);
        }

        @Override
        public List<String> matching(MatchState state, int slot) {
            return present ? state.values(slot) : List.of();
        }
    }

    /** Some value has the text of another field. */
    record Same(int other, ValueTest.Part part, boolean cased) implements FieldTester {
        @Override
        public boolean passes(MatchState state, int slot) {
            return !matching(state, slot).isEmpty();
        }

        @Override
        public List<String> matching(MatchState state, int slot) {
            return state.values(slot).stream()
                    .filter(value -> state.values(other).stream().anyMatch(text -> holds(value, text))).toList();
        }

        private boolean holds(String value, String text) {
            SigmaString literal = SigmaString.literal(text);
            SigmaString pattern = switch (part) {
                case WHOLE -> literal;
                case START -> literal.withAnyAfter();
                case END -> literal.withAnyBefore();
                case ANYWHERE -> literal.withAnyBefore().withAnyAfter();
            };
            return Glob.matches(pattern, value, cased);
        }
    }

    /** The tester of a test that is about each value alone. */
    static FieldTester of(ValueTest test) {
        return switch (test) {
            case ValueTest.Like(SigmaString pattern, boolean cased) ->
                new Any(value -> Glob.matches(pattern, value, cased));
            case ValueTest.Matches(String expression, int flags) -> {
                Pattern compiled = Pattern.compile(expression, flags);
                yield new Any(value -> GuardedText.finds(compiled, value));
            }
            case ValueTest.InNetwork(Network network) -> new Any(network::contains);
            case ValueTest.Compared compared -> new Any(value -> FieldNumber.of(value)
                    .filter(number -> compared.order().holds(number.compareTo(compared.number()))).isPresent());
            case ValueTest.Empty _ -> new Presence(false);
            case ValueTest.Present _ -> new Presence(true);
            case ValueTest.SameAs _ -> throw new IllegalArgumentException("needs the place of the other field");
        };
    }
}
