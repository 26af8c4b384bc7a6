package dev.vigie.formats.events.evtx;

/**
 * A template compiled for one form of output: all text that is the same in each of its events, escaped and encoded, and
 * the steps that put the values between. Immutable once built, shared between threads.
 */
final class TextProgram {
    /** Stands for a template that only the tree can print. */
    static final TextProgram UNSUPPORTED = new TextProgram(new byte[0]);

    final byte[] text;
    final Step[] steps;

    TextProgram(byte[] text, Step... steps) {
        this.text = text;
        this.steps = steps;
    }
}
