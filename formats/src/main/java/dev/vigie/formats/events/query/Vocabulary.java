package dev.vigie.formats.events.query;

import java.util.Set;

/** What is known of providers, channels and events, for {@link QueryLint} to check names against. */
public interface Vocabulary {
    /** A vocabulary that knows nothing. */
    Vocabulary EMPTY = new Vocabulary() {
        @Override
        public Set<String> providers() {
            return Set.of();
        }

        @Override
        public Set<String> channels() {
            return Set.of();
        }

        @Override
        public Set<String> channels(String provider, int eventId) {
            return Set.of();
        }
    };

    /** The names of all known providers. */
    Set<String> providers();

    /** The names of all known channels. */
    Set<String> channels();

    /** The channels a provider writes an event to; empty when that is not known. */
    Set<String> channels(String provider, int eventId);
}
