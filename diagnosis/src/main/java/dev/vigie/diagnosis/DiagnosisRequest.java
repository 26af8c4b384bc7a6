package dev.vigie.diagnosis;

import dev.vigie.diagnosis.facts.EventInput;
import dev.vigie.diagnosis.knowledge.Area;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is asked of a diagnosis.
 *
 * @param areas what to look at; empty for everything
 * @param inputs the sources, each with its role if the user named one
 * @param period how far back to look
 * @param now up to when to look; the newest record when absent
 * @param symptoms what the user saw, as typed: codes, event ids, words
 * @param answers outcomes of facts the user found out, by fact
 */
public record DiagnosisRequest(List<Area> areas, List<EventInput> inputs, Period period, Optional<Instant> now,
        List<String> symptoms, SortedMap<String, String> answers) {
    /** Copies the collections. */
    public DiagnosisRequest {
        areas = areas.isEmpty() ? List.of(Area.values()) : List.copyOf(EnumSet.copyOf(areas));
        inputs = List.copyOf(inputs);
        symptoms = List.copyOf(symptoms);
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    /** These areas in these sources, over the default period, without symptoms or answers. */
    public static DiagnosisRequest of(List<Area> areas, List<EventInput> inputs) {
        return new DiagnosisRequest(areas, inputs, Period.byDefault(), Optional.empty(), List.of(), new TreeMap<>());
    }

    /** The same with another period. */
    public DiagnosisRequest withPeriod(Period other) {
        return new DiagnosisRequest(areas, inputs, other, now, symptoms, answers);
    }

    /** The same, up to this time. */
    public DiagnosisRequest withNow(Instant time) {
        return new DiagnosisRequest(areas, inputs, period, Optional.of(time), symptoms, answers);
    }

    /** The same with these symptoms. */
    public DiagnosisRequest withSymptoms(List<String> typed) {
        return new DiagnosisRequest(areas, inputs, period, now, typed, answers);
    }

    /** The same with these answers. */
    public DiagnosisRequest withAnswers(Map<String, String> found) {
        return new DiagnosisRequest(areas, inputs, period, now, symptoms, new TreeMap<>(found));
    }

    /** How far back to look. */
    public sealed interface Period {
        /** Thirty days before now, unless something else is asked. */
        static Period byDefault() {
            return new Last(Duration.ofDays(30));
        }

        /**
         * A span before now.
         *
         * @param span how long
         */
        record Last(Duration span) implements Period {
        }

        /**
         * From a time on.
         *
         * @param time the beginning
         */
        record From(Instant time) implements Period {
        }

        /** Everything there is. */
        enum All implements Period {
            /** The only one. */
            ALL
        }

        /** The beginning of the period that ends now; empty for everything. */
        default Optional<Instant> since(Instant now) {
            return switch (this) {
                case Last last -> Optional.of(now.minus(last.span()));
                case From from -> Optional.of(from.time());
                case All _ -> Optional.empty();
            };
        }
    }
}
