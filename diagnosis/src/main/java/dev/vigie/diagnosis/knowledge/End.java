package dev.vigie.diagnosis.knowledge;

/** One end of a selection in time. */
public enum End {
    /** The oldest event. */
    FIRST,
    /** The newest event. */
    LAST
}
