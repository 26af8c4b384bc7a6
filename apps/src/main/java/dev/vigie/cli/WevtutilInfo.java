package dev.vigie.cli;

import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.rendering.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.DosFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** {@code wevtutil gli} and {@code gl}: what is known of a log. */
final class WevtutilInfo {
    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** FILE_ATTRIBUTE_NORMAL: a file without any other attribute. */
    private static final int NORMAL = 0x80;
    private final Session session;
    private final WevtutilLogs logs;

    WevtutilInfo(Session session, WevtutilLogs logs) {
        this.session = session;
        this.logs = logs;
    }

    /** The status of a log, in the layout of {@code wevtutil gli}. */
    String status(WevtutilLine line) throws IOException {
        Path path = logs.one(line, line.arguments().getFirst()).file();
        try (EvtxFile file = LogFile.open(session, path)) {
            LogRange range = LogRange.of(file);
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            session.tell("wevtutil.note.copy");
            return "creationTime: " + time(attributes.creationTime()) + "\n"
                    + "lastAccessTime: " + time(attributes.lastAccessTime()) + "\n"
                    + "lastWriteTime: " + time(attributes.lastModifiedTime()) + "\n"
                    + "fileSize: " + attributes.size() + "\n"
                    + attributes(path).map(bits -> "attributes: " + bits + "\n").orElse("")
                    + "numberOfLogRecords: " + range.count() + "\n"
                    + "oldestRecordNumber: " + range.oldest() + "\n";
        }
    }

    private static String time(FileTime time) {
        return TIME.format(time.toInstant());
    }

    /** The attributes as Windows numbers them, where the file system knows any. */
    private static Optional<Integer> attributes(Path path) {
        DosFileAttributeView view = Files.getFileAttributeView(path, DosFileAttributeView.class);
        if (view == null) {
            return Optional.empty();
        }
        try {
            DosFileAttributes attributes = view.readAttributes();
            int bits = (attributes.isReadOnly() ? 0x1 : 0) | (attributes.isHidden() ? 0x2 : 0)
                    | (attributes.isSystem() ? 0x4 : 0) | (attributes.isArchive() ? 0x20 : 0);
            return Optional.of(bits == 0 ? NORMAL : bits);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What a file tells of the configuration of its log, in the layout of {@code wevtutil gl}. */
    String configuration(WevtutilLine line) throws IOException {
        WevtutilLogs.Log log = logs.one(line, line.arguments().getFirst());
        String name = log.name().isChannel() ? log.name().name() : LogFolder.channel(session, log.file());
        session.tell("wevtutil.note.configuration");
        boolean xml = line.value(WevtutilOption.FORMAT).filter("xml"::equalsIgnoreCase).isPresent();
        return xml ? xml(name, log.file()) : "name: " + name + "\nlogging:\n  logFileName: " + log.file() + "\n";
    }

    private static String xml(String name, Path file) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<channel name=\"" + escaped(name)
                + "\" xmlns=\"http://schemas.microsoft.com/win/2004/08/events\">\n  <logging>\n    <logFileName>"
                + escaped(file.toString()) + "</logFileName>\n  </logging>\n</channel>\n";
    }

    private static String escaped(String text) {
        return Printable.of(text).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
