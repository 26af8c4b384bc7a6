package dev.vigie.cli;

import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.EvtxFormatException;
import dev.vigie.formats.events.evtx.EvtxReadOptions;
import dev.vigie.formats.events.evtx.EvtxRecovery;
import dev.vigie.formats.events.text.EventXmlReader;
import dev.vigie.rendering.Printable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Turns what the user named (files, folders, {@code -}) into sources of events.
 *
 * <p>What a file is, its first bytes decide, not its name; only in a folder do names choose what is looked at.
 */
final class EventInputs {
    private static final byte[] EVTX_MAGIC = {'E', 'l', 'f', 'F', 'i', 'l', 'e', 0};
    private static final int HEAD = 64;
    private static final int MAX_FOLDER_DEPTH = 32;
    private final Session session;
    private final boolean recover;
    private boolean openedAny;

    EventInputs(Session session) {
        this(session, false);
    }

    /**
     * The inputs of a verb.
     *
     * @param recover whether records are wanted that ordinary reading does not give, and from any file
     */
    EventInputs(Session session, boolean recover) {
        this.session = session;
        this.recover = recover;
    }

    /** Where an input comes from; what is no event log is refused when it was named, passed over when it was found. */
    private enum Origin {
        NAMED, FOLDER, STANDARD_INPUT
    }

    /** One file to read, or standard input. */
    record Input(Path file, Origin origin) {
    }

    /** What is meant by what the user named; sorted within a folder. */
    List<Input> inputs(List<String> named) throws IOException {
        List<Input> inputs = new ArrayList<>();
        for (String name : named) {
            if (name.isEmpty()) {
                // An unset variable of a script would otherwise mean the working folder.
                throw Refusal.usage("error.empty-name");
            }
            Path path = session.terminal().path(name);
            if (name.equals("-")) {
                inputs.add(new Input(path, Origin.STANDARD_INPUT));
            } else if (Files.isDirectory(path)) {
                inFolder(name, path).forEach(file -> inputs.add(new Input(file, Origin.FOLDER)));
            } else if (Files.exists(path)) {
                refuseOther(path);
                inputs.add(new Input(path, Origin.NAMED));
            } else {
                throw new NoSuchFileException(name);
            }
        }
        return inputs;
    }

    /** What is named must be a log, and is refused before anything is printed; a pipe can be looked into only once. */
    private void refuseOther(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            open(file).close();
        }
    }

    private List<Path> inFolder(String name, Path folder) throws IOException {
        // The folder may be a link; links below it are not followed, since those of a copied disk lead elsewhere.
        Path start = folder.toRealPath();
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(start, Set.of(), MAX_FOLDER_DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isLogName(file) && Files.isRegularFile(file)) {
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
        if (files.isEmpty()) {
            throw Refusal.input("error.empty-folder", name);
        }
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

    /** Opens an input; empty, with a word on standard error, for a file of a folder that is no event log. */
    Optional<EventSource> open(Input input) throws IOException {
        try {
            EventSource source = switch (input.origin()) {
                case NAMED, FOLDER -> open(input.file());
                case STANDARD_INPUT -> stream("-", session.terminal().in());
            };
            openedAny = true;
            return Optional.of(source);
        } catch (Refusal refusal) {
            if (input.origin() == Origin.FOLDER) {
                passOver(refusal);
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static boolean isLogName(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".evtx") || name.endsWith(".xml");
    }

    /** Opens one file; one that holds no events is refused with a way on. */
    private EventSource open(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw Refusal.input("error.unreadable", file);
        }
        if (!Files.isRegularFile(file)) {
            // A pipe, as <(command) of a shell is: it can be read once and has no size.
            return stream(file.toString(), Files.newInputStream(file));
        }
        byte[] head = head(file);
        if (looksLikeXml(head) && !startsWith(head, EVTX_MAGIC)) {
            return EventXmlReader.open(file);
        }
        if (recover && head.length > 0) {
            return EvtxRecovery.openWithLog(file, EvtxReadOptions.defaults());
        }
        try {
            return EvtxFile.open(file);
        } catch (EvtxFormatException e) {
            throw noEventLog(file, head);
        }
    }

    /** Events from a stream: XML as it comes, or an event log, which is first copied into a temporary file. */
    private EventSource stream(String name, InputStream stream) throws IOException {
        PushbackInputStream in = new PushbackInputStream(stream, HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.unread(head);
        if (looksLikeXml(head)) {
            return new EventXmlReader(name, new BufferedInputStream(in));
        }
        if (recover && head.length > 0) {
            return EvtxRecovery.withLog(name, spooled(in), EvtxReadOptions.defaults());
        }
        try {
            return EvtxFile.of(name, spooled(in));
        } catch (EvtxFormatException e) {
            throw noEventLog(name, head);
        }
    }

    /** A log is read by position, which a stream cannot offer. */
    private static FileChannel spooled(InputStream in) throws IOException {
        FileChannel spool = Spool.open();
        try {
            in.transferTo(Channels.newOutputStream(spool));
            return spool;
        } catch (IOException e) {
            spool.close();
            throw e;
        }
    }

    private static Refusal noEventLog(Object name, byte[] bytes) {
        if (bytes.length == 0) {
            return Refusal.input("error.empty-file", name);
        }
        return Signature.of(bytes).map(kind -> Refusal.input("error.not-an-event-log", name, kind))
                .orElseGet(() -> Refusal.input("error.no-known-file", name, Signature.firstBytes(bytes)));
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean looksLikeXml(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 64); i++) {
            int unit = bytes[i] & 0xFF;
            boolean markOrBlank = unit == 0 || unit == 0xEF || unit == 0xBB || unit == 0xBF || unit == 0xFE
                    || unit == 0xFF || Character.isWhitespace(unit);
            if (!markOrBlank) {
                return unit == '<';
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0,
                prefix.length);
    }
}
