package dev.vigie.diagnosis.facts;

import dev.vigie.formats.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One typed thing known of a machine: present with a value, absent with a proof, or unknown for a reason.
 *
 * <p>"Not found" is never silently "absent": only a gatherer that can prove absence makes an {@link Absent}.
 *
 * @param <V> the type of the value, immutable
 */
public sealed interface Fact<V> {
    /** Whom the fact is about. */
    Subject subject();

    /** Where it comes from: sources, offsets, records. */
    List<Place> provenance();

    /**
     * A known value.
     *
     * @param subject whom the fact is about
     * @param value the value
     * @param observedAt when the source was looked at
     * @param validAt when the value held on the machine; for a log record, its time
     * @param sensitivity who may see it
     * @param provenance where it comes from
     */
    record Present<V>(Subject subject, V value, Instant observedAt, Instant validAt, Sensitivity sensitivity,
            List<Place> provenance) implements Fact<V> {
        /** Copies the provenance. */
        public Present {
            provenance = List.copyOf(provenance);
        }
    }

    /**
     * Proven absence.
     *
     * @param subject whom the fact is about
     * @param proof why it is proven, as a code
     * @param from the beginning of the interval the proof covers, empty when unbounded
     * @param to the end of that interval
     * @param provenance what was read for the proof
     */
    record Absent<V>(Subject subject, String proof, Optional<Instant> from, Instant to, List<Place> provenance)
            implements
                Fact<V> {
        /** Copies the provenance. */
        public Absent {
            provenance = List.copyOf(provenance);
        }
    }

    /**
     * Neither present nor proven absent.
     *
     * @param subject whom the fact is about
     * @param reason why it is not known, as a code
     * @param provenance what was tried
     */
    record Unknown<V>(Subject subject, String reason, List<Place> provenance) implements Fact<V> {
        /** Copies the provenance. */
        public Unknown {
            provenance = List.copyOf(provenance);
        }
    }
}
