package dev.vigie.diagnosis.sigma;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Literals of which at least one is found in every event that a node holds for; the rarer the better. */
final class NeededLiterals {
    /** A literal is taken to be found in one of this many values more for each of its characters. */
    private static final int RARER_PER_CHARACTER = 3;
    private static final double MAX_RARITY = 20;

    private NeededLiterals() {
    }

    /** A set of literals and about how often one of them is found. */
    private record Choice(Set<Integer> numbers, double frequency) {
    }

    /** The set; empty when the node can hold without any literal. */
    static Optional<Set<Integer>> of(Node node) {
        return choice(node).map(Choice::numbers);
    }

    private static Optional<Choice> choice(Node node) {
        return switch (node) {
            case Node.Found found -> Optional.of(new Choice(Set.of(found.number()), frequency(found.literal())));
            case Node.All(List<Node> terms) -> rarest(terms);
            case Node.Some(int _, List<Node> terms) -> together(terms);
            case Node.Tested _,Node.Not _,Node.Constant _ -> Optional.empty();
        };
    }

    private static Optional<Choice> rarest(List<Node> terms) {
        Optional<Choice> best = Optional.empty();
        for (Node term : terms) {
            Optional<Choice> choice = choice(term);
            if (choice.isPresent() && (best.isEmpty() || choice.get().frequency() < best.get().frequency())) {
                best = choice;
            }
        }
        return best;
    }

    private static Optional<Choice> together(List<Node> terms) {
        Set<Integer> numbers = new HashSet<>();
        double frequency = 0;
        for (Node term : terms) {
            Optional<Choice> choice = choice(term);
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            numbers.addAll(choice.get().numbers());
            frequency += choice.get().frequency();
        }
        return Optional.of(new Choice(numbers, frequency));
    }

    /** Numbers, such as event ids, are short and so taken to be frequent, which they are. */
    private static double frequency(Literal literal) {
        return Math.pow(RARER_PER_CHARACTER, -Math.min(MAX_RARITY, literal.folded().length()));
    }
}
