package dev.vigie.cli;

import dev.vigie.cli.EventInputs.Input;
import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.archives.ArchiveException;
import dev.vigie.formats.archives.ArchiveLimits;
import dev.vigie.formats.archives.ArchiveProblem;
import dev.vigie.formats.archives.Gzip;
import dev.vigie.formats.archives.TarMember;
import dev.vigie.formats.archives.TarReader;
import dev.vigie.formats.archives.UnpackBudget;
import dev.vigie.formats.archives.ZipArchive;
import dev.vigie.formats.archives.ZipMember;
import dev.vigie.formats.events.EventSource;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the logs in archives, in archives in archives too; each is unpacked when it is opened. Names choose what is
 * looked at, first bytes decide what it is; no name ever becomes that of a file.
 */
final class ArchivedLogs implements Closeable {
    /** How many archives may lie around a log. */
    private static final int MAX_DEPTH = 4;
    private static final String MEMBER = "!";
    private static final List<String> LOGS = List.of(".evtx", ".xml");
    private static final List<String> ARCHIVES = List.of(".evtx.gz", ".xml.gz", ".zip", ".tar", ".tar.gz", ".tgz");
    private final LogOpener opener;
    private final ArchiveLimits limits;
    private @Nullable Spool unpackedTars;
    private final List<Spool> spools = new ArrayList<>();

    ArchivedLogs(LogOpener opener, ArchiveLimits limits) {
        this.opener = opener;
        this.limits = limits;
    }

    /** Whether a file that was not named itself is looked at. */
    static boolean isWanted(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        // macOS puts a file "._X" with what it alone knows of X beside each X.
        boolean isShadow = lower.startsWith("._", 1 + Math.max(lower.lastIndexOf('/'), lower.lastIndexOf('\\')));
        return !isShadow && (LOGS.stream().anyMatch(lower::endsWith) || ARCHIVES.stream().anyMatch(lower::endsWith));
    }

    /**
     * The logs in some bytes: those in an archive, or the bytes themselves, whatever they are.
     *
     * @param isFound whether nobody named them
     */
    List<Input> in(String name, InputBytes bytes, boolean isFound) throws IOException {
        Search search = new Search();
        search.add(name, bytes, isFound, 0);
        return search.inputs;
    }

    @Override
    public void close() throws IOException {
        for (Spool spool : spools) {
            spool.close();
        }
    }

    /** Where what had to be unpacked to be looked at lies. */
    List<Path> spools() {
        return spools.stream().map(Spool::file).toList();
    }

    private Spool spool() throws IOException {
        Spool spool = Spool.create();
        spools.add(spool);
        return spool;
    }

    /** The search in one file that the user named or that was found on the disk. */
    private final class Search {
        private final UnpackBudget budget = new UnpackBudget(limits);
        private final List<Input> inputs = new ArrayList<>();

        void add(String name, InputBytes bytes, boolean isFound, int depth) throws IOException {
            try {
                addUnrefused(name, bytes, isFound, depth);
            } catch (ArchiveException e) {
                refuse(name, isFound, opener.refusal(e));
            } catch (Refusal refusal) {
                refuse(name, isFound, refusal);
            }
        }

        /** What was found and cannot be read is an input all the same, so that nobody thinks it was. */
        private void refuse(String name, boolean isFound, Refusal refusal) {
            if (!isFound) {
                throw refusal;
            }
            inputs.add(new Input(name, true, () -> {
                throw refusal;
            }));
        }

        private void addUnrefused(String name, InputBytes bytes, boolean isFound, int depth) throws IOException {
            InputKind kind = InputKind.of(bytes.head());
            if (depth == MAX_DEPTH && kind != InputKind.EVTX && kind != InputKind.XML) {
                throw Refusal.input("error.archive-depth", name, MAX_DEPTH);
            }
            switch (kind) {
                case ZIP -> addZip(name, bytes, depth);
                case TAR -> addTar(name, bytes, depth);
                case GZIP -> add(name,
                        bytes.unpacked((packed, problems) -> Gzip.unpack(name, packed, budget, problems)), isFound,
                        depth + 1);
                case EVTX, XML, OTHER -> addLog(name, bytes, isFound, kind);
            }
        }

