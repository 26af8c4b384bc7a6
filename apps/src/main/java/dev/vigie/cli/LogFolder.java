package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.evtx.EvtxFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The log files of a folder under the names of their channels, as the machine they came from had them.
 *
 * <p>A channel is found by the name of its file, as Windows gives it; a file of another name, such as an export, by the
 * channel of its first event.
 */
final class LogFolder {
    /** Its log holds events of other channels. */
    private static final String FORWARDED_EVENTS = "ForwardedEvents";
    private final Session session;
    private final List<Path> files;

    private LogFolder(Session session, List<Path> files) {
        this.session = session;
        this.files = List.copyOf(files);
    }

    static LogFolder of(Session session, String name) throws IOException {
        Path folder = session.terminal().path(name);
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(name);
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(name);
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.{evtx,EVTX,Evtx}")) {
            entries.forEach(files::add);
        }
        if (files.isEmpty()) {
            throw Refusal.input("error.empty-folder", name);
        }
        files.sort(null);
        return new LogFolder(session, files);
    }

    /** The names of all channels, sorted without regard to case. */
    Set<String> channels() {
        Set<String> channels = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        files.forEach(file -> channels.add(channel(file)));
        return channels;
    }

    /** The file of a channel. */
    Optional<Path> log(String channel) {
        return files.stream().filter(file -> LogName.channelOf(file.toString()).equalsIgnoreCase(channel)).findFirst()
                .or(() -> files.stream().filter(file -> channel(file).equalsIgnoreCase(channel)).findFirst());
    }

    /** Every log under the name of its channel; of files that claim the same channel the one named so, or the first. */
    Map<String, Path> logs() {
        Map<String, Path> logs = new LinkedHashMap<>();
        channels().forEach(channel -> log(channel).ifPresent(file -> logs.put(channel, file)));
        return logs;
    }

    private String channel(Path file) {
        return channel(session, file);
    }

    /** The channel that a log file belongs to. */
    static String channel(Session session, Path file) {
        String named = LogName.channelOf(file.toString());
        String held = firstChannel(session, file);
        return held.isEmpty() || named.equalsIgnoreCase(FORWARDED_EVENTS) ? named : held;
    }

    private static String firstChannel(Session session, Path file) {
        FirstChannel first = new FirstChannel();
        try (EvtxFile log = EvtxFile.open(file)) {
            log.read(first);
        } catch (IOException e) {
            session.tell("inputs.passed-over", file);
        }
        return first.channel;
    }

    private static final class FirstChannel implements EventSink {
        private String channel = "";
        private boolean found;

        @Override
        public void event(EventCursor event) {
            channel = event.channel();
            found = true;
        }

        @Override
        public void problem(Problem problem) {
            // What is damaged is told when the events themselves are asked for.
        }

        @Override
        public boolean isFull() {
            return found;
        }
    }
}
