package dev.vigie.formats;

import java.util.List;

/**
 * Something wrong in the input, as data: damage is reported in the stream beside what was read, never thrown.
 *
 * @param code what kind of problem
 * @param place where it was found
 * @param arguments what the sentence of the code needs, in the code's order: numbers and strings
 */
public record Problem(ProblemCode code, Place place, List<Object> arguments) {
    /** Copies the arguments. */
    public Problem {
        arguments = List.copyOf(arguments);
    }

    /** A problem with its arguments. */
    public static Problem of(ProblemCode code, Place place, Object... arguments) {
        return new Problem(code, place, List.of(arguments));
    }

    /** How much it costs. */
    public Severity severity() {
        return code.severity();
    }

    /** For logs and tests, without prose: {@code evtx.chunk.bad-crc file@0x1000 [arguments]}. */
    @Override
    public String toString() {
        return code.key() + " " + place + " " + arguments;
    }
}
