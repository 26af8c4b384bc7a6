package dev.vigie.diagnosis.sigma;

import java.util.Locale;
import java.util.Optional;

/** How much a hit of a rule matters, as its author says. */
public enum Level {
    /** Worth knowing; also of a rule that states no level. */
    INFORMATIONAL,
    /** Seldom worth a look on its own. */
    LOW,
    /** Worth a look. */
    MEDIUM,
    /** Worth an alarm. */
    HIGH,
    /** Worth an alarm at night. */
    CRITICAL;

    /** As rules write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of a word, compared without case. */
    public static Optional<Level> of(String word) {
        for (Level level : values()) {
            if (level.name().equalsIgnoreCase(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
