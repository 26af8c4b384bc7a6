package dev.vigie.cli;

import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.merge.MergedEvents;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.rendering.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie events export}: writes the chosen events into a new file, an event log above all. */
@Command(name = "export")
final class EventsExportVerb implements Callable<Integer> {
    private static final String LOG_ENDING = ".evtx";
    private final Session session;

    @Mixin
    private EventSelection selection = new EventSelection();

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "events.export.out")
    private String out = "";

    @Option(names = "--force", descriptionKey = "events.export.force")
    private boolean force;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private MergeOptions merge = new MergeOptions();

    EventsExportVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (out.isEmpty()) {
            throw Refusal.usage("usage.missing", "--out");
        }
        Optional<OutputFormat> form = form();
        Optional<EventFilter> filter = selection.filter(session);
        QueryContext context = selection.context(session);
        Path target = session.terminal().path(out);
        try (EventInputs inputs = selection.inputs(session)) {
            refuseInput(target, inputs.named());
            try (OutputFile file = file(target)) {
                return form.isPresent()
                        ? writeText(inputs, file, form.get(), filter, context)
                        : writeLog(inputs, file, filter, context);
            }
        }
    }

    /** The form to write; empty for an event log. */
    private Optional<OutputFormat> form() {
        Optional<OutputFormat> named = output.named();
        if (out.toLowerCase(Locale.ROOT).endsWith(LOG_ENDING)) {
            if (named.isPresent()) {
                throw Refusal.usage("export.other-ending", out, named.get().title());
            }
            output.refuseAll(LOG_ENDING);
            return Optional.empty();
        }
        return Optional.of(named.or(() -> OutputFormat.ofFile(out))
                .orElseThrow(() -> Refusal.usage("export.unknown-ending", out)));
    }

    private OutputFile file(Path target) throws IOException {
        try {
            return new OutputFile(target, force);
        } catch (FileAlreadyExistsException _) {
            throw Refusal.usage(Files.isDirectory(target) ? "export.folder" : "export.exists", out);
        }
    }

    /** What is evidence is never replaced by a part of it, not even by force. */
    private void refuseInput(Path target, List<String> inputs) throws IOException {
        if (Files.exists(target)) {
            Path real = target.toRealPath();
            for (String named : inputs) {
                Path input = session.terminal().path(named);
                if (Files.exists(input) && real.startsWith(input.toRealPath())) {
                    throw Refusal.usage("export.onto-input", out, named);
                }
            }
        }
    }

    private int writeText(EventInputs inputs, OutputFile file, OutputFormat form, Optional<EventFilter> filter,
            QueryContext context) throws IOException {
        EventPrinter printer;
        int exitCode;
        try (OutputOptions.OpenFormat open = output.open(form, session, false);
                OutputStream stream = Files.newOutputStream(file.temporary())) {
            printer = new EventPrinter(session, open.format(), filter, context, Long.MAX_VALUE, false, false);
            exitCode = isMerged(inputs)
                    ? printer.printMerged(inputs, selection.isUnique(), stream)
                    : printer.print(inputs, stream);
        }
        if (exitCode == ExitCode.FINE) {
            file.finish();
            say(printer.printed(), 0);
        }
        return exitCode;
    }

    private int writeLog(EventInputs inputs, OutputFile file, Optional<EventFilter> filter, QueryContext context)
            throws IOException {
        try (LogExport export = new LogExport(session, context, file.temporary())) {
            if (isMerged(inputs)) {
                addMerged(inputs, export, filter, context);
            } else {
                addOneByOne(inputs, export, filter);
            }
            if (!inputs.openedAny()) {
                return ExitCode.COULD_NOT_CHECK;
            }
            export.finish();
            file.finish();
            say(export.count(), export.skipped());
            return export.skipped() == 0 ? ExitCode.FINE : ExitCode.COULD_NOT_CHECK;
        }
    }

    /** One log is copied as it is; several make one in the order of time. */
    private boolean isMerged(EventInputs inputs) throws IOException {
        return merge.isMerged(selection, inputs.all().size() > 1);
    }

    private static void addOneByOne(EventInputs inputs, LogExport export, Optional<EventFilter> filter)
            throws IOException {
        for (EventInputs.Input input : inputs.all()) {
            Optional<EventSource> opened = inputs.open(input);
            if (opened.isPresent()) {
                try (EventSource source = opened.get()) {
                    export.add(source, filter);
                }
            }
        }
    }

    private void addMerged(EventInputs inputs, LogExport export, Optional<EventFilter> filter, QueryContext context)
            throws IOException {
        try (MergedEvents merged = inputs.merged(filter, context, selection.isUnique())) {
            export.add(merged, Optional.empty());
            new DamageReport(session).tellDuplicates(merged.duplicates());
        }
    }

    private void say(long written, long skipped) {
        session.terminal().err().println(session.texts().count("export.wrote", written, Printable.of(out)));
        if (skipped > 0) {
            session.terminal().err().println(session.texts().count("export.skipped", skipped));
        }
    }
}
