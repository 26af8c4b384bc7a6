package dev.vigie.formats;

import java.util.Objects;

/**
 * Where in the input something was found.
 *
 * @param source the file or stream, as the user named it
 * @param offset bytes from the start of the source, or {@link #NO_OFFSET}
 * @param record the record id, or {@link #NO_RECORD}
 */
public record Place(String source, long offset, long record) {
    /** The offset of a place that is not a byte position. */
    public static final long NO_OFFSET = -1;
    /** The record id of a place outside any record. */
    public static final long NO_RECORD = -1;

    /** Checks the components. */
    public Place {
        Objects.requireNonNull(source, "source");
    }

    /** A whole source. */
    public static Place of(String source) {
        return new Place(source, NO_OFFSET, NO_RECORD);
    }

    /** A byte position in a source. */
    public static Place at(String source, long offset) {
        return new Place(source, offset, NO_RECORD);
    }

    /** {@code file}, {@code file@0x1200} or {@code file@0x1200#42}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(source);
        if (offset != NO_OFFSET) {
            text.append("@0x").append(Long.toHexString(offset));
        }
        if (record != NO_RECORD) {
            text.append('#').append(Long.toUnsignedString(record));
        }
        return text.toString();
    }
}
