package dev.vigie.diagnosis.sigma;

import java.util.List;
import java.util.Map;

/**
 * Every rule that can match the events of one channel and id, compiled together. Immutable.
 *
 * @param rules the rules, in their order
 * @param slots the fields they look at, each once
 * @param slotsOfName for the name of a value in the event, the slots it is part of
 * @param indexes for each slot, its literals
 * @param numbers for each slot, the numbers of its literals in the program
 * @param literalCount how many literals there are
 * @param testCount how many other tests there are
 * @param rulesOfLiteral for each literal, the rules that become possible when it is found
 * @param readsAll whether keywords are looked for, in all values of the payload
 * @param always rules that are possible whatever is found
 */
record MatchProgram(List<CompiledRule> rules, List<FieldOrigin> slots, Map<String, int[]> slotsOfName,
        LiteralIndex[] indexes, int[][] numbers, int literalCount, int testCount, int[][] rulesOfLiteral,
        boolean readsAll, int[] always) {
    /** The slot of all values of the payload, which keywords are looked for in. */
    static final int KEYWORDS = 0;
    /** A program without rules. */
    static final MatchProgram EMPTY = new MatchProgram(List.of(), List.of(), Map.of(), new LiteralIndex[0],
            new int[0][], 0, 0, new int[0][], false, new int[0]);

    /** A rule and what it says. */
    record CompiledRule(SigmaRule rule, Node node) {
    }
}
