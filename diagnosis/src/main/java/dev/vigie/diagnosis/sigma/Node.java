package dev.vigie.diagnosis.sigma;

import java.util.List;
import java.util.function.BiConsumer;

/** A detection compiled for one kind of event: literals are numbers that were looked up before, tests run on demand. */
sealed interface Node {
    /** What it says of the event the state holds. */
    boolean holds(MatchState state);

    /** Gives field and value of what made it true. */
    void explain(MatchState state, BiConsumer<String, String> matched);

    /** The same for every event. */
    enum Constant implements Node {
        NEVER, ALWAYS;

        @Override
        public boolean holds(MatchState state) {
            return this == ALWAYS;
        }

        @Override
        public void explain(MatchState state, BiConsumer<String, String> matched) {
            // Nothing in the event made it so.
        }

        static Constant of(boolean holds) {
            return holds ? ALWAYS : NEVER;
        }
    }

    /** A literal that is looked for in every value of a field at once with all others. */
    record Found(int slot, int number, Literal literal) implements Node {
        @Override
        public boolean holds(MatchState state) {
            return state.isFound(number);
        }

        @Override
        public void explain(MatchState state, BiConsumer<String, String> matched) {
            for (String value : state.values(slot)) {
                if (Glob.matches(pattern(), value, false)) {
                    matched.accept(state.name(slot), value);
                }
            }
        }

        private SigmaString pattern() {
            SigmaString text = SigmaString.literal(literal.folded());
            return switch (literal.part()) {
                case WHOLE -> text;
                case START -> text.withAnyAfter();
                case END -> text.withAnyBefore();
                case ANYWHERE -> text.withAnyBefore().withAnyAfter();
            };
        }
    }

    /** A test that runs when it is asked for. */
    record Tested(int slot, int number, FieldTester tester) implements Node {
        @Override
        public boolean holds(MatchState state) {
            return state.test(this);
        }

        @Override
        public void explain(MatchState state, BiConsumer<String, String> matched) {
            state.matching(this).forEach(value -> matched.accept(state.name(slot), value));
        }
    }

    /** True when every term is. */
    record All(List<Node> terms) implements Node {
        @Override
        public boolean holds(MatchState state) {
            for (Node term : terms) {
                if (!term.holds(state)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void explain(MatchState state, BiConsumer<String, String> matched) {
            terms.forEach(term -> term.explain(state, matched));
        }
    }

    /** True when at least a number of terms are. */
    record Some(int number, List<Node> terms) implements Node {
        @Override
        public boolean holds(MatchState state) {
            int missing = number;
            for (Node term : terms) {
                if (term.holds(state) && --missing == 0) {
                    return true;
                }
            }
            return missing <= 0;
        }

        @Override
        public void explain(MatchState state, BiConsumer<String, String> matched) {
            for (Node term : terms) {
                if (term.holds(state)) {
                    term.explain(state, matched);
                }
            }
        }
    }

    /** The opposite. */
    record Not(Node term) implements Node {
        @Override
        public boolean holds(MatchState state) {
            return !term.holds(state);
        }

        @Override
        public void explain(MatchState state, BiConsumer<String, String> matched) {
            // What is not there has no value to show.
        }
    }
}
