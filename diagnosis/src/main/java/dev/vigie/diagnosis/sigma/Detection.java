package dev.vigie.diagnosis.sigma;

import java.util.List;

/** What an event must be like: a rule's detection with its condition resolved. */
sealed interface Detection {
    /** True when every term is. */
    record AllOf(List<Detection> terms) implements Detection {
        public AllOf {
            terms = List.copyOf(terms);
        }
    }

    /** True when at least a number of terms are. */
    record AtLeast(int number, List<Detection> terms) implements Detection {
        public AtLeast {
            terms = List.copyOf(terms);
        }
    }

    /** The opposite. */
    record Negated(Detection term) implements Detection {
    }

    /** Some value of a field passes a test. */
    record FieldTest(String field, ValueTest test) implements Detection {
    }

    /** Some value of the whole payload passes a test. */
    record Keyword(ValueTest test) implements Detection {
    }

    /** True when any term is. */
    static Detection anyOf(List<? extends Detection> terms) {
        return terms.size() == 1 ? terms.getFirst() : new AtLeast(1, List.copyOf(terms));
    }

    /** True when every term is. */
    static Detection allOf(List<? extends Detection> terms) {
        return terms.size() == 1 ? terms.getFirst() : new AllOf(List.copyOf(terms));
    }
}
