package dev.vigie.cli;

import dev.vigie.formats.events.messages.MessageCatalogue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * {@code vigie wevtutil}: the command lines of Microsoft's tool, for log files.
 *
 * <p>What stands behind the command follows Microsoft's grammar and is not looked at by the parser of the other verbs;
 * options of Vigie's own start with two dashes, which no line for Windows does.
 */
@Command(name = "wevtutil")
final class WevtutilVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", descriptionKey = "wevtutil.command",
            completionCandidates = Names.class)
    private List<String> words = List.of();

    // Declared for help's sake; what was given is read again with what stands behind the command.
    @SuppressWarnings("UnusedVariable")
    @Mixin
    private WevtutilExtensions extensions = new WevtutilExtensions();

    @Spec
    private @Nullable CommandSpec spec;

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
        WevtutilExtensions.Split split = WevtutilExtensions.split(parsed(), words);
        PastedText pasted = PastedText.of(split.words());
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
        return run(line, WevtutilExtensions.of(split.own(), line));
    }

    private ParseResult parsed() {
        return Objects.requireNonNull(spec).commandLine().getParseResult();
    }

    private Integer run(WevtutilLine line, WevtutilExtensions given) throws IOException {
        return switch (line.command()) {
            case QUERY_EVENTS -> new WevtutilQuery(session, given).run(line);
            case EXPORT_LOG -> new WevtutilExport(session, given).run(line);
            case GET_LOG_INFO -> print(new WevtutilInfo(session, given.logs(session)).status(line));
            case GET_LOG -> print(new WevtutilInfo(session, given.logs(session)).configuration(line));
            case ENUM_LOGS -> print(String.join("\n", given.logs(session).machine(line).channels()) + "\n");
            case ENUM_PUBLISHERS, GET_PUBLISHER -> publishers(line, given);
            case SET_LOG, INSTALL_MANIFEST, UNINSTALL_MANIFEST, ARCHIVE_LOG, CLEAR_LOG ->
                throw WevtutilMachine.needed(line);
        };
    }

    private int publishers(WevtutilLine line, WevtutilExtensions given) throws IOException {
        Optional<MessageCatalogue> opened = given.messages().openCatalogue(session);
        if (opened.isEmpty()) {
            throw WevtutilMachine.needed(line);
        }
        try (MessageCatalogue catalogue = opened.get()) {
            WevtutilPublishers publishers = new WevtutilPublishers(session, catalogue);
            return print(line.command() == WevtutilCommand.ENUM_PUBLISHERS
                    ? publishers.names()
                    : publishers.description(line));
        }
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
}
