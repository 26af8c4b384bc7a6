package dev.vigie.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code vigie completion}: prints a completion script for bash and zsh. */
@Command(name = "completion")
final class CompletionVerb implements Callable<Integer> {
    private final Session session;

    CompletionVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (PrintStream out = session.terminal().lines()) {
            out.print(AutoComplete.bash("vigie", Vigie.commandLine(session)));
        }
        return ExitCode.FINE;
    }
}
