package dev.vigie.diagnosis.knowledge;

import java.util.Optional;

/**
 * One event that knowledge may use.
 *
 * @param provider the provider
 * @param sourceName its classic source name, if it has one
 * @param channel the channel
 * @param id the event id
 * @param level the level as the source writes it, may be empty
 * @param verified how it is verified: {@code S} seen in a real log, {@code M} manifest, {@code T} message table,
 *        {@code X} memory only; several letters when several hold
 * @param fields the payload as far as it is known, may be empty
 * @param from the source of the row
 */
public record VocabularyEntry(String provider, Optional<String> sourceName, String channel, int id, String level,
        String verified, String fields, String from) {
    /** Whether nothing but memory stands behind it. */
    public boolean fromMemoryOnly() {
        return verified.equals("X");
    }

    /** {@code Provider/id}: the key of its text. */
    public String key() {
        return provider + "/" + id;
    }
}
