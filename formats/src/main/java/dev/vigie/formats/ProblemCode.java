package dev.vigie.formats;

/**
 * A kind of problem, as an enum constant of the format that finds it.
 *
 * <p>The code carries no prose: front ends look the sentence up under {@link #key()} in their own language, with the
 * arguments of the {@link Problem}.
 */
public interface ProblemCode {
    /** The stable key of this kind of problem, in lower case with dots and hyphens: {@code evtx.chunk.bad-crc}. */
    String key();

    /** How much this kind of problem costs. */
    Severity severity();
}
