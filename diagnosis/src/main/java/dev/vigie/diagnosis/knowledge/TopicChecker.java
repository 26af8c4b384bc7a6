package dev.vigie.diagnosis.knowledge;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Checks one topic: every reference leads somewhere, everything is used, nothing weighs more than is known. */
final class TopicChecker {
    private final TopicReader.TopicFile file;
    private final Topic topic;
    private final Vocabulary vocabulary;
    private final Set<String> used = new HashSet<>();

    private TopicChecker(TopicReader.TopicFile file, Vocabulary vocabulary) {
        this.file = file;
        this.topic = file.topic();
        this.vocabulary = vocabulary;
    }

    static void check(TopicReader.TopicFile file, Vocabulary vocabulary) {
        TopicChecker checker = new TopicChecker(file, vocabulary);
        checker.events();
        checker.signals();
        checker.groups();
        checker.causes();
        checker.noise();
        checker.symptom();
        checker.unused();
    }

    private void events() {
        for (EventSet set : topic.events().values()) {
            for (int id : set.ids()) {
                if (vocabulary.find(set.provider(), set.channel(), id).isEmpty()) {
                    file.error("events/" + set.name(), set.provider() + " " + id + " in " + set.channel()
                            + " is not in the vocabulary");
                }
            }
            set.where().ifPresent(where -> ids("events/" + set.name(), set, where));
        }
    }

    private void signals() {
        for (Signal signal : topic.signals().values()) {
            String place = "signals/" + signal.name();
            Selections.visit(signal.expression(), part -> references(place, part));
            Selections.of(signal.expression()).forEach(selection -> selection(place, selection));
            if (reaches(signal, signal.name(), new HashSet<>())) {
                file.error(place, "signal '" + signal.name() + "' refers to itself");
            }
        }
    }

    private void references(String place, Expression part) {
        if (part instanceof Expression.SignalIs reference) {
            name(place, "signal", reference.signal(), "signals", topic.signals().keySet());
        } else if (part instanceof Expression.FactIs test) {
            name(place, "fact", test.fact(), "facts", topic.facts().keySet());
            FactDefinition fact = topic.facts().get(test.fact());
            for (String outcome : test.outcomes()) {
                if (fact != null && !fact.outcomes().contains(outcome)) {
                    file.error(place, "fact '" + fact.name() + "' has no outcome '" + outcome + "'");
                }
            }
        }
    }

    private void selection(String place, Selection selection) {
        name(place, "event set", selection.set(), "events", topic.events().keySet());
        EventSet set = topic.events().get(selection.set());
        if (set != null) {
            selection.condition().ifPresent(condition -> ids(place, set, condition));
        }
    }

    /** A condition that names ids names ids of its set. */
    private void ids(String place, EventSet set, Condition condition) {
        switch (condition) {
            case Condition.AllOf all -> all.terms().forEach(term -> ids(place, set, term));
            case Condition.AnyOf any -> any.terms().forEach(term -> ids(place, set, term));
            case Condition.Negated not -> ids(place, set, not.term());
            case Condition.Compare compare when compare.field() == Field.Header.ID && !compare.operator().isOrder() ->
                id(place, set, compare.literal());
            case Condition.In in when in.field() == Field.Header.ID ->
                in.literals().forEach(literal -> id(place, set, literal));
            default -> {
            }
        }
    }

    private void id(String place, EventSet set, Literal literal) {
        if (literal instanceof Literal.Whole number && !set.ids().contains((int) number.number())) {
            file.error(place, "event set '" + set.name() + "' has no id " + number.number());
        }
    }

    private boolean reaches(Signal signal, String target, Set<String> seen) {
        boolean[] found = {false};
        Selections.visit(signal.expression(), part -> {
            if (part instanceof Expression.SignalIs reference) {
                Signal next = topic.signals().get(reference.signal());
                found[0] |= reference.signal().equals(target)
                        || next != null && seen.add(next.name()) && reaches(next, target, seen);
            }
        });
        return found[0];
    }

    private void groups() {
        for (String signal : topic.groups().keySet()) {
            if (!topic.signals().containsKey(signal)) {
                file.error("groups/" + signal, "unknown signal '" + signal + "'");
            }
        }
    }

