package dev.vigie.diagnosis.knowledge;

import dev.vigie.formats.windows.Sid;
import dev.vigie.formats.windows.StatusCode;

/** A literal of a condition. */
public sealed interface Literal {
    /**
     * A whole number, written in decimal or hexadecimal.
     *
     * @param number its value
     */
    record Whole(long number) implements Literal {
    }

    /**
     * Text.
     *
     * @param text without its quotes
     */
    record Text(String text) implements Literal {
    }

    /**
     * A status code by its name.
     *
     * @param name the symbolic name
     * @param code the code
     */
    record StatusName(String name, StatusCode code) implements Literal {
    }

    /**
     * A security identifier.
     *
     * @param sid the identifier
     */
    record SidLiteral(Sid sid) implements Literal {
    }
}
