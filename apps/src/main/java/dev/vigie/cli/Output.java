package dev.vigie.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Standard output; when its reader has gone the command ends quietly. */
final class Output extends FilterOutputStream {
    Output(OutputStream out) {
        super(out);
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

    // Unchecked, since a PrintStream above would keep an IOException to itself and the loss would go unnoticed.
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
