package dev.vigie.diagnosis.sigma;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a YAML document that knows its line, counted from 1. */
sealed interface YamlValue {
    /** The line it starts in. */
    int line();

    /** What a scalar is in the core schema (YAML 1.2.2, 10.3). */
    enum Kind {
        TEXT, WHOLE, REAL, BOOL, NULL
    }

    /** A scalar with its text as written. */
    record Scalar(int line, String text, Kind kind) implements YamlValue {
    }

    /** A list. */
    record Sequence(int line, List<YamlValue> items) implements YamlValue {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys and values in the order written. */
    record Mapping(int line, Map<String, YamlValue> entries) implements YamlValue {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }
}
