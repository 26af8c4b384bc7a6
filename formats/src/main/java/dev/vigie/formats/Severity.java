package dev.vigie.formats;

/** How much a {@link Problem} costs the reader. */
public enum Severity {
    /** Worth knowing; nothing was lost. */
    NOTE,
    /** Something is odd or was repaired; what was read is still right. */
    WARNING,
    /** Something was lost: a record, a value, a chunk. */
    DAMAGE
}
