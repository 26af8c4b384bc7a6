package dev.vigie.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * The world a command runs in: its streams, surroundings and clock. Tests pass their own.
 *
 * @param in standard input
 * @param out standard output: data
 * @param err standard error: progress, warnings, errors
 * @param interactive whether a person sits at both ends
 * @param outIsTerminal whether standard output is a screen
 * @param errorIsTerminal whether standard error may show progress
 * @param colour whether output may be coloured
 * @param environment the environment variables
 * @param clock the time
 * @param folder the working folder that relative paths start from
 */
public record Terminal(InputStream in, OutputStream out, PrintStream err, boolean interactive,
        boolean outIsTerminal, boolean errorIsTerminal, boolean colour, Map<String, String> environment, Clock clock,
        Path folder) {

    /** The terminal of this process. */
    @SuppressWarnings("SystemConsoleNull") // the null check of NullAway knows the older contract
    public static Terminal ofProcess() {
        Map<String, String> environment = System.getenv();
        Console console = System.console();
        boolean interactive = console != null && console.isTerminal();
        boolean errorIsTerminal = environment.getOrDefault("VIGIE_TTY", "").contains("2") && mayColour(environment);
        boolean outIsTerminal = environment.getOrDefault("VIGIE_TTY", "").contains("1");
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Terminal(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out), err,
                interactive, outIsTerminal, errorIsTerminal, outIsTerminal && mayColour(environment), environment,
                Clock.systemUTC(), Path.of(""));
    }

    private static boolean mayColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /**
     * A print stream over standard output that does not flush each line; the caller closes or flushes it. Closing leaves
     * standard output open; what cannot be written is thrown.
     */
    public PrintStream lines() {
        return new PrintStream(new BufferedOutputStream(new Output(out), 1 << 16), false, StandardCharsets.UTF_8);
    }

    /**
     * A path as the user typed it, seen from the working folder.
     *
     * @throws java.nio.file.InvalidPathException when it can be the name of no file here
     */
    public Path path(String typed) {
        return folder.resolve(typed);
    }
}
