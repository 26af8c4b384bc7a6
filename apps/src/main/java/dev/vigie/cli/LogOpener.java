package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.archives.ArchiveException;
import dev.vigie.formats.archives.ArchiveProblem;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.EvtxFormatException;
import dev.vigie.formats.events.evtx.EvtxReadOptions;
import dev.vigie.formats.events.evtx.EvtxRecovery;
import dev.vigie.formats.events.text.EventXmlReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a source of events of the bytes of a log. */
final class LogOpener {
    /** As much of a stream must show that it is a log before the rest is copied; smaller logs stay in memory. */
    private static final int START = 1 << 20;
    private final Session session;
    private final EvtxReadOptions options;
    private final boolean recover;

    /**
     * An opener for the logs of a run.
     *
     * @param recover whether records are wanted that ordinary reading does not give, and from any file
     */
    LogOpener(Session session, EvtxReadOptions options, boolean recover) {
        this.session = session;
        this.options = options;
        this.recover = recover;
    }

    /**
     * Opens a log.
     *
     * @throws Refusal when it is none, or cannot be unpacked
     */
    EventSource open(String name, InputBytes bytes) throws IOException {
        try {
            return switch (bytes) {
                case InputBytes.OnDisk(Path file) -> ofPart(name, file, 0, Long.MAX_VALUE);
                case InputBytes.Part(Path file, long start, long length) -> ofPart(name, file, start, length);
                case InputBytes.Unpacked _,InputBytes.Once _ -> ofStream(name, bytes);
            };
        } catch (ArchiveException e) {
            throw refusal(e);
        }
    }

    private EventSource ofPart(String name, Path file, long start, long length) throws IOException {
        if (!Files.isReadable(file)) {
            throw Refusal.input("error.unreadable", name);
        }
        FileChannel channel = FileChannel.open(file);
        byte[] head = head(channel, start, length);
        if (InputKind.of(head) == InputKind.XML) {
            return new EventXmlReader(name,
                    new BufferedInputStream(InputBytes.Part.stream(channel, start, length)));
        }
        if (recover && head.length > 0) {
            return EvtxRecovery.withLog(name, channel, start, length, options);
        }
        try {
            return EvtxFile.of(name, channel, start, length, options);
        } catch (EvtxFormatException e) {
            throw noEventLog(name, head);
        }
    }

    private static byte[] head(FileChannel channel, long start, long length) throws IOException {
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(InputKind.HEAD, length));
        while (head.hasRemaining() && channel.read(head, start + head.position()) >= 0) {
            // Reading goes on where it stopped.
        }
        return Arrays.copyOf(head.array(), head.position());
    }

    /** XML as it comes; an event log is read by position, which a stream cannot offer, so it is copied first. */
    private EventSource ofStream(String name, InputBytes bytes) throws IOException {
        List<Problem> problems = new ArrayList<>();
        InputStream in = bytes.open(problems::add);
        try {
            byte[] head = in.readNBytes(InputKind.HEAD);
            if (InputKind.of(head) == InputKind.XML) {
                InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
                return new ArchivedSource(new EventXmlReader(name, new BufferedInputStream(whole)), problems);
            }
            EventSource log = log(name, head, in);
            in.close();
            return ArchivedSource.of(log, problems);
        } catch (IOException | RuntimeException failure) {
            in.close();
            throw failure;
        }
    }

    private EventSource log(String name, byte[] head, InputStream in) throws IOException {
        byte[] rest = in.readNBytes(START - head.length);
        byte[] start = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, start, head.length, rest.length);
        boolean isLog = InputKind.of(head) == InputKind.EVTX || InputKind.hasChunk(start) || recover;
        if (!isLog || head.length == 0) {
            throw noEventLog(name, head);
        }
        try {
            return start.length < START ? inMemory(name, start) : spooled(name, start, in);
        } catch (EvtxFormatException e) {
            throw noEventLog(name, head);
        }
    }

    private EventSource inMemory(String name, byte[] log) throws EvtxFormatException {
        return recover ? EvtxRecovery.withLog(name, log, options) : EvtxFile.of(name, log, options);
    }

    private EventSource spooled(String name, byte[] start, InputStream rest) throws IOException {
        FileChannel spool = spooled(new SequenceInputStream(new ByteArrayInputStream(start), rest));
        return recover
                ? EvtxRecovery.withLog(name, spool, options)
                : EvtxFile.of(name, spool, 0, Long.MAX_VALUE, options);
    }

    private static FileChannel spooled(InputStream in) throws IOException {
        FileChannel spool = Spool.open();
        try {
            in.transferTo(Channels.newOutputStream(spool));
            return spool;
        } catch (IOException | RuntimeException failure) {
            spool.close();
            throw failure;
        }
    }

    private static Refusal noEventLog(String name, byte[] head) {
        if (head.length == 0) {
            return Refusal.input("error.empty-file", name);
        }
        return Signature.unpacker(head).map(command -> Refusal.input("error.unpack-first", name, command))
                .or(() -> Signature.of(head).map(kind -> Refusal.input("error.not-an-event-log", name, kind)))
                .orElseGet(() -> Refusal.input("error.no-known-file", name, Signature.firstBytes(head)));
    }

    /** What is said of an archive that is not read, with a way on. */
    Refusal refusal(ArchiveException e) {
        Problem problem = e.problem();
        boolean isLimit = problem.code() == ArchiveProblem.TOO_LARGE || problem.code() == ArchiveProblem.SWELLING
                || problem.code() == ArchiveProblem.TOO_MANY_MEMBERS;
        return Refusal.input(isLimit ? "error.archive-limit" : "error.archive-member", problem.place(),
                session.texts().problem(problem));
    }
}
