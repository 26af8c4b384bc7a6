package dev.vigie.cli;

import dev.vigie.formats.events.query.BookmarkList;
import java.io.IOException;
import picocli.CommandLine.Option;

/** The options of a verb that reads on where an earlier reading stopped. */
final class BookmarkOptions {
    @Option(names = "--bookmark", paramLabel = "FILE", descriptionKey = "bookmark.file")
    private String earlier = "";

    @Option(names = "--save-bookmark", paramLabel = "FILE", descriptionKey = "bookmark.save")
    private String next = "";

    @Option(names = "--strict-bookmark", descriptionKey = "bookmark.strict")
    private boolean strict;

    boolean areGiven() {
        return !earlier.isEmpty() || !next.isEmpty();
    }

    /** Where reading starts in each log. */
    ReadingPositions positions(Session session, boolean newestFirst) throws IOException {
        BookmarkList bookmarks = earlier.isEmpty()
                ? BookmarkList.EMPTY
                : ReadingPositions.load(session, session.terminal().path(earlier));
        return new ReadingPositions(session, bookmarks, newestFirst, strict);
    }

    /** Writes how far reading came, when that is wanted. */
    void save(Session session, ReadingPositions positions) throws IOException {
        if (!next.isEmpty()) {
            positions.save(session.terminal().path(next));
        }
    }
}
