package dev.vigie.cli;

import dev.vigie.diagnosis.knowledge.Vocabulary;
import dev.vigie.diagnosis.knowledge.VocabularyEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that the diagnosis knows, for the query linter to check against. */
record KnownNames(Vocabulary vocabulary) implements dev.vigie.formats.events.query.Vocabulary {
    @Override
    public Set<String> providers() {
        return vocabulary.entries().stream().map(VocabularyEntry::provider).collect(Collectors.toSet());
    }

    @Override
    public Set<String> channels() {
        return vocabulary.entries().stream().map(VocabularyEntry::channel).collect(Collectors.toSet());
    }

    @Override
    public Set<String> channels(String provider, int eventId) {
        List<VocabularyEntry> entries = vocabulary.find(provider, eventId);
        return new HashSet<>(entries.stream().map(VocabularyEntry::channel).toList());
    }
}
