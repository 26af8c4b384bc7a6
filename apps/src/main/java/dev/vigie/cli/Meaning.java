package dev.vigie.cli;

import dev.vigie.diagnosis.knowledge.Cause;
import dev.vigie.diagnosis.knowledge.Claim;
import dev.vigie.diagnosis.knowledge.Knowledge;
import dev.vigie.diagnosis.knowledge.VocabularyEntry;
import dev.vigie.formats.windows.StatusCode;
import dev.vigie.formats.windows.StatusCodes;
import dev.vigie.formats.windows.StatusReading;
import dev.vigie.formats.windows.StatusTexts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything a text that a user typed may mean.
 *
 * @param cause the cause it names
 * @param claims what articles say of it
 * @param events the events it names
 * @param codes the codes it is or says
 */
record Meaning(Optional<Cause> cause, List<Claim> claims, List<VocabularyEntry> events, List<StatusCode> codes) {
    private static final Pattern EVENT = Pattern.compile("(?:(.*?)[\\s/:#]+)?(?:event(?:\\s*id)?\\s*)?(\\d{1,5})",
            Pattern.CASE_INSENSITIVE);

    static Meaning of(String typed, Knowledge knowledge) {
        Optional<Cause> cause = knowledge.cause(typed);
        List<Claim> claims = knowledge.claims().values().stream().filter(claim -> says(claim, typed)).toList();
        List<VocabularyEntry> events = events(typed, knowledge);
        // A number beside a provider's name is an event id and no code.
        List<StatusCode> codes = namesProvider(typed) && !events.isEmpty() ? List.of() : codes(typed);
        return new Meaning(cause, claims, events, codes);
    }

    boolean isEmpty() {
        return cause.isEmpty() && claims.isEmpty() && events.isEmpty() && codes.isEmpty();
    }

    private static boolean says(Claim claim, String typed) {
        String text = typed.toLowerCase(Locale.ROOT);
        if (claim.terms().stream().anyMatch(term -> holdsWord(text, term.toLowerCase(Locale.ROOT)))) {
            return true;
        }
        Matcher matcher = EVENT.matcher(typed.strip());
        return matcher.matches() && claim.events().stream().anyMatch(events -> events.ids()
                .contains(Integer.parseInt(matcher.group(2))) && names(events.provider(), matcher.group(1)));
    }

    private static boolean namesProvider(String typed) {
        Matcher matcher = EVENT.matcher(typed.strip());
        return matcher.matches() && matcher.group(1) != null && !matcher.group(1).isBlank();
    }

    private static boolean holdsWord(String text, String word) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(word) + "(?![\\w])").matcher(text).find();
    }

    private static List<VocabularyEntry> events(String typed, Knowledge knowledge) {
        Matcher matcher = EVENT.matcher(typed.strip());
        if (!matcher.matches()) {
            return List.of();
        }
        int id = Integer.parseInt(matcher.group(2));
        return knowledge.vocabulary().entries().stream()
                .filter(entry -> entry.id() == id && (names(entry.provider(), matcher.group(1))
                        || entry.channel().equalsIgnoreCase(matcher.group(1))
                        || entry.sourceName().map(source -> names(source, matcher.group(1))).orElse(false)))
                .toList();
    }

    /** Whether a user's name for a provider, often only its last part, can mean this one. */
    private static boolean names(String provider, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return true;
        }
        String wanted = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return provider.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").contains(wanted);
    }

    private static List<StatusCode> codes(String typed) {
        Set<StatusCode> codes = new LinkedHashSet<>();
        StatusTexts.find(typed).forEach(match -> codes.add(match.code()));
        for (StatusReading reading : StatusCodes.interpret(typed)) {
            codes.add(reading.code());
        }
        // A number nobody gave a name to is not explained by being repeated.
        return codes.stream().filter(code -> !code.allNames().isEmpty()).toList();
    }
}
