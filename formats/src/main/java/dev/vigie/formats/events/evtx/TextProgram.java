package dev.vigie.formats.events.evtx;

import java.util.Arrays;

/**
 * A template compiled for one form of output: all text that is the same in each of its events, escaped and encoded, and
 * the steps that put the values between. Immutable once built, shared between threads.
 */
final class TextProgram {
    /** Stands for a template that only the tree can print. */
    static final TextProgram UNSUPPORTED = new TextProgram(new byte[0]);

    /** Bytes behind the text, so that short ranges of it can be copied as numbers. */
    private static final int PADDING = 16;

    final byte[] text;
    final Step[] steps;

    TextProgram(byte[] text, Step... steps) {
        this.text = Arrays.copyOf(text, text.length + PADDING);
        this.steps = steps;
    }
}
