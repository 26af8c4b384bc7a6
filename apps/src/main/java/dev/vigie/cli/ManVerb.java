package dev.vigie.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie man}: prints the manual page, or writes the pages of every verb into a folder. */
@Command(name = "man")
final class ManVerb implements Callable<Integer> {
    private final Session session;

    @Option(names = "--dir", paramLabel = "DIR", descriptionKey = "man.dir")
    private String folder = "";

    ManVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine vigie = Vigie.commandLine(session);
        if (folder.isEmpty()) {
            try (PrintStream out = session.terminal().lines()) {
                out.print(ManPage.of(vigie, session.texts()));
            }
        } else {
            Path pages = session.terminal().path(folder);
            Files.createDirectories(pages);
            write(vigie, pages);
        }
        return ExitCode.FINE;
    }

    private void write(CommandLine command, Path pages) throws IOException {
        String name = command.getCommandSpec().qualifiedName("-") + ".1";
        Files.writeString(pages.resolve(name), ManPage.of(command, session.texts()));
        for (CommandLine verb : command.getSubcommands().values()) {
            write(verb, pages);
        }
    }
}
