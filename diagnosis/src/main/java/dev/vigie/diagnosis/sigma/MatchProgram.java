package dev.vigie.diagnosis.sigma;

import java.util.List;
import java.util.Map;

/**
 * Every rule that can match the events of one channel and id, compiled together. Immutable.
 *
 * @param rules the rules, in their order
 * @param slots the fields they look at, each once
 * @param slotsOfName for the name of a value in the event, the slots it is part of
 * @param rulesOfLiteral for each literal by its number, the rules that become possible when it is found
 * @param always rules that are possible whatever is found
 * @param testCount how many tests there are beside literals
 * @param readsAll whether keywords are looked for, in all values of the payload
 */
record MatchProgram(List<CompiledRule> rules, List<Slot> slots, Map<String, int[]> slotsOfName,
        List<int[]> rulesOfLiteral, List<Integer> always, int testCount, boolean readsAll) {
    /** The slot of all values of the payload, which keywords are looked for in. */
    static final int KEYWORDS = 0;
    /** A program without rules. */
    static final MatchProgram EMPTY = new MatchProgram(List.of(), List.of(), Map.of(), List.of(), List.of(), 0, false);

    /** A rule and what it says. */
    record CompiledRule(SigmaRule rule, Node node) {
    }

    /** A field and the literals looked for in it. */
    record Slot(FieldOrigin origin, LiteralIndex literals) {
    }
}