    private void causes() {
        for (Cause cause : topic.causes().values()) {
            String place = "causes/" + cause.id();
            if (!cause.id().matches("(winrm|rdp|enroll)(\\.[a-z0-9]+(-[a-z0-9]+)*){2,}")
                    || !cause.id().startsWith(topic.area().key() + ".")) {
                file.error(place, "a cause is area.object.fault of the topic's area, in lower case with hyphens");
            }
            for (Collection<String> names : List.of(cause.supports().keySet(), cause.opposes().keySet(),
                    cause.requires(), cause.excludes(), cause.clearedBy())) {
                names.forEach(name -> name(place, "signal", name, "signals", topic.signals().keySet()));
            }
            cause.fixes().forEach(fix -> name(place, "fix", fix, "fixes", topic.fixes().keySet()));
            cause.sources().forEach(source -> name(place, "source", source, "sources", topic.sources().keySet()));
            if (cause.sources().isEmpty()) {
                file.error(place, "a cause names at least one source");
            }
            reachable(place, cause);
            decisive(place, cause.supports());
            decisive(place, cause.opposes());
        }
    }

    private void reachable(String place, Cause cause) {
        if (cause.supports().values().stream().noneMatch(weight -> weight.atLeast(Weight.MODERATE))) {
            file.error(place, "no signal of moderate or more speaks for it: it could never have a word");
        }
        for (String signal : cause.supports().keySet()) {
            if (cause.opposes().containsKey(signal)) {
                file.error(place, "signal '" + signal + "' speaks for and against it");
            }
        }
    }

    private void decisive(String place, Map<String, Weight> weights) {
        weights.forEach((name, weight) -> {
            Signal signal = topic.signals().get(name);
            if (weight == Weight.DECISIVE && signal != null && dependsOnMemory(signal)) {
                file.error(place,
                        "signal '" + name + "' rests on an event known from memory only and cannot be decisive");
            }
        });
    }

    private boolean dependsOnMemory(Signal signal) {
        return Selections.closure(topic, signal.name()).stream()
                .flatMap(part -> Selections.of(part.expression()).stream()).anyMatch(this::dependsOnMemory);
    }

    private boolean dependsOnMemory(Selection selection) {
        EventSet set = topic.events().get(selection.set());
        return set != null && idsOf(set, selection).stream().anyMatch(id -> vocabulary
                .find(set.provider(), set.channel(), id).filter(VocabularyEntry::fromMemoryOnly).isPresent());
    }

    private static SortedSet<Integer> idsOf(EventSet set, Selection selection) {
        return selection.condition().map(condition -> Selections.ids(set.ids(), condition)).orElse(set.ids());
    }

    private void noise() {
        topic.noise().values().forEach(noise -> selection("noise/" + noise.id(), noise.selection()));
    }

    private void symptom() {
        topic.symptom().ifPresent(name -> name("symptom", "signal", name, "signals", topic.signals().keySet()));
        topic.askFirst().ifPresent(name -> name("ask-first", "fact", name, "facts", topic.facts().keySet()));
    }

    private void name(String place, String what, String name, String section, Set<String> known) {
        used.add(section + "/" + name);
        if (!known.contains(name)) {
            file.error(place, "unknown " + what + " '" + name + "'");
        }
    }

    private void unused() {
        for (Map.Entry<String, Set<String>> section : Map.of("signals", topic.signals().keySet(), "events",
                topic.events().keySet(), "facts", topic.facts().keySet(), "fixes", topic.fixes().keySet(), "sources",
                topic.sources().keySet()).entrySet()) {
            for (String name : section.getValue()) {
                String place = section.getKey() + "/" + name;
                if (!used.contains(place)) {
                    file.error(place, "'" + name + "' is never used");
                }
            }
        }
    }

    /** A fact that several topics name is defined the same way in each. */
    static void checkShared(List<TopicReader.TopicFile> files) {
        Map<String, FactDefinition> known = new HashMap<>();
        for (TopicReader.TopicFile file : files) {
            for (FactDefinition fact : file.topic().facts().values()) {
                FactDefinition first = known.putIfAbsent(fact.name(), fact);
                if (!Optional.ofNullable(first).orElse(fact).equals(fact)) {
                    file.error("facts/" + fact.name(),
                            "fact '" + fact.name() + "' is defined otherwise in another topic");
                }
            }
        }
    }
}
