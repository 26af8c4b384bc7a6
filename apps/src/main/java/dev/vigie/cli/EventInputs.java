package dev.vigie.cli;

import dev.vigie.formats.archives.ArchiveLimits;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.EvtxReadOptions;
import dev.vigie.formats.events.merge.MergedEvents;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.rendering.Printable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the user named (files, folders, archives, {@code -}) into sources of events.
 *
 * <p>What a file is, its first bytes decide, not its name; only in a folder or an archive do names choose what is looked
 * at. Closing this removes what archives were unpacked into; sources are closed apart, before.
 */
final class EventInputs implements Closeable {
    private static final int MAX_FOLDER_DEPTH = 32;
    private final Session session;
    private final List<String> named;
    private final ArchivedLogs logs;
    private @Nullable List<Input> all;
    private boolean openedAny;
    private boolean havePipe;

    /** The inputs of some names, archives within the limits by default. */
    EventInputs(Session session, List<String> named) {
        this(session, named, ArchiveLimits.defaults(), false);
    }

    /**
     * The inputs of some names.
     *
     * @param recover whether records are wanted that ordinary reading does not give, and from any file
     */
    EventInputs(Session session, List<String> named, ArchiveLimits limits, boolean recover) {
        this.session = session;
        this.named = List.copyOf(named);
        // Compiled templates are shared by all logs of a run.
        this.logs = new ArchivedLogs(new LogOpener(session, EvtxReadOptions.defaults(), recover), limits);
    }

    /**
     * One log to read.
     *
     * @param name the file, as the user named it; of a member of an archive {@code archive!member}
     * @param isFound whether it was found in a folder or archive: what is no event log is passed over then, but refused
     *        when it was named itself
     * @param opening how it is opened
     */
    record Input(String name, boolean isFound, Opening opening) {
    }

    /** How a log is opened; more than once unless it comes through a pipe. */
    @FunctionalInterface
    interface Opening {
        /**
         * Opens it.
         *
         * @throws Refusal when it is no log
         */
        EventSource open() throws IOException;
    }

    /** What the user named, also in lists. */
    List<String> named() {
        return named;
    }

    /** What is meant by what the user named; sorted within a folder, in the order of an archive within that. */
    List<Input> all() throws IOException {
        if (all == null) {
            all = List.copyOf(found());
        }
        return all;
    }

    private List<Input> found() throws IOException {
        List<Input> inputs = new ArrayList<>();
        for (String name : named) {
            if (name.isEmpty()) {
                // An unset variable of a script would otherwise mean the working folder.
                throw Refusal.usage("error.empty-name");
            }
            inputs.addAll(meantBy(name));
        }
        return inputs;
    }

    private List<Input> meantBy(String name) throws IOException {
        if (name.equals("-")) {
            return in(name, new InputBytes.Once(session.terminal().in()));
        }
        Path path = session.terminal().path(name);
        if (Files.isDirectory(path)) {
            return inFolder(name, path);
        }
        if (Files.notExists(path)) {
            throw new NoSuchFileException(name);
        }
        if (!Files.isReadable(path)) {
            throw Refusal.input("error.unreadable", path);
        }
        // A pipe, as <(command) of a shell is, can be read once and has no size.
        return in(path.toString(), Files.isRegularFile(path)
                ? new InputBytes.OnDisk(path)
                : new InputBytes.Once(Files.newInputStream(path)));
    }

    private List<Input> in(String name, InputBytes bytes) throws IOException {
        havePipe |= bytes instanceof InputBytes.Once;
        List<Input> inputs = logs.in(name, bytes, false);
        if (inputs.isEmpty()) {
            throw Refusal.input("error.empty-archive", name);
        }
        return inputs;
    }

    private List<Input> inFolder(String name, Path folder) throws IOException {
        List<Input> inputs = new ArrayList<>();
        for (Path file : filesIn(folder)) {
            inputs.addAll(Files.isReadable(file)
                    ? logs.in(file.toString(), new InputBytes.OnDisk(file), true)
                    : List.of(unreadable(file)));
        }
        if (inputs.isEmpty()) {
            throw Refusal.input("error.empty-folder", name);
        }
        return inputs;
    }

    private static Input unreadable(Path file) {
        return new Input(file.toString(), true, () -> {
            throw Refusal.input("error.unreadable", file);
        });
    }

    private List<Path> filesIn(Path folder) throws IOException {
        // The folder may be a link; links below it are not followed, since those of a copied disk lead elsewhere.
        Path start = folder.toRealPath();
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(start, Set.of(), MAX_FOLDER_DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (ArchivedLogs.isWanted(file.getFileName().toString()) && Files.isRegularFile(file)) {
                    files.add(folder.resolve(start.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
                if (file.equals(start)) {
                    throw reason;
                }
                passOver(Refusal.input("error.unreadable", file));
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }

    private void passOver(Refusal refusal) {
        session.tell("inputs.passed-over",
                Printable.of(refusal.say(session.texts()).lines().findFirst().orElseThrow()));
    }

    /** Whether at least one source could be opened so far. */
    boolean openedAny() {
        return openedAny;
    }

    /** Whether one of them can be read only once. */
    boolean haveAPipe() {
        return havePipe;
    }

    /** Opens an input; empty, with a word on standard error, for what was found and is no event log. */
    Optional<EventSource> open(Input input) throws IOException {
        try {
            EventSource source = input.opening().open();
            openedAny = true;
            return Optional.of(source);
        } catch (Refusal refusal) {
            if (input.isFound()) {
                passOver(refusal);
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /**
     * All inputs as one source in the order of time, as far as they can be opened.
     *
     * @param filter which events are wanted; others may come too, as not every source can choose
     * @param unique whether duplicates are left out
     */
    MergedEvents merged(Optional<EventFilter> filter, QueryContext context, boolean unique) throws IOException {
        List<EventSource> sources = new ArrayList<>();
        MergedEvents merged = null;
        try {
            for (Input input : all()) {
                open(input).map(source -> source instanceof EvtxFile log && filter.isPresent()
                        ? log.select(filter.get(), context)
                        : source).ifPresent(sources::add);
            }
            merged = new MergedEvents(String.join(", ", named), sources, Spool::open, unique);
            return merged;
        } finally {
            if (merged == null) {
                new MergedEvents("", sources, Spool::open, unique).close();
            }
        }
    }

    /** What archives were unpacked into so far. */
    List<Path> spools() {
        return logs.spools();
    }

    @Override
    public void close() throws IOException {
        logs.close();
    }
}
