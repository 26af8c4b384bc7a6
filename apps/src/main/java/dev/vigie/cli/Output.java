package dev.vigie.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Standard output. When its reader has gone the command ends quietly; any other failure is thrown unchecked, so that no
 * {@link java.io.PrintStream} on the way can swallow it and a command that lost its output cannot end well.
 */
final class Output extends FilterOutputStream {
    Output(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int single) {
        write(new byte[]{(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw closedOr(e);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw closedOr(e);
        }
    }

    /** Flushes only: the process goes on to say more. */
    @Override
    public void close() {
        flush();
    }

    private static RuntimeException closedOr(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        // EPIPE has no exception of its own; these are the words of Linux, macOS and Windows.
        if (message.contains("broken pipe") || message.contains("pipe is being closed")
                || message.contains("pipe has been ended")) {
            return new ClosedOutputException();
        }
        return new UncheckedIOException(e);
    }
}
