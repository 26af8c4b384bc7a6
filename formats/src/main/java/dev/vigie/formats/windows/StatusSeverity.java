package dev.vigie.formats.windows;

/** How bad a {@link StatusCode} says things are (MS-ERREF 2.1 and 2.3). */
public enum StatusSeverity {
    /** The call did what it should. */
    SUCCESS,
    /** NTSTATUS only: it did, and there is something to say about it. */
    INFORMATION,
    /** NTSTATUS only: it did part of it. */
    WARNING,
    /** It failed. */
    ERROR
}
