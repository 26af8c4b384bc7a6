package dev.vigie.cli;

import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.rendering.Printable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code wevtutil epl}: writes the events asked for into a log file of their own. */
final class WevtutilExport {
    private final Session session;
    private final WevtutilExtensions given;

    WevtutilExport(Session session, WevtutilExtensions given) {
        this.session = session;
        this.given = given;
    }

    int run(WevtutilLine line) throws IOException {
        List<WevtutilLogs.Log> asked = given.logs(session).asked(line);
        String name = line.arguments().getLast();
        Path target = session.terminal().path(name);
        refuseInput(target, name, asked);
        try (OutputFile file = file(target, name, line.isOn(WevtutilOption.OVERWRITE));
                LogExport export = new LogExport(session, given.context(session), file.temporary())) {
            for (WevtutilLogs.Log log : asked) {
                try (EvtxFile source = LogFile.open(session, log.file())) {
                    export.add(source, log.filter());
                }
            }
            export.finish();
            file.finish();
            say("export.wrote", export.count(), Printable.of(name));
            if (export.skipped() > 0) {
                say("export.skipped", export.skipped());
            }
            return export.skipped() == 0 ? ExitCode.FINE : ExitCode.COULD_NOT_CHECK;
        }
    }

    private static OutputFile file(Path target, String name, boolean overwrite) throws IOException {
        try {
            return new OutputFile(target, overwrite);
        } catch (FileAlreadyExistsException _) {
            throw Refusal.usage(Files.isDirectory(target) ? "export.folder" : "wevtutil.error.exists", name);
        }
    }

    /** What is evidence is never replaced by a part of it, not even when replacing is allowed. */
    private static void refuseInput(Path target, String name, List<WevtutilLogs.Log> asked) throws IOException {
        for (WevtutilLogs.Log log : asked) {
            if (Files.exists(target) && Files.isSameFile(target, log.file())) {
                throw Refusal.usage("export.onto-input", name, name);
            }
        }
    }

    private void say(String key, long number, Object... arguments) {
        session.terminal().err().println(session.texts().count(key, number, arguments));
    }
}
