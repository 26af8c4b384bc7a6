package dev.vigie.formats.events.query;

import dev.vigie.formats.events.query.NumberSet.Range;
import dev.vigie.formats.events.query.ParsedQuery.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks providers and channels of a query against a vocabulary. */
final class VocabularyLint {
    private static final String COMMON_PREFIX = "microsoft-windows-";
    private static final int NEAR = 2;
    private static final int LONGEST_NAME = 128;
    private static final int MOST_IDS = 64;
    private final Vocabulary vocabulary;

    VocabularyLint(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Checks the name of a provider, which is compared exactly. */
    void provider(QueryEditor editor, Literal literal) {
        String name = literal.text();
        if (vocabulary.providers().contains(name)) {
            return;
        }
        boolean channel = vocabulary.channels().stream().anyMatch(name::equalsIgnoreCase);
        String meant = channel && name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
        Optional<String> known = known(meant);
        if (channel) {
            replace(editor, QueryLintCode.PROVIDER_IS_CHANNEL, literal, known, name);
        } else if (known.isPresent()) {
            replace(editor, QueryLintCode.PROVIDER_MISSPELT, literal, known, name, known.get());
        }
    }

    private static void replace(QueryEditor editor, QueryLintCode code, Literal literal, Optional<String> known,
            Object... arguments) {
        if (known.isPresent()) {
            editor.replace(code, literal, Literal.string(known.get()).toString(), arguments);
        } else {
            editor.report(code, literal, arguments);
        }
    }

    private Optional<String> known(String name) {
        if (name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String folded = fold(name);
        return vocabulary.providers().stream().filter(provider -> distance(fold(provider), folded) <= NEAR)
                .min(Comparator.comparingInt((String provider) -> distance(fold(provider), folded))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Case and the prefix most providers have are the commonest mistakes and count for nothing. */
    private static String fold(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(COMMON_PREFIX) ? lower.substring(COMMON_PREFIX.length()) : lower;
    }

    /** The Levenshtein distance; names that differ in length by more than {@link #NEAR} are just far apart. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > NEAR) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    /**
     * Events that are never written to a channel.
     *
     * @param finding the finding on the first of them, without correction
     * @param right the one channel all of them are written to, if there is one
     */
    record WrongChannel(LintFinding finding, Optional<String> right) {
    }

    /** Checks whether what a query asks for is written to a channel. */
    Optional<WrongChannel> channel(SystemConstraints constraints, String channel, Span span) {
        Set<String> providers = constraints.providers().orElse(Set.of());
        List<Range> ranges = constraints.eventIds().map(NumberSet::ranges).orElse(List.of());
        Set<String> right = new TreeSet<>();
        LintFinding first = null;
        for (String provider : providers) {
            for (Range range : ranges) {
                for (long id = range.first(); range.contains(id) && id - range.first() < MOST_IDS; id++) {
                    Set<String> known = vocabulary.channels(provider, (int) id);
                    right.addAll(known);
                    if (!known.isEmpty() && known.stream().noneMatch(channel::equalsIgnoreCase) && first == null) {
                        first = LintFinding.of(QueryLintCode.WRONG_CHANNEL, span, provider, id, channel,
                                String.join(", ", new TreeSet<>(known)));
                    }
                }
            }
        }
        return first == null
                ? Optional.empty()
                : Optional.of(new WrongChannel(first,
                        right.size() == 1 ? Optional.of(right.iterator().next()) : Optional.empty()));
    }
}
