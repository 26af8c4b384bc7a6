package dev.vigie.diagnosis.knowledge;

import java.util.Locale;

/** How much a signal says, as one of four ordinals; the points are decibans and are only added, never shown as odds. */
public enum Weight {
    /** Hardly tells causes apart. */
    WEAK(3),
    /** Speaks for it. */
    MODERATE(8),
    /** Speaks clearly for it. */
    STRONG(15),
    /** Settles it. */
    DECISIVE(30);

    private final int points;

    Weight(int points) {
        this.points = points;
    }

    /** The points. */
    public int points() {
        return points;
    }

    /** The stable name: {@code weak}, {@code moderate}, {@code strong}, {@code decisive}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is this heavy or heavier. */
    public boolean atLeast(Weight other) {
        return points >= other.points;
    }
}
