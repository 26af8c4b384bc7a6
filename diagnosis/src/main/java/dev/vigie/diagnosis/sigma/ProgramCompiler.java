package dev.vigie.diagnosis.sigma;

import dev.vigie.diagnosis.sigma.MatchProgram.CompiledRule;
import dev.vigie.diagnosis.sigma.Node.Constant;
import dev.vigie.diagnosis.sigma.Node.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Compiles rules into one program: equal literals and tests are shared, and each rule is filed under literals of which
 * one must be found for it to match.
 */
final class ProgramCompiler {
    private static final int MIN_PREFILTER = 3;
    private final Map<FieldOrigin, Integer> slots = new LinkedHashMap<>();
    private final Map<Placed<Literal>, Found> literals = new LinkedHashMap<>();
    private final Map<Placed<ValueTest>, Node.Tested> tests = new HashMap<>();
    private final List<CompiledRule> rules = new ArrayList<>();
    private final List<Optional<Set<Integer>>> needed = new ArrayList<>();

    ProgramCompiler() {
        slots.put(FieldOrigin.same(""), MatchProgram.KEYWORDS);
    }

    /** Something looked for in a slot. */
    private record Placed<T>(int slot, T what) {
    }

    /** Adds a rule for events of a kind; one that can never match them is left out. */
    void add(SigmaRule rule, EventKind kind) {
        Node node = compile(rule.detection().root(), kind, true);
        if (node != Constant.NEVER) {
            rules.add(new CompiledRule(rule, node));
            needed.add(NeededLiterals.of(node));
        }
    }

    /** The program of all rules added. */
    MatchProgram program() {
        List<MatchProgram.Slot> compiled = new ArrayList<>();
        for (FieldOrigin origin : slots.keySet()) {
            int slot = compiled.size();
            List<Found> inSlot = literals.values().stream().filter(found -> found.slot() == slot).toList();
            compiled.add(new MatchProgram.Slot(origin, new LiteralIndex(inSlot)));
        }
        return new MatchProgram(List.copyOf(rules), List.copyOf(compiled), slotsOfName(), rulesOfLiteral(), always(),
                tests.size(), readsAll());
    }

    private boolean readsAll() {
        return literals.keySet().stream().anyMatch(placed -> placed.slot() == MatchProgram.KEYWORDS)
                || tests.keySet().stream().anyMatch(placed -> placed.slot() == MatchProgram.KEYWORDS);
    }

    private Map<String, int[]> slotsOfName() {
        Map<String, List<Integer>> lists = new HashMap<>();
        slots.forEach((origin, slot) -> {
            for (String name : origin.names()) {
                lists.computeIfAbsent(name, _ -> new ArrayList<>()).add(slot);
            }
        });
        Map<String, int[]> arrays = new HashMap<>();
        lists.forEach((name, list) -> arrays.put(name, list.stream().mapToInt(Integer::intValue).toArray()));
        return Map.copyOf(arrays);
    }

    private List<int[]> rulesOfLiteral() {
        List<List<Integer>> lists = new ArrayList<>();
        for (int number = 0; number < literals.size(); number++) {
            lists.add(new ArrayList<>());
        }
        for (int rule = 0; rule < rules.size(); rule++) {
            for (int number : needed.get(rule).orElse(Set.of())) {
                lists.get(number).add(rule);
            }
        }
        return lists.stream().map(list -> list.stream().mapToInt(Integer::intValue).toArray()).toList();
    }

    private List<Integer> always() {
        return IntStream.range(0, rules.size()).filter(rule -> needed.get(rule).isEmpty()).boxed().toList();
    }

    /**
     * Compiles a detection. What it asks of a field that these events never have is unknown; an unknown never makes a
     * hit, so it is false where it would speak for one and true where its absence would.
     */
    private Node compile(Detection detection, EventKind kind, boolean positive) {
        return switch (detection) {
            case Detection.AllOf(List<Detection> terms) -> all(compile(terms, kind, positive));
            case Detection.AtLeast(int number, List<Detection> terms) -> some(number, compile(terms, kind, positive));
            case Detection.Negated(Detection term) -> not(compile(term, kind, !positive));
            case Detection.Keyword(ValueTest test) -> test(MatchProgram.KEYWORDS, test, kind, positive);
            case Detection.FieldTest(String field, ValueTest test) -> kind.absent().contains(field)
                    ? Constant.of(!positive)
                    : test(slot(kind.origin(field)), test, kind, positive);
        };
    }

