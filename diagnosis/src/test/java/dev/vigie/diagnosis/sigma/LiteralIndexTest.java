package dev.vigie.diagnosis.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class LiteralIndexTest {
    private static final List<ValueTest.Part> PARTS = List.of(ValueTest.Part.values());

    @RepeatedTest(200)
    void find_anyLiteralsInAnyText_findsWhatLookingForEachAloneFinds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Node.Found> literals = new ArrayList<>();
        for (int i = random.nextInt(60); i >= 0; i--) {
            ValueTest.Part part = PARTS.get(random.nextInt(PARTS.size()));
            literals.add(new Node.Found(0, 100 + i, new Literal(text(random, 1 + random.nextInt(7)), part)));
        }
        LiteralIndex index = new LiteralIndex(literals);
        for (int i = 0; i < 20; i++) {
            String value = text(random, random.nextInt(30));
            Set<Integer> found = new TreeSet<>();
            index.find(value.toCharArray(), value.length(), found::add);

            Set<Integer> expected = new TreeSet<>();
            literals.stream().filter(literal -> isIn(literal.literal(), value))
                    .forEach(literal -> expected.add(literal.number()));
            assertThat(found).as(value).isEqualTo(expected);
        }
    }

    private static boolean isIn(Literal literal, String value) {
        return switch (literal.part()) {
            case WHOLE -> value.equals(literal.folded());
            case START -> value.startsWith(literal.folded());
            case END -> value.endsWith(literal.folded());
            case ANYWHERE -> value.contains(literal.folded());
        };
    }

    /** Few different characters, the NUL among them, so that much is found. */
    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("ab\0".charAt(random.nextInt(3)));
        }
        return text.toString();
    }
}
