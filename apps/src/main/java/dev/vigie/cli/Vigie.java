package dev.vigie.cli;

import dev.vigie.rendering.Language;
import dev.vigie.rendering.Printable;
import dev.vigie.rendering.Texts;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The {@code vigie} command: finds the verb and runs it. */
@Command(name = "vigie", versionProvider = Version.class)
public final class Vigie implements Callable<Integer> {
    private final Session session;

    // These two are handled by the parser; they are fields only to be options.
    @SuppressWarnings("UnusedVariable")
    @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "option.help",
            scope = CommandLine.ScopeType.INHERIT)
    private boolean help;

    @SuppressWarnings("UnusedVariable")
    @Option(names = {"-V", "--version"}, versionHelp = true, descriptionKey = "option.version")
    private boolean version;

    // Read before the command line is parsed, since help and errors are printed in it; declared here for help's sake.
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--lang", paramLabel = "en|fr", descriptionKey = "option.lang",
            scope = CommandLine.ScopeType.INHERIT)
    private String language = "";

    private Vigie(Session session) {
        this.session = session;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    /** Runs the command in a given world. */
    public static int run(Terminal terminal, String... arguments) {
        Optional<String> asked = askedLanguage(arguments);
        Language spoken = asked.isEmpty()
                ? Language.ofEnvironment(terminal.environment())
                : Language.of(asked.get()).orElse(Language.EN);
        Session session = new Session(terminal, Texts.in(spoken));
        if (asked.isPresent() && Language.of(asked.get()).isEmpty()) {
            return failed(session, Refusal.usage("error.language", asked.get()));
        }
        // The parser's own output is kept back: it would not tell when it cannot be written.
        StringWriter out = new StringWriter();
        PrintWriter err = new PrintWriter(new OutputStreamWriter(terminal.err(), StandardCharsets.UTF_8), true);
        CommandLine commandLine = commandLine(session, List.of(arguments)).setOut(new PrintWriter(out)).setErr(err);
        return execute(commandLine, session, out, arguments);
    }

    /** The parser lets errors through; a broken installation or memory that ran out is still ours to explain. */
    private static int execute(CommandLine commandLine, Session session, StringWriter out, String... arguments) {
        try {
            int exitCode = commandLine.execute(arguments);
            try (PrintStream lines = session.terminal().lines()) {
                lines.print(out);
            }
            return exitCode;
        } catch (ClosedOutputException | UncheckedIOException lost) {
            return failed(session, lost);
        } catch (LinkageError | VirtualMachineError e) {
            return failed(session, new IllegalStateException(e));
        }
    }

    /** The whole tree of commands, as help, completion and manual pages need it too. */
    static CommandLine commandLine(Session session) {
        return commandLine(session, List.of());
    }

    private static CommandLine commandLine(Session session, List<String> arguments) {
        CommandLine commandLine = new CommandLine(new Vigie(session));
        Verbs.addTo(commandLine, session, arguments);
        commandLine.setResourceBundle(new HelpTexts(session.texts().language()));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        // An argument that starts with @ is a query in a file, not a file of more arguments.
        commandLine.setExpandAtFiles(false);
        commandLine.setParameterExceptionHandler((exception, line) -> {
            terminalError(session, UsageErrors.say(exception, session.texts()));
            return ExitCode.USAGE;
        });
        commandLine.setExecutionExceptionHandler((exception, line, parsed) -> failed(session, exception));
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(
                session.terminal().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        return commandLine;
    }

    private static Optional<String> askedLanguage(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.startsWith("--lang=")) {
                return Optional.of(argument.substring("--lang=".length()));
            }
            if (argument.equals("--lang") && i + 1 < arguments.length) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }

    private static int failed(Session session, Exception exception) {
        Texts texts = session.texts();
        return switch (exception) {
            case Refusal refusal -> {
                terminalError(session, refusal.say(texts));
                yield refusal.exitCode();
            }
            case ClosedOutputException closed -> ExitCode.FINE;
            case NoSuchFileException missing -> {
                terminalError(session, texts.get("error.no-such-file", reason(missing)));
                yield ExitCode.COULD_NOT_CHECK;
            }
            case InvalidPathException invalid -> {
                terminalError(session, texts.get("error.no-such-file", Printable.of(invalid.getInput())));
                yield ExitCode.COULD_NOT_CHECK;
            }
            case AccessDeniedException denied -> {
                terminalError(session, texts.get("error.unreadable", reason(denied)));
                yield ExitCode.COULD_NOT_CHECK;
            }
            case FileAlreadyExistsException existing -> {
                terminalError(session, texts.get("error.would-overwrite", reason(existing)));
                yield ExitCode.USAGE;
            }
            case UncheckedIOException wrapped when wrapped.getCause() != null -> failed(session, wrapped.getCause());
            case IOException io -> {
                terminalError(session, texts.get("error.io", reason(io)));
                yield ExitCode.COULD_NOT_CHECK;
            }
            default -> {
                terminalError(session, texts.get("error.internal", Printable.of(exception.toString())));
                Arrays.stream(exception.getStackTrace()).limit(12)
                        .forEach(frame -> session.terminal().err().println("    " + frame));
                yield ExitCode.INTERNAL;
            }
        };
    }

    /** What an exception says; names of files in it may hold anything. */
    private static String reason(IOException exception) {
        String message = exception.getMessage();
        return Printable.of(message == null ? exception.getClass().getSimpleName() : message);
    }

    private static void terminalError(Session session, String text) {
        session.terminal().err().println("vigie: " + text);
    }

    /** Without a verb: asks what fails when a person is there, else prints help. */
    @Override
    public Integer call() throws Exception {
        if (session.terminal().interactive()) {
            return new Conversation(session).hold();
        }
        try (PrintStream out = session.terminal().lines()) {
            commandLine(session).usage(out);
        }
        return ExitCode.USAGE;
    }
}
