package dev.vigie.cli;

import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.query.BookmarkList;
import dev.vigie.formats.events.query.BookmarkList.Bookmark;
import dev.vigie.formats.events.query.QuerySyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Where reading starts in each log, by the bookmarks of an earlier reading, and how far it came.
 *
 * <p>A bookmark is the last record that was given out: reading goes on behind it, or before it when the newest come
 * first. A log that gave nothing keeps its old bookmark.
 */
final class ReadingPositions {
    private final Session session;
    private final BookmarkList earlier;
    private final boolean backward;
    private final boolean strict;
    /** The name under which each log has its bookmark. */
    private final Map<LogName, String> keys = new HashMap<>();
    /** The last record given out of each log. */
    private final Map<String, Long> given = new LinkedHashMap<>();
    private String current = "";

    /**
     * Positions by bookmarks.
     *
     * @param earlier what was read before
     * @param backward whether the newest events come first
     * @param strict whether a bookmark whose record is gone is refused instead of told
     */
    ReadingPositions(Session session, BookmarkList earlier, boolean backward, boolean strict) {
        this.session = session;
        this.earlier = earlier;
        this.backward = backward;
        this.strict = strict;
        if (!earlier.bookmarks().isEmpty() && earlier.backward() != backward) {
            session.tell(backward ? "bookmark.was-forward" : "bookmark.was-backward");
        }
    }

    /** The bookmarks in a file. */
    static BookmarkList load(Session session, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return BookmarkList.parse(in);
        } catch (QuerySyntaxException e) {
            throw Refusal.usage("bookmark.bad-file", file, QueryErrors.reason(e, session.texts()));
        }
    }

    /** Which records of a log are still to be read; tells when the record of its bookmark is gone. */
    LongPredicate wanted(LogName log, EvtxFile file) throws IOException {
        Optional<Bookmark> bookmark = bookmark(log);
        keys.put(log, bookmark.map(Bookmark::channel).orElse(log.name()));
        if (bookmark.isEmpty()) {
            if (!earlier.bookmarks().isEmpty()) {
                session.tell("bookmark.new-log", log.name());
            }
            return record -> true;
        }
        long id = bookmark.get().recordId();
        LogRange range = LogRange.of(file);
        if (id > range.newest()) {
            tellOrRefuse("bookmark.restarted", log.name(), id, range.newest());
            return record -> true;
        }
        if (id < range.oldest() - 1 && !backward) {
            tellOrRefuse("bookmark.overwritten", log.name(), id, range.oldest());
        }
        return backward ? record -> record < id : record -> record > id;
    }

    /** The bookmark of a log by one of its names; a name that two logs share is that of the first. */
    private Optional<Bookmark> bookmark(LogName log) {
        return log.names().stream().flatMap(name -> earlier.of(name).stream())
                .filter(bookmark -> !keys.containsValue(bookmark.channel())).findFirst();
    }

    private void tellOrRefuse(String key, String log, long id, long other) {
        if (strict) {
            throw Refusal.input(key, log, id, other);
        }
        session.tell(key, log, id, other);
    }

    /** Takes note that a record was given out. */
    void given(LogName log, long record) {
        current = keys.getOrDefault(log, log.name());
        given.put(current, record);
    }

    /** How far reading came; logs that were not read this time keep their bookmark. */
    BookmarkList bookmarks() {
        List<Bookmark> bookmarks = new ArrayList<>();
        boolean moved = !current.isEmpty();
        for (Bookmark old : earlier.bookmarks()) {
            Long record = given.remove(old.channel());
            boolean isCurrent = moved ? old.channel().equals(current) : old.isCurrent();
            bookmarks.add(new Bookmark(old.channel(), record == null ? old.recordId() : record, isCurrent));
        }
        given.forEach((log, record) -> bookmarks.add(new Bookmark(log, record, log.equals(current))));
        return new BookmarkList(backward, bookmarks);
    }

    /** Writes the bookmarks; whoever reads the file finds the old ones or the new ones, never half of them. */
    void save(Path file) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        Path temporary = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
        try {
            Files.writeString(temporary, bookmarks().toXml(), StandardCharsets.UTF_8);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
