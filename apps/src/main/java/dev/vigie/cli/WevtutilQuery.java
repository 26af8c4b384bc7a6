package dev.vigie.cli;

import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.messages.EventMessages;
import dev.vigie.formats.events.query.BookmarkList;
import dev.vigie.formats.events.text.EventFormat;
import dev.vigie.formats.events.text.EventXml;
import dev.vigie.formats.events.text.RenderedXml;
import dev.vigie.rendering.EventListing;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code wevtutil qe}: prints events. */
final class WevtutilQuery {
    private final Session session;
    private final WevtutilExtensions given;

    WevtutilQuery(Session session, WevtutilExtensions given) {
        this.session = session;
        this.given = given;
    }

    int run(WevtutilLine line) throws IOException {
        List<WevtutilLogs.Log> asked = given.logs(session).asked(line);
        Optional<String> root = line.value(WevtutilOption.ELEMENT).map(WevtutilQuery::element);
        ReadingPositions positions = positions(line);
        try (MessageOptions.Words words = given.messages().open(session)) {
            EventFormat format = format(line, words.events());
            // Around text Windows writes no element either.
            Optional<String> around = root.filter(element -> !(format instanceof EventListing));
            print(asked, reader(line, format, positions), line.isOn(WevtutilOption.REVERSE), around);
        }
        Optional<String> save = line.value(WevtutilOption.SAVE_BOOKMARK);
        if (save.isPresent()) {
            positions.save(session.terminal().path(save.get()));
        }
        return ExitCode.FINE;
    }

    private LogReader reader(WevtutilLine line, EventFormat format, ReadingPositions positions) {
        long limit = line.value(WevtutilOption.COUNT).map(Long::parseLong).orElse(Long.MAX_VALUE);
        return new LogReader(session, format, given.context(session), positions, line.isOn(WevtutilOption.REVERSE),
                limit);
    }

    private void print(List<WevtutilLogs.Log> asked, LogReader reader, boolean newestFirst, Optional<String> root)
            throws IOException {
        try (OutputStream out = new Output(new BufferedOutputStream(session.terminal().out(), 1 << 16))) {
            tag(root, "<", out);
            for (WevtutilLogs.Log log : newestFirst ? asked.reversed() : asked) {
                if (!reader.isFull()) {
                    read(reader, log, out);
                }
            }
            tag(root, "</", out);
        }
    }

    private void read(LogReader reader, WevtutilLogs.Log log, OutputStream out) throws IOException {
        try (EvtxFile file = LogFile.open(session, log.file())) {
            reader.read(file, log.name(), log.filter(), out);
        }
    }

    private ReadingPositions positions(WevtutilLine line) throws IOException {
        Optional<String> bookmark = line.value(WevtutilOption.BOOKMARK);
        BookmarkList earlier = bookmark.isEmpty()
                ? BookmarkList.EMPTY
                : ReadingPositions.load(session, session.terminal().path(bookmark.get()));
        return new ReadingPositions(session, earlier, line.isOn(WevtutilOption.REVERSE), given.isStrict());
    }

    private EventFormat format(WevtutilLine line, EventMessages messages) {
        EventXml xml = EventXml.sequence(EventXml.Style.COMPACT);
        return switch (line.value(WevtutilOption.EVENT_FORMAT).orElse("xml").toLowerCase(Locale.ROOT)) {
            case "text" -> new EventListing(session.texts(), messages);
            case "renderedxml" -> new RenderedXml(xml, messages);
            default -> xml;
        };
    }

    private static String element(String name) {
        if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_.-]*")) {
            throw Refusal.usage("wevtutil.error.element", name);
        }
        return name;
    }

    private static void tag(Optional<String> root, String open, OutputStream out) throws IOException {
        if (root.isPresent()) {
            out.write((open + root.get() + ">\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
