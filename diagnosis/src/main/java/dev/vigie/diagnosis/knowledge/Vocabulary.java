package dev.vigie.diagnosis.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every event that knowledge may use. Immutable. */
public final class Vocabulary {
    private final List<VocabularyEntry> entries;
    private final Map<String, VocabularyEntry> byPlace;
    private final Map<String, String> sourceNames;

    /** A vocabulary of these rows, in their order. */
    public Vocabulary(List<VocabularyEntry> entries) {
        this.entries = List.copyOf(entries);
        byPlace = new HashMap<>();
        sourceNames = new HashMap<>();
        for (VocabularyEntry entry : entries) {
            byPlace.putIfAbsent(place(entry.provider(), entry.channel(), entry.id()), entry);
            entry.sourceName().ifPresent(name -> sourceNames.putIfAbsent(lower(entry.provider()), name));
        }
    }

    /** The rows, in order. */
    public List<VocabularyEntry> entries() {
        return entries;
    }

    /** The row of an event; names compare without case. */
    public Optional<VocabularyEntry> find(String provider, String channel, int id) {
        return Optional.ofNullable(byPlace.get(place(provider, channel, id)));
    }

    /** The rows of a provider's event in any channel; names compare without case. */
    public List<VocabularyEntry> find(String provider, int id) {
        return entries.stream().filter(entry -> entry.id() == id && (entry.provider().equalsIgnoreCase(provider)
                || entry.sourceName().filter(name -> name.equalsIgnoreCase(provider)).isPresent())).toList();
    }

    /** The rows of this id, whatever the provider. */
    public List<VocabularyEntry> find(int id) {
        return entries.stream().filter(entry -> entry.id() == id).toList();
    }

    /** The classic source name of a provider. */
    public Optional<String> sourceName(String provider) {
        return Optional.ofNullable(sourceNames.get(lower(provider)));
    }

    private static String place(String provider, String channel, int id) {
        return lower(provider) + '\n' + lower(channel) + '\n' + id;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
