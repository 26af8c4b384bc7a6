package dev.vigie.formats.events.evtx;

/** In which order the records of a log are asked for. */
public enum RecordOrder {
    /** By growing record id. */
    OLDEST_FIRST,
    /** By falling record id; chunks only: each chunk still gives its own records the oldest first. */
    NEWEST_FIRST
}
