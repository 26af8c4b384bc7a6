package dev.vigie.formats.windows;

/** Thrown when a text is no SDDL. */
public final class SddlSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final Fault fault;
    private final int position;

    /** What is wrong with the text. */
    public enum Fault {
        /** A part does not start with {@code O:}, {@code G:}, {@code D:} or {@code S:}. */
        PART,
        /** A part is there twice. */
        REPEATED_PART,
        /** Neither a SID nor the two letters of one. */
        TRUSTEE,
        /** The letters stand for an account of a domain that is not given. */
        DOMAIN_NEEDED,
        /** The flags of a list. */
        LIST_FLAGS,
        /** An entry does not have its parentheses and semicolons. */
        ENTRY_FORM,
        /** The type of an entry. */
        ENTRY_TYPE,
        /** The flags of an entry. */
        ENTRY_FLAGS,
        /** The rights of an entry. */
        RIGHTS,
        /** An object type is no GUID, or stands in an entry that has none. */
        OBJECT_TYPE,
        /** A condition or claim that is not supported in text. */
        CONDITION,
        /** A list is longer than 65,535 bytes. */
        TOO_LONG
    }

    SddlSyntaxException(Fault fault, int position) {
        super(fault + " at " + position);
        this.fault = fault;
        this.position = position;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** Where, in characters from the start of the text. */
    public int position() {
        return position;
    }
}
