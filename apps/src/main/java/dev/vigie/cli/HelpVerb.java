package dev.vigie.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code vigie help [VERB...]}: the help of Vigie or of one verb. */
@Command(name = "help")
final class HelpVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "VERB", descriptionKey = "help.verb")
    private List<String> verbs = List.of();

    HelpVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        CommandLine line = Vigie.commandLine(session);
        for (String verb : verbs) {
            CommandLine next = line.getSubcommands().get(verb);
            if (next == null) {
                throw Refusal.usage("help.no-such-verb", verb, String.join(", ", line.getSubcommands().keySet()));
            }
            line = next;
        }
        try (PrintStream out = session.terminal().lines()) {
            line.usage(out);
        }
        return ExitCode.FINE;
    }
}
