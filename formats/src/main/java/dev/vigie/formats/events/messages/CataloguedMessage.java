package dev.vigie.formats.events.messages;

import java.util.List;

/**
 * A message of a provider as it stands in its file, with the places of its values.
 *
 * @param id the event id
 * @param version the version of the event; 0 for a classic one
 * @param messageId the id of the text: 32 bits, unsigned
 * @param culture the language; empty for none
 * @param text the text
 * @param values the names of the values {@code %1}, {@code %2} ...; empty when they have none
 */
public record CataloguedMessage(int id, int version, int messageId, String culture, String text,
        List<String> values) {
    /** Copies the list. */
    public CataloguedMessage {
        values = List.copyOf(values);
    }
}
