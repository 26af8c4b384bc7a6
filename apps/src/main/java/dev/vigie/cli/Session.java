package dev.vigie.cli;

import dev.vigie.rendering.Printable;
import dev.vigie.rendering.Texts;
import java.util.Arrays;
import java.util.List;

/**
 * What every verb is given: the world it runs in and the language it speaks.
 *
 * @param terminal streams, environment, clock
 * @param texts what to say
 */
public record Session(Terminal terminal, Texts texts) {
    /** Says something on standard error, on a line of its own; the arguments may come from files. */
    void tell(String key, Object... arguments) {
        terminal.err().println(texts.get(key, printable(Arrays.asList(arguments))));
    }

    /** Arguments of a text for a terminal: numbers as they are, everything else without control characters. */
    static Object[] printable(List<Object> arguments) {
        return arguments.stream()
                .map(argument -> argument instanceof Number ? argument : Printable.of(argument.toString())).toArray();
    }
}
