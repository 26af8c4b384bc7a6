package dev.vigie.diagnosis.knowledge;

import java.util.List;

/**
 * Something users read in articles, right or not; it opens the right case and weighs nothing.
 *
 * @param id its name
 * @param events event ids the article names
 * @param terms codes and words the article prints
 * @param opens the area to look at
 * @param see the events that Windows really writes, as {@code Provider/id}
 */
public record Claim(String id, List<ClaimedEvents> events, List<String> terms, Area opens, List<String> see) {
    /** Copies the lists. */
    public Claim {
        events = List.copyOf(events);
        terms = List.copyOf(terms);
        see = List.copyOf(see);
    }

    /**
     * Event ids under the provider an article names.
     *
     * @param provider the provider, as the article names it
     * @param ids the ids
     */
    public record ClaimedEvents(String provider, List<Integer> ids) {
        /** Copies the ids. */
        public ClaimedEvents {
            ids = List.copyOf(ids);
        }
    }
}
