package dev.vigie.cli;

import dev.vigie.rendering.Texts;

/**
 * What every verb is given: the world it runs in and the language it speaks.
 *
 * @param terminal streams, environment, clock
 * @param texts what to say
 */
public record Session(Terminal terminal, Texts texts) {
    /** Says something on standard error, on a line of its own. */
    void tell(String key, Object... arguments) {
        terminal.err().println(texts.get(key, arguments));
    }
}
