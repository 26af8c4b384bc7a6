package dev.vigie.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Runs the usual verbs one after the other in one process, whose loaded classes the build keeps in the archive that
 * every later process starts from (JEP 483): what is missing in it is loaded and verified anew each time.
 */
final class Rehearsal {
    private Rehearsal() {
    }

    /**
     * Writes the logs of the demonstration into a folder and uses them.
     *
     * @param arguments the folder, which must not exist
     */
    public static void main(String[] arguments) {
        String folder = arguments[0];
        run("demo", "--dir", folder);
        run("events", "cat", folder);
        run("events", "cat", "-o", "jsonl", folder);
        run("events", "query", "-q", "*[System[Level<=2]]", folder);
        run("events", "count", folder);
        run("explain", "0x800706ba");
        // As a process begins and ends: its terminal and environment, and the logger that the JDK asks on every exit.
        Vigie.main(new String[]{"--version"});
    }

    private static void run(String... arguments) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), nowhere,
                new PrintStream(nowhere, true, StandardCharsets.UTF_8), false, false, false, false, Map.of(),
                Clock.systemUTC(), Path.of(""));
        int exitCode = Vigie.run(terminal, arguments);
        if (exitCode != ExitCode.FINE && exitCode != ExitCode.FOUND) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + exitCode);
        }
    }
}
