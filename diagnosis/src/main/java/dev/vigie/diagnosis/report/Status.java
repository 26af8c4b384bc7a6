package dev.vigie.diagnosis.report;

/** What is said of a whole machine, the worst first. */
public enum Status {
    /** A cause is confirmed or likely. */
    PROBLEM("problem"),
    /** A cause is possible. */
    POSSIBLE("possible"),
    /** The trouble is visible but its cause is not, or nothing relevant could be read. */
    NOT_ASSESSABLE("not-assessable"),
    /** Nothing was found in what could be read. */
    NONE("none");

    private final String key;

    Status(String key) {
        this.key = key;
    }

    /** The stable name in reports. */
    public String key() {
        return key;
    }
}
