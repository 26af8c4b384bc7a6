package dev.vigie.formats.events.evtx;

import java.io.IOException;

/** An event log file that is full: its header counts chunks in 16 bits, which end at 4 GiB. */
public final class LogFullException extends IOException {
    private static final long serialVersionUID = 1L;
    private final int chunks;

    LogFullException(int chunks) {
        super("a log holds " + chunks + " chunks at most");
        this.chunks = chunks;
    }

    /** How many chunks the file has. */
    public int chunks() {
        return chunks;
    }
}
