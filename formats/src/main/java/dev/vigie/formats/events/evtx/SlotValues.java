package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.ValueType;
import org.jspecify.annotations.Nullable;

/** A template and where the values of one record for it lie in the chunk. */
interface SlotValues {
    /** The template. */
    Template template();

    /** The type code of a value; that of NULL for one the record does not bring. */
    int type(int slot);

    /** Where a value lies in the chunk. */
    int offset(int slot);

    /** How many bytes it has. */
    int size(int slot);

    /** The fragment a value of binary XML holds, or null for any other value. */
    @Nullable
    SlotValues nested(int slot);

    /** Whether a value is NULL or the record does not bring it. */
    default boolean isNull(int slot) {
        return type(slot) == ValueType.NULL.code();
    }
}
