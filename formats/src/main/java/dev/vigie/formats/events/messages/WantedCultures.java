package dev.vigie.formats.events.messages;

import java.util.List;

/**
 * Which languages an import takes.
 *
 * @param names such as {@code fr-FR}, which also means {@code fr}; none means all
 */
record WantedCultures(List<String> names) {
    WantedCultures {
        names = names.stream().map(Cultures::spelled).toList();
    }

    /** Whether texts of a language are taken; those of no language always are. */
    boolean isWanted(String culture) {
        return names.isEmpty() || culture.isEmpty()
                || names.stream().anyMatch(name -> Cultures.chain(name).contains(culture)
                        || Cultures.chain(culture).contains(name));
    }
}
