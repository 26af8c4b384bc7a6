package dev.vigie.formats.events;

import java.util.Locale;
import java.util.Objects;

/**
 * How an event was recovered that ordinary reading does not give, and how far its words can be trusted.
 *
 * @param origin where its record lay
 * @param template where the names of its values come from
 */
public record Recovery(Origin origin, TemplateSource template) {
    /** Checks the components. */
    public Recovery {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(template, "template");
    }

    /** Both in the words of data formats: {@code slack own}. */
    public String key() {
        return origin.key() + ' ' + template.key();
    }

    /** Where a recovered record lay. */
    public enum Origin {
        /** Behind the end of a chunk's records: left over from earlier use of the chunk or of the memory it came from. */
        SLACK,
        /** Among a chunk's records, where ordinary reading cannot decode it. */
        DAMAGED,
        /** In a chunk that is not where a log has chunks, or is in a file that is no log. */
        CHUNK,
        /** Outside any chunk. */
        LOOSE;

        /** The name in data formats. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where the template lay that names the values of a recovered record; the first is the most trustworthy. */
    public enum TemplateSource {
        /** Where the record says, or the record needs none: as sure as an event that was read. */
        OWN,
        /** Elsewhere in the file, under the same id: the values are the record's own, a name may be of another version. */
        ELSEWHERE,
        /** Nowhere: the values stand in their order, without names. */
        NONE;

        /** The name in data formats. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