    private List<Node> compile(List<Detection> terms, EventKind kind, boolean positive) {
        return terms.stream().map(term -> compile(term, kind, positive)).toList();
    }

    private static Node all(List<Node> terms) {
        if (terms.contains(Constant.NEVER)) {
            return Constant.NEVER;
        }
        List<Node> open = terms.stream().filter(term -> term != Constant.ALWAYS).toList();
        return switch (open.size()) {
            case 0 -> Constant.ALWAYS;
            case 1 -> open.getFirst();
            default -> new Node.All(open);
        };
    }

    private static Node some(int number, List<Node> terms) {
        int certain = (int) terms.stream().filter(term -> term == Constant.ALWAYS).count();
        List<Node> open = terms.stream().filter(term -> !(term instanceof Constant)).toList();
        int missing = number - certain;
        if (missing <= 0 || missing > open.size()) {
            return Constant.of(missing <= 0);
        }
        return missing == 1 && open.size() == 1 ? open.getFirst() : new Node.Some(missing, open);
    }

    private static Node not(Node term) {
        return term instanceof Constant constant ? Constant.of(constant == Constant.NEVER) : new Node.Not(term);
    }

    private Node test(int slot, ValueTest test, EventKind kind, boolean positive) {
        return switch (test) {
            case ValueTest.Like like -> like(slot, like);
            case ValueTest.SameAs(String field, ValueTest.Part part, boolean cased) -> {
                if (kind.absent().contains(field)) {
                    yield Constant.of(!positive);
                }
                yield tested(slot, test, new FieldTester.Same(slot(kind.origin(field)), part, cased));
            }
            default -> tested(slot, test, FieldTester.of(test));
        };
    }

    /** A pattern as a literal where it is one; otherwise a test that runs only when a literal part of it was found. */
    private Node like(int slot, ValueTest.Like like) {
        SigmaString pattern = like.pattern();
        int start = 0;
        int end = pattern.length();
        while (start < end && pattern.isMany(start)) {
            start++;
        }
        while (end > start && pattern.isMany(end - 1)) {
            end--;
        }
        if (start == end) {
            ValueTest test = pattern.length() == 0 ? like : ValueTest.Present.PRESENT;
            return tested(slot, test, FieldTester.of(test));
        }
        int runEnd = runEnd(pattern, start, end);
        if (runEnd == end && !like.cased()) {
            return found(slot, pattern.text(start, end), part(start > 0, end < pattern.length()));
        }
        Node test = tested(slot, like, FieldTester.of(like));
        String longest = longestRun(pattern);
        return longest.length() < MIN_PREFILTER
                ? test
                : new Node.All(List.of(found(slot, longest, ValueTest.Part.ANYWHERE), test));
    }

    private static ValueTest.Part part(boolean openBefore, boolean openAfter) {
        if (openBefore) {
            return openAfter ? ValueTest.Part.ANYWHERE : ValueTest.Part.END;
        }
        return openAfter ? ValueTest.Part.START : ValueTest.Part.WHOLE;
    }

    /** Where the characters that begin at a place end. */
    private static int runEnd(SigmaString pattern, int start, int end) {
        int at = start;
        while (at < end && !pattern.isMany(at) && !pattern.isOne(at)) {
            at++;
        }
        return at;
    }

    private static String longestRun(SigmaString pattern) {
        String longest = "";
        for (int start = 0; start < pattern.length(); start++) {
            int end = runEnd(pattern, start, pattern.length());
            if (end - start > longest.length()) {
                longest = pattern.text(start, end);
            }
            start = end;
        }
        return longest;
    }

    private Found found(int slot, String text, ValueTest.Part part) {
        Literal literal = new Literal(Folding.fold(text), part);
        return literals.computeIfAbsent(new Placed<>(slot, literal),
                placed -> new Found(placed.slot(), literals.size(), placed.what()));
    }

    private Node tested(int slot, ValueTest test, FieldTester tester) {
        return tests.computeIfAbsent(new Placed<>(slot, test),
                placed -> new Node.Tested(placed.slot(), tests.size(), tester));
    }

    private int slot(FieldOrigin origin) {
        return slots.computeIfAbsent(origin, _ -> slots.size());
    }
}
