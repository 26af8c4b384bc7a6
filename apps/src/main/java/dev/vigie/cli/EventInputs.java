package dev.vigie.cli;

import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.EvtxFormatException;
import dev.vigie.formats.events.text.EventXmlReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
    private final Terminal terminal;

    EventInputs(Session session) {
        this.session = session;
        this.terminal = session.terminal();
    }

    /**
     * The event logs meant, each checked to be one before anything is printed. A file that was named must be one; in a
     * folder, another is passed over with a word. {@code -} is left out. Sorted within a folder.
     */
    List<Path> logs(List<String> named) throws IOException {
        List<Path> logs = new ArrayList<>();
        for (String name : named) {
            boolean folder = Files.isDirectory(terminal.path(name));
            for (Path file : name.equals("-") ? List.<Path>of() : files(name)) {
                if (isLog(file, folder)) {
                    logs.add(file);
                }
            }
        }
        return logs;
    }

    private boolean isLog(Path file, boolean inFolder) throws IOException {
        try {
            open(file).close();
            return true;
        } catch (Refusal refusal) {
            if (!inFolder) {
                throw refusal;
            }
            session.tell("diagnose.passed-over", refusal.say(session.texts()));
            return false;
        }
    }

    private List<Path> files(String name) throws IOException {
        Path path = terminal.path(name);
        if (Files.isDirectory(path)) {
            return inFolder(name, path);
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(name);
        }
        return List.of(path);
    }

    private static List<Path> inFolder(String name, Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder, MAX_FOLDER_DEPTH)) {
            List<Path> files = found.filter(Files::isRegularFile).filter(EventInputs::isLogName).sorted().toList();
            if (files.isEmpty()) {
                throw Refusal.input("error.empty-folder", name);
            }
            return files;
        }
    }

    private static boolean isLogName(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".evtx") || name.endsWith(".xml");
    }

    /** Opens one file; one that holds no events is refused with a way on. */
    EventSource open(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw Refusal.input("error.unreadable", file);
        }
        byte[] head = head(file);
        if (looksLikeXml(head) && !startsWith(head, EVTX_MAGIC)) {
            return EventXmlReader.open(file);
        }
        try {
            return EvtxFile.open(file);
        } catch (EvtxFormatException e) {
            throw Refusal.input("error.not-an-event-log", file, Signature.of(head));
        }
    }

    /** Events from standard input: XML as it comes, or an event log, which is first copied into a temporary file. */
    EventSource standardInput() throws IOException {
        PushbackInputStream in = new PushbackInputStream(terminal.in(), HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.unread(head);
        if (looksLikeXml(head)) {
            return new EventXmlReader("-", new BufferedInputStream(in));
        }
        try {
            return EvtxFile.of("-", spooled(in));
        } catch (EvtxFormatException e) {
            throw Refusal.input("error.not-an-event-log", "-", Signature.of(head));
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

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean looksLikeXml(byte[] bytes) {
        for (byte each : bytes) {
            int unit = each & 0xFF;
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
