package dev.vigie.cli;

import dev.vigie.rendering.Printable;
import java.io.Closeable;
import java.io.PrintStream;

/**
 * One line on standard error that says how far a long read has come; only on a terminal, and gone when it is closed.
 * Safe for use by several threads.
 */
final class Progress implements Closeable {
    private static final int WIDTH = 30;
    private final Session session;
    private final boolean shown;
    private final long total;
    private long done;

    /** A line for a number of steps; nothing is shown when events themselves scroll by on the same terminal. */
    Progress(Session session, long total, boolean eventsScrollBy) {
        this.session = session;
        this.total = Math.max(1, total);
        this.shown = session.terminal().errorIsTerminal() && !eventsScrollBy && total > 1;
    }

    /** One step more is done. */
    synchronized void step(String what) {
        done++;
        if (shown) {
            int filled = (int) (WIDTH * Math.min(done, total) / total);
            PrintStream err = session.terminal().err();
            // Carriage return and "erase to the end of the line".
            err.print("\r[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] "
                    + session.texts().get("progress.reading", done, total, Printable.of(what)) + "\u001B[K");
            err.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (shown && done > 0) {
            session.terminal().err().print("\r\u001B[K");
            session.terminal().err().flush();
        }
    }
}
