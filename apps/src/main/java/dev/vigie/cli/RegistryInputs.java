package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.registry.Hive;
import dev.vigie.formats.registry.HiveFormatException;
import dev.vigie.formats.registry.Lookup;
import dev.vigie.formats.registry.RegFile;
import dev.vigie.formats.registry.RegistryKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/** Opens registries in files: hives with the transaction logs beside them, and .reg text. */
final class RegistryInputs {
    private static final int SHOWN_BYTES = 16;
    /** What regedit of a western machine writes when it writes version 4. */
    private static final Charset ANSI = Charset.forName("windows-1252");
    private final Session session;

    RegistryInputs(Session session) {
        this.session = session;
    }

    /**
     * A registry that was opened.
     *
     * @param name the file, as the user named it
     * @param root its top key
     * @param found what is wrong with it, as known when asked
     */
    record Registry(String name, RegistryKey root, Supplier<Collection<Problem>> found) {
        Collection<Problem> problems() {
            return found.get();
        }

        /** The key at a path; refused when it is not there, or may be in what cannot be read. */
        RegistryKey key(String path) {
            return switch (root.find(withoutRoot(path))) {
                case Lookup.Found<RegistryKey>(RegistryKey key) -> key;
                case Lookup.Missing<RegistryKey>(String nearest) -> throw Refusal.input("registry.no-key", path, name,
                        nearest.isEmpty() ? "\\" : nearest);
                case Lookup.Unreadable<RegistryKey>(String nearest) -> throw Refusal.input("registry.unreadable-key",
                        path, name, nearest.isEmpty() ? "\\" : nearest);
            };
        }

        /** A leading backslash is the top of the file. */
        private static String withoutRoot(String path) {
            return path.startsWith("\\") ? path.substring(1) : path;
        }
    }

    /** A registry of either kind. */
    Registry open(String named) throws IOException {
        Path file = readable(named);
        if (isText(file)) {
            RegFile text = RegFile.read(named, Files.readAllBytes(file), ANSI);
            return new Registry(named, text.toRegistry(), text::problems);
        }
        Hive hive = openHive(file, named);
        return new Registry(named, hive.root(), hive::problems);
    }

    /** A hive, completed from the transaction logs beside it. */
    Hive openHive(String named) throws IOException {
        return openHive(readable(named), named);
    }

    private Path readable(String named) throws IOException {
        Path file = session.terminal().path(named);
        if (!Files.exists(file)) {
            throw new NoSuchFileException(named);
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Refusal.input(Files.isDirectory(file) ? "registry.folder" : "error.unreadable", named);
        }
        return file;
    }

    private Hive openHive(Path file, String named) throws IOException {
        try {
            return Hive.open(file);
        } catch (HiveFormatException e) {
            throw Refusal.input("registry.no-registry", named, session.texts().problem(e.problem()));
        }
    }

    private static boolean isText(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(SHOWN_BYTES);
            String start = HexFormat.of().formatHex(head);
            // "Win" or "REG" as UTF-8, UTF-16 with or without byte order mark.
            return List.of("fffe", "feff", "efbbbf57", "570069", "57696e", "524547", "3b").stream()
                    .anyMatch(start::startsWith);
        }
    }
}
