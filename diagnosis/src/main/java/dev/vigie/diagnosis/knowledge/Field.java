package dev.vigie.diagnosis.knowledge;

import java.util.Locale;

/** A field of an event, as a condition names it. */
public sealed interface Field {
    /** A field of the System element that conditions can name. */
    enum Header implements Field {
        /** The event id. */
        ID,
        /** The level. */
        LEVEL,
        /** The provider's name. */
        PROVIDER,
        /** The channel. */
        CHANNEL,
        /** The computer. */
        COMPUTER,
        /** The user's SID. */
        USER,
        /** The process id. */
        PID,
        /** The high 16 bits of a classic message id. */
        QUALIFIERS;

        /** As conditions write it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A named value of the payload.
     *
     * @param name compared exactly
     */
    record Named(String name) implements Field {
    }

    /**
     * A value of the payload by position, whatever its name.
     *
     * @param index from 1
     */
    record Indexed(int index) implements Field {
    }

    /** The last value of the payload. */
    enum Last implements Field {
        /** The only one. */
        LAST
    }

    /**
     * The status code a field holds, as a number or as the sentence Windows prints for it.
     *
     * @param of the field
     */
    record Status(Field of) implements Field {
    }

    /**
     * The SID a field holds.
     *
     * @param of the field
     */
    record SidOf(Field of) implements Field {
    }

    /**
     * The number a field holds, also when it was written as text.
     *
     * @param of the field
     */
    record NumberOf(Field of) implements Field {
    }

    /** The kind of value a field gives. */
    enum Kind {
        /** A whole number. */
        NUMBER,
        /** Text, compared without case. */
        TEXT,
        /** A status code. */
        STATUS,
        /** A security identifier. */
        SID,
        /** Whatever the provider wrote. */
        ANY
    }

    /** The kind of value this field gives. */
    default Kind kind() {
        return switch (this) {
            case Header header -> switch (header) {
                case ID, LEVEL, PID, QUALIFIERS -> Kind.NUMBER;
                case PROVIDER, CHANNEL, COMPUTER -> Kind.TEXT;
                case USER -> Kind.SID;
            };
            case Named _,Indexed _,Last _ -> Kind.ANY;
            case Status _ -> Kind.STATUS;
            case SidOf _ -> Kind.SID;
            case NumberOf _ -> Kind.NUMBER;
        };
    }
}
