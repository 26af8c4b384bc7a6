package dev.vigie.cli;

import dev.vigie.formats.events.query.QueryContext;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code vigie wevtutil}: the command lines of Microsoft's tool, for log files.
 *
 * <p>What stands behind the command follows Microsoft's grammar and is not looked at by the parser of the other verbs;
 * options of Vigie's own start with two dashes, which no line for Windows does.
 */
@Command(name = "wevtutil")
final class WevtutilVerb implements Callable<Integer> {
    private static final String LOGS_VARIABLE = "VIGIE_LOGS";
    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", descriptionKey = "wevtutil.command",
            completionCandidates = Names.class)
    private List<String> words = List.of();

    @Option(names = "--logs", paramLabel = "DIR", descriptionKey = "wevtutil.logs")
    private String logs = "";

    @Option(names = "--now", paramLabel = "TIME", descriptionKey = "events.now")
    private String now = "";

    @Option(names = "--strict-bookmark", descriptionKey = "bookmark.strict")
    private boolean strict;

    private WevtutilVerb(Session session) {
        this.session = session;
    }

    /** The verb with a parser that leaves everything behind the command as it is. */
    static CommandLine of(Session session) {
        return new CommandLine(new WevtutilVerb(session)).setStopAtPositional(true)
                .setUnmatchedOptionsArePositionalParams(true);
    }

    /** The commands, for shells to complete. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(WevtutilCommand.values()).map(WevtutilCommand::brief).iterator();
        }
    }

    @Override
    public Integer call() throws IOException {
        PastedText pasted = PastedText.of(ownOptions(words));
        if (pasted.isChanged()) {
            session.tell("wevtutil.warning.pasted");
        }
        WevtutilHelp help = new WevtutilHelp(session.texts());
        if (pasted.words().isEmpty() || isHelp(pasted.words().getFirst())) {
            return print(help.overview());
        }
        String name = pasted.words().getFirst();
        WevtutilCommand command = WevtutilCommand.of(name)
                .orElseThrow(() -> Refusal.usage("wevtutil.error.unknown-command", name, WevtutilHelp.names()));
        WevtutilLine line = WevtutilLine.parse(command, pasted.words().subList(1, pasted.words().size()),
                this::isFile);
        if (line.help()) {
            return print(help.of(command));
        }
        WevtutilMachine.refuseRemote(line, session);
        return run(line);
    }

    private Integer run(WevtutilLine line) throws IOException {
        return switch (line.command()) {
            case QUERY_EVENTS -> new WevtutilQuery(session, logs(), context(), strict).run(line);
            case EXPORT_LOG -> new WevtutilExport(session, logs(), context()).run(line);
            case GET_LOG_INFO -> print(new WevtutilInfo(session, logs()).status(line));
            case GET_LOG -> print(new WevtutilInfo(session, logs()).configuration(line));
            case ENUM_LOGS -> print(String.join("\n", logs().machine(line).channels()) + "\n");
            default -> throw WevtutilMachine.needed(line);
        };
    }

    private int print(String text) {
        try (PrintStream out = session.terminal().lines()) {
            out.print(text);
        }
        return ExitCode.FINE;
    }

    private static boolean isHelp(String word) {
        return word.equalsIgnoreCase("help")
                || (word.startsWith("/") || word.startsWith("-")) && WevtutilLine.isHelp(word.substring(1));
    }

    private boolean isFile(String word) {
        try {
            return Files.isRegularFile(session.terminal().path(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private WevtutilLogs logs() throws IOException {
        String folder = logs.isEmpty() ? session.terminal().environment().getOrDefault(LOGS_VARIABLE, "") : logs;
        return new WevtutilLogs(session,
                folder.isEmpty() ? Optional.empty() : Optional.of(LogFolder.of(session, folder)));
    }

    private QueryContext context() {
        return Times.context(now, session);
    }

    /** Takes out the options that start with two dashes, wherever they stand. */
    private List<String> ownOptions(List<String> typed) {
        List<String> rest = new ArrayList<>();
        for (Iterator<String> word = typed.iterator(); word.hasNext();) {
            String next = word.next();
            if (!next.startsWith("--")) {
                rest.add(next);
            } else if (next.equals("--help")) {
                rest.add("/?");
            } else if (next.equals("--strict-bookmark")) {
                strict = true;
            } else {
                ownOption(next, word);
            }
        }
        return rest;
    }

    private void ownOption(String option, Iterator<String> next) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        if (!List.of("--logs", "--now", "--lang").contains(name)) {
            throw Refusal.usage("usage.unknown-option", option);
        }
        if (equals < 0 && !next.hasNext()) {
            throw Refusal.usage("usage.missing", name);
        }
        String value = equals < 0 ? next.next() : option.substring(equals + 1);
        switch (name) {
            case "--logs" -> logs = value;
            case "--now" -> now = value;
            default -> {
                // The language was read before everything else.
            }
        }
    }
}
