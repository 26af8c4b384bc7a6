package dev.vigie.diagnosis.report;

import dev.vigie.diagnosis.facts.EventSelector;
import dev.vigie.diagnosis.facts.LogEvent;
import dev.vigie.diagnosis.facts.MachineLogs;
import dev.vigie.diagnosis.knowledge.Area;
import dev.vigie.diagnosis.knowledge.Cause;
import dev.vigie.diagnosis.knowledge.Claim;
import dev.vigie.diagnosis.knowledge.EventSet;
import dev.vigie.diagnosis.knowledge.Knowledge;
import dev.vigie.diagnosis.knowledge.Topic;
import dev.vigie.diagnosis.knowledge.VocabularyEntry;
import dev.vigie.diagnosis.reasoning.CaseLogs;
import dev.vigie.diagnosis.report.Report.Symptom;
import dev.vigie.formats.windows.StatusCodes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Understands what users type: codes, event ids, names of causes, what articles print. It weighs nothing. */
public final class SymptomReader {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.x-])\\d{1,5}(?![\\w.]*\\w)");
    private static final String SELECTOR = "symptom/";
    private final Knowledge knowledge;

    /** A reader that knows the events, causes and claims of this knowledge. */
    public SymptomReader(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** The selectors of the events that are meant, so that it can be said whether they are there. */
    public List<EventSelector> selectors(List<String> symptoms) {
        Map<String, EventSelector> selectors = new TreeMap<>();
        for (String typed : symptoms) {
            for (Named named : named(typed)) {
                selectors.put(named.selector(), new EventSelector(named.selector(), named.provider(),
                        knowledge.vocabulary().sourceName(named.provider()), Optional.empty(), Set.of(named.id())));
            }
        }
        return List.copyOf(selectors.values());
    }

    /** An event under the provider that is meant. */
    private record Named(String provider, int id) {
        String selector() {
            return SELECTOR + provider.toLowerCase(Locale.ROOT) + "/" + id;
        }

        String key() {
            return provider + "/" + id;
        }
    }

    Symptom read(String typed, CaseLogs scope, EvidenceList evidence) {
        List<Named> named = named(typed);
        List<Claim> claims = claims(typed);
        Optional<Cause> cause = knowledge.cause(typed.strip());
        List<String> codes = StatusCodes.interpret(typed).stream().map(reading -> reading.code().toString()).distinct()
                .toList();
        return new Symptom(typed, codes, named.stream().map(Named::key).filter(this::isVocabulary).toList(),
                claims.stream().map(Claim::id).toList(), cause.map(Cause::id).stream().toList(),
                areas(named, claims, cause), newest(named, scope).map(evidence::ref));
    }

    private boolean isVocabulary(String key) {
        return knowledge.vocabulary().entries().stream().anyMatch(entry -> entry.key().equals(key));
    }

    /** The events a text names: those of a provider it names, or of any provider when it names none. */
    private List<Named> named(String typed) {
        Set<Named> all = new LinkedHashSet<>();
        Set<Named> ofNamedProvider = new LinkedHashSet<>();
        for (int id : numbers(typed)) {
            for (VocabularyEntry entry : knowledge.vocabulary().find(id)) {
                Named named = new Named(entry.provider(), id);
                all.add(named);
                if (mentions(typed, entry.provider())
                        || entry.sourceName().map(name -> mentions(typed, name)).orElse(false)) {
                    ofNamedProvider.add(named);
                }
            }
            for (Claim claim : knowledge.claims().values()) {
                claim.events().stream().filter(events -> events.ids().contains(id))
                        .forEach(events -> all.add(new Named(events.provider(), id)));
            }
        }
        return List.copyOf(ofNamedProvider.isEmpty() ? all : ofNamedProvider);
    }

    private static Set<Integer> numbers(String typed) {
        Set<Integer> numbers = new TreeSet<>();
        NUMBER.matcher(typed).results().forEach(match -> numbers.add(Integer.parseInt(match.group())));
        return numbers;
    }

    private static boolean mentions(String typed, String name) {
        String text = typed.toLowerCase(Locale.ROOT);
        String wanted = name.toLowerCase(Locale.ROOT);
        String last = wanted.substring(wanted.lastIndexOf('-') + 1);
        return text.contains(wanted) || last.length() > 2 && text.contains(last);
    }

    private List<Claim> claims(String typed) {
        List<Claim> claims = new ArrayList<>();
        Set<Integer> numbers = numbers(typed);
        for (Claim claim : knowledge.claims().values()) {
            boolean meets = claim.terms().stream().anyMatch(term -> containsWord(typed, term))
                    || claim.events().stream().anyMatch(events -> events.ids().stream().anyMatch(numbers::contains));
            if (meets) {
                claims.add(claim);
            }
        }
        return claims;
    }

    private static boolean containsWord(String typed, String term) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(term) + "(?!\\w)",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(typed).find();
    }

    private List<Area> areas(List<Named> named, List<Claim> claims, Optional<Cause> cause) {
        Set<Area> areas = EnumSet.noneOf(Area.class);
        claims.forEach(claim -> areas.add(claim.opens()));
        cause.flatMap(knowledge::topicOf).ifPresent(topic -> areas.add(topic.area()));
        for (Topic topic : knowledge.topics().values()) {
            for (EventSet set : topic.events().values()) {
                if (named.stream().anyMatch(event -> set.ids().contains(event.id())
                        && set.provider().equalsIgnoreCase(event.provider()))) {
                    areas.add(topic.area());
                }
            }
        }
        return List.copyOf(areas);
    }

    private static Optional<LogEvent> newest(List<Named> named, CaseLogs scope) {
        List<LogEvent> events = new ArrayList<>();
        for (MachineLogs logs : scope.byRole().values()) {
            named.forEach(event -> events.addAll(logs.kept(event.selector()).events()));
        }
        return events.stream().filter(event -> !event.time().isAfter(scope.now())).max(LogEvent.BY_TIME);
    }
}
