package dev.vigie.diagnosis.reasoning;

/** What is said of a cause, the strongest word first. */
public enum Word {
    /** A decisive signal and a lead of 20. */
    CONFIRMED("confirmed"),
    /** A lead of 8 and something that speaks for it. */
    LIKELY("likely"),
    /** Something speaks for it, without such a lead. */
    POSSIBLE("possible"),
    /** It was the cause, and was cleared since. */
    PAST("past"),
    /** It is not the cause, for a stated reason. */
    RULED_OUT("ruled-out"),
    /** Nothing speaks for it, and something that could is unknown. */
    NOT_ASSESSABLE("not-assessable");

    private final String key;

    Word(String key) {
        this.key = key;
    }

    /** The stable name in reports. */
    public String key() {
        return key;
    }

    /** Whether it says that the cause is or may be at work now. */
    public boolean isPresent() {
        return this == CONFIRMED || this == LIKELY || this == POSSIBLE;
    }
}
