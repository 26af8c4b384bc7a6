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

    /** An event as a user names it: a number, and perhaps a word for its provider or log. */
    private record EventName(String provider, int id) {
        static Optional<EventName> of(String typed) {
            Matcher matcher = EVENT.matcher(typed.strip());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String provider = matcher.group(1) == null ? "" : matcher.group(1);
            return Optional.of(new EventName(provider, Integer.parseInt(matcher.group(2))));
        }

        /** Whether the user's word, often only the last part of a provider's name, can mean this one. */
        boolean canMean(String name) {
            return provider.isBlank() || letters(name).contains(letters(provider));
        }

        private static String letters(String name) {
            return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        }
    }

    static Meaning of(String typed, Knowledge knowledge) {
        Optional<EventName> name = EventName.of(typed);
        List<Claim> claims = knowledge.claims().values().stream().filter(claim -> says(claim, typed, name)).toList();
        List<VocabularyEntry> events = name.map(event -> events(event, knowledge)).orElse(List.of());
        // A number beside a provider's name is an event id and no code.
        boolean isEvent = !events.isEmpty() && name.filter(event -> !event.provider().isBlank()).isPresent();
        return new Meaning(knowledge.cause(typed), claims, events, isEvent ? List.of() : codes(typed));
    }

    boolean isEmpty() {
        return cause.isEmpty() && claims.isEmpty() && events.isEmpty() && codes.isEmpty();
    }

    private static boolean says(Claim claim, String typed, Optional<EventName> name) {
        String text = typed.toLowerCase(Locale.ROOT);
        return claim.terms().stream().anyMatch(term -> holdsWord(text, term.toLowerCase(Locale.ROOT)))
                || name.filter(event -> claim.events().stream().anyMatch(
                        events -> events.ids().contains(event.id()) && event.canMean(events.provider()))).isPresent();
    }

    private static boolean holdsWord(String text, String word) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(word) + "(?![\\w])").matcher(text).find();
    }

    private static List<VocabularyEntry> events(EventName name, Knowledge knowledge) {
        return knowledge.vocabulary().entries().stream()
                .filter(entry -> entry.id() == name.id() && (name.canMean(entry.provider())
                        || entry.channel().equalsIgnoreCase(name.provider())
                        || entry.sourceName().filter(name::canMean).isPresent()))
                .toList();
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
