package dev.vigie.formats.events.messages;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How events are put into words.
 *
 * @param cultures the wanted languages, the most wanted first, such as {@code fr-FR}; each also stands for its parents,
 *        and when none has a text any language is taken
 * @param zone the time zone of times inside messages
 */
public record RenderingOptions(List<String> cultures, ZoneId zone) {
    /** English of the United States, times in UTC. */
    public static final RenderingOptions DEFAULT = new RenderingOptions(List.of("en-US"), ZoneOffset.UTC);

    /** Copies the list. */
    public RenderingOptions {
        cultures = List.copyOf(cultures);
    }

    /** The places of languages in the order in which they are wanted. */
    int[] order(List<String> available) {
        int[] ranks = new int[available.size()];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = rank(available.get(i));
        }
        return IntStream.range(0, ranks.length).boxed()
                .sorted(Comparator.comparingInt(place -> ranks[place])).mapToInt(Integer::intValue)
                .toArray();
    }

    /** Exactly what is wanted comes first, then its parent, a sibling, English, text of no language, the rest. */
    private int rank(String culture) {
        int rank = 0;
        for (String wanted : cultures) {
            for (String parent : Cultures.chain(wanted)) {
                if (culture.equalsIgnoreCase(parent)) {
                    return rank;
                }
                rank++;
            }
            if (Cultures.chain(culture).contains(Cultures.chain(wanted).getLast())) {
                return rank;
            }
            rank++;
        }
        return switch (culture) {
            case "en-US" -> rank;
            case "" -> rank + 1;
            default -> rank + 2;
        };
    }
}
