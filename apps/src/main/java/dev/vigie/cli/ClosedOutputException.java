package dev.vigie.cli;

/** The reader of standard output has gone, as {@code head} does: nothing is wrong and nobody is left to tell. */
final class ClosedOutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
