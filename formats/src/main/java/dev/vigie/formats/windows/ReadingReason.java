package dev.vigie.formats.windows;

/** Why a text was read as a certain {@link StatusCode}; stronger reasons first. */
public enum ReadingReason {
    /** The symbolic name was typed. */
    SYMBOLIC_NAME,
    /** The text around the number names the kind. */
    STATED_KIND,
    /** The number of a parameter message, {@code %%1079}: in events of services a Windows error. */
    PARAMETER_MESSAGE,
    /** The high bits of the number allow no likelier kind. */
    HIGH_BITS,
    /** Of the kinds that have this number, people mostly mean this one. */
    MOST_COMMON,
    /** This kind has the number too. */
    ALSO_DEFINED,
    /** No kind is known to have the number; its size fits this one. */
    UNNAMED
}
