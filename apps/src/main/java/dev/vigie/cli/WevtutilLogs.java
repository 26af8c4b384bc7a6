package dev.vigie.cli;

import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryList;
import dev.vigie.formats.events.query.QuerySyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which logs a command of {@code wevtutil} means, and what it asks of each. */
final class WevtutilLogs {
    private static final String FILE_SCHEME = "file://";
    private final Session session;
    private final Optional<LogFolder> machine;

    /**
     * The logs there are.
     *
     * @param machine a folder of logs in the place of a machine
     */
    WevtutilLogs(Session session, Optional<LogFolder> machine) {
        this.session = session;
        this.machine = machine;
    }

    /**
     * One log.
     *
     * @param name what it is called
     * @param file where it lies
     * @param filter what is asked of it; empty for everything
     */
    record Log(LogName name, Path file, Optional<EventFilter> filter) {
    }

    /** The folder in the place of a machine, which a command cannot do without. */
    LogFolder machine(WevtutilLine line) {
        return machine.orElseThrow(() -> WevtutilMachine.missing(line.command()));
    }

    /** The logs of {@code qe} and {@code epl}. */
    List<Log> asked(WevtutilLine line) throws IOException {
        String path = line.arguments().getFirst();
        if (!line.isOn(WevtutilOption.STRUCTURED_QUERY)) {
            Optional<String> query = line.value(WevtutilOption.QUERY);
            Log log = one(line, path);
            return List.of(new Log(log.name, log.file, query.isEmpty()
                    ? Optional.empty()
                    : Optional.of(QueryWarnings.parse(session, query.get()))));
        }
        if (line.value(WevtutilOption.QUERY).isPresent()) {
            throw Refusal.usage("wevtutil.error.two-queries");
        }
        return structured(line, new QueryText(session.terminal()).of("@" + path));
    }

    /** The log that a command names, as a file or as a channel. */
    Log one(WevtutilLine line, String path) throws IOException {
        boolean stated = line.options().containsKey(WevtutilOption.LOG_FILE);
        if (line.isOn(WevtutilOption.LOG_FILE)) {
            return file(path);
        }
        Optional<Log> channel = machine.flatMap(folder -> folder.log(path))
                .map(file -> new Log(LogName.ofChannel(path), file, Optional.empty()));
        if (channel.isPresent()) {
            return channel.get();
        }
        if (!stated && isFile(path)) {
            session.tell("wevtutil.note.file", path);
            return file(path);
        }
        throw machine.isPresent()
                ? Refusal.input("wevtutil.error.no-channel", path)
                : WevtutilMachine.missing(line.command());
    }

    private Log file(String path) throws IOException {
        Path file = session.terminal().path(path);
        if (!Files.exists(file)) {
            throw new NoSuchFileException(path);
        }
        return new Log(LogName.ofFile(file.toString()), file, Optional.empty());
    }

    private boolean isFile(String path) {
        try {
            return Files.isRegularFile(session.terminal().path(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private List<Log> structured(WevtutilLine line, String text) throws IOException {
        QueryList list = list(text);
        QueryWarnings.tell(session, text);
        Map<Path, Set<String>> paths = new LinkedHashMap<>();
        Map<Path, LogName> names = new LinkedHashMap<>();
        for (String path : list.paths()) {
            for (Log log : named(line, path)) {
                names.putIfAbsent(log.file, log.name);
                paths.computeIfAbsent(log.file, file -> new LinkedHashSet<>()).add(path);
            }
        }
        List<Log> logs = new ArrayList<>();
        paths.forEach((file, asking) -> list.askedOf(asking::contains)
                .ifPresent(asked -> logs.add(new Log(names.getOrDefault(file, LogName.ofFile(file.toString())),
                        file, Optional.of(asked)))));
        if (logs.isEmpty()) {
            throw Refusal.input("wevtutil.error.no-log");
        }
        return logs;
    }

    private QueryList list(String text) {
        try {
            return QueryList.parse(text);
        } catch (QuerySyntaxException e) {
            throw QueryErrors.refusal(text, e, session.texts());
        }
    }

    /** The logs that a Path of a structured query means. */
    private List<Log> named(WevtutilLine line, String path) throws IOException {
        if (path.regionMatches(true, 0, FILE_SCHEME, 0, FILE_SCHEME.length())) {
            return List.of(file(path.substring(FILE_SCHEME.length())));
        }
        LogFolder folder = machine(line);
        if (path.equals("*")) {
            return folder.logs().entrySet().stream()
                    .map(log -> new Log(LogName.ofChannel(log.getKey()), log.getValue(),
                            Optional.empty()))
                    .toList();
        }
        Optional<Path> file = folder.log(path);
        if (file.isEmpty()) {
            session.tell("wevtutil.note.no-channel", path);
        }
        return file.stream().map(found -> new Log(LogName.ofChannel(path), found, Optional.empty())).toList();
    }
}
