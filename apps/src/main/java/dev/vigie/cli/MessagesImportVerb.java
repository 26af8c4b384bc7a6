package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.Severity;
import dev.vigie.formats.events.messages.ImportSummary;
import dev.vigie.formats.events.messages.MessageImport;
import dev.vigie.rendering.Printable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie messages import}: makes a catalogue of message texts from files of Windows machines. */
@Command(name = "import")
final class MessagesImportVerb implements Callable<Integer> {
    private static final int SHOWN_PROBLEMS = 10;
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "DIR|FILE", descriptionKey = "messages.import.inputs")
    private List<String> named = List.of();

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "messages.import.out")
    private String out = "";

    @Option(names = "--merge", descriptionKey = "messages.import.merge")
    private boolean merge;

    @Option(names = "--language", paramLabel = "LANGUAGE", split = ",", descriptionKey = "messages.import.language")
    private List<String> languages = new ArrayList<>();

    @Option(names = "--all", descriptionKey = "messages.import.all")
    private boolean all;

    MessagesImportVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Path target = target();
        if (!merge && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        List<Problem> problems = new ArrayList<>();
        MessageImport imported = new MessageImport(languages, problems::add);
        read(imported, target);
        ImportSummary summary = write(imported, target);
        report(problems);
        try (PrintStream lines = session.terminal().lines()) {
            lines.println(session.texts().get("messages.import.done", Printable.of(target.toString()),
                    session.texts().number(summary.texts()), session.texts().number(summary.messageFiles()),
                    session.texts().number(summary.providers()), session.texts().number(Files.size(target) >>> 10)));
        }
        return ExitCode.FINE;
    }

    private Path target() throws IOException {
        if (!out.isEmpty()) {
            return session.terminal().path(out);
        }
        Path usual = MessageOptions.usualPlace(session)
                .orElseThrow(() -> Refusal.usage("messages.import.no-place"));
        Files.createDirectories(usual.getParent());
        return usual;
    }

    private void read(MessageImport imported, Path target) throws IOException {
        record Source(Path folder, Path file) {
        }
        List<Source> sources = new ArrayList<>();
        if (merge && Files.exists(target)) {
            sources.add(new Source(target, target));
        }
        for (String name : named) {
            Path folder = session.terminal().path(name);
            if (name.isEmpty() || !Files.exists(folder)) {
                throw new NoSuchFileException(name);
            }
            imported.candidates(folder).forEach(file -> sources.add(new Source(folder, file)));
        }
        try (Progress progress = new Progress(session, sources.size(), false)) {
            for (Source source : sources) {
                progress.step(source.file().toString());
                imported.add(source.folder(), source.file());
            }
        }
    }

    /** A catalogue appears whole or not at all. */
    private ImportSummary write(MessageImport imported, Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path unfinished = Files.createTempFile(folder, ".messages", ".tmp");
        try {
            ImportSummary summary;
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
                summary = imported.writeTo(stream);
            }
            if (summary.texts() == 0) {
                throw Refusal.input("messages.import.nothing", String.join(" ", named), summary.examined());
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return summary;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void report(List<Problem> problems) {
        List<Problem> shown = problems.stream().filter(problem -> all || problem.severity() != Severity.NOTE)
                .toList();
        int limit = all ? shown.size() : Math.min(SHOWN_PROBLEMS, shown.size());
        for (Problem problem : shown.subList(0, limit)) {
            session.tell("events.damage", problem.place().toString(), session.texts().problem(problem));
        }
        if (limit < problems.size()) {
            session.tell("messages.import.more", problems.size() - limit);
        }
    }
}
