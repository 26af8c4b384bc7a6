package dev.vigie.diagnosis.knowledge;

import java.util.Locale;

/** How often a cause is met, before anything is known. */
public enum Prior {
    /** Met every week. */
    COMMON(0),
    /** Met now and then. */
    UNCOMMON(-3),
    /** Met once in years. */
    RARE(-5);

    private final int points;

    Prior(int points) {
        this.points = points;
    }

    /** The points. */
    public int points() {
        return points;
    }

    /** The stable name: {@code common}, {@code uncommon}, {@code rare}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