        /** What is named must be a log, and is refused before anything is printed. */
        private void addLog(String name, InputBytes bytes, boolean isFound, InputKind kind) throws IOException {
            if (bytes instanceof InputBytes.Once && kind != InputKind.XML) {
                // A pipe can be looked into only once, so that it is copied here and now.
                EventSource copied = opener.open(name, bytes);
                inputs.add(new Input(name, isFound, () -> copied));
                return;
            }
            if (kind == InputKind.OTHER && !isFound) {
                opener.open(name, bytes).close();
            }
            inputs.add(new Input(name, isFound, () -> opener.open(name, bytes)));
        }

        private void addZip(String name, InputBytes bytes, int depth) throws IOException {
            Path file = bytes instanceof InputBytes.OnDisk(Path onDisk) ? onDisk : spooled(bytes);
            ZipArchive archive;
            try (FileChannel channel = FileChannel.open(file)) {
                archive = ZipArchive.read(name, channel, budget, ArchivedLogs::isWanted);
            }
            int before = inputs.size();
            for (ZipMember member : archive.members()) {
                String memberName = name + MEMBER + member.name();
                add(memberName, new InputBytes.Unpacked(problems -> open(file, memberName, member, problems)), true,
                        depth + 1);
            }
            addProblems(before, archive.problem().stream().toList());
        }

        private Path spooled(InputBytes bytes) throws IOException {
            Spool spool = spool();
            try (InputStream in = bytes.open(problem -> {
                // What is missing of the archive shows in the archive.
            })) {
                spool.append(in);
            }
            return spool.file();
        }

        private InputStream open(Path file, String name, ZipMember member, Consumer<Problem> problems)
                throws IOException {
            FileChannel channel = FileChannel.open(file);
            try {
                return new OwnChannel(ZipArchive.open(name, member, channel, budget, problems), channel);
            } catch (IOException failure) {
                channel.close();
                throw failure;
            }
        }

        private void addTar(String name, InputBytes bytes, int depth) throws IOException {
            int before = inputs.size();
            List<Problem> problems = new ArrayList<>();
            try (InputStream in = bytes.open(problems::add)) {
                TarReader reader = new TarReader(name, in, budget);
                for (Optional<TarMember> next = reader.next(); next.isPresent(); next = reader.next()) {
                    TarMember member = next.get();
                    if (isWanted(member.name())) {
                        String memberName = name + MEMBER + member.name();
                        if (member.isSparse()) {
                            Problem sparse = Problem.of(ArchiveProblem.SPARSE, Place.of(memberName));
                            refuse(memberName, true, opener.refusal(new ArchiveException(sparse)));
                        } else {
                            add(memberName, part(bytes, member, reader), true, depth + 1);
                        }
                    }
                }
                reader.problem().ifPresent(problems::add);
            }
            addProblems(before, problems);
        }

        /** The bytes of a tar member: where they lie, or a copy when the archive itself is only a stream. */
        private InputBytes part(InputBytes archive, TarMember member, TarReader reader) throws IOException {
            return switch (archive) {
                case InputBytes.OnDisk(Path file) -> new InputBytes.Part(file, member.offset(), member.size());
                case InputBytes.Part(Path file, long start, long length) -> new InputBytes.Part(file,
                        start + member.offset(), Math.clamp(length - member.offset(), 0, member.size()));
                case InputBytes.Unpacked _,InputBytes.Once _ -> {
                    Spool spool = unpackedTars == null ? spool() : unpackedTars;
                    unpackedTars = spool;
                    long start = spool.append(reader.content());
                    yield new InputBytes.Part(spool.file(), start, spool.channel().size() - start);
                }
            };
        }

        /** What is wrong with an archive is told with the last log in it, or instead of one. */
        private void addProblems(int before, List<Problem> problems) {
            if (problems.isEmpty()) {
                return;
            }
            if (inputs.size() == before) {
                throw opener.refusal(new ArchiveException(problems.getFirst()));
            }
            Input last = inputs.removeLast();
            inputs.add(new Input(last.name(), last.isFound(),
                    () -> ArchivedSource.of(last.opening().open(), problems)));
        }
    }

    /** Closes the file it comes from. */
    private static final class OwnChannel extends FilterInputStream {
        private final FileChannel channel;

        OwnChannel(InputStream in, FileChannel channel) {
            super(in);
            this.channel = channel;
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                super.close();
            }
        }
    }
}
