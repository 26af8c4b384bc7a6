package dev.vigie.diagnosis.sigma;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The files rules are in. */
final class RuleFiles {
    private static final int MAX_FOLDER_DEPTH = 32;

    private RuleFiles() {
    }

    /** A file itself, or the YAML files of a folder and below, sorted; links below the folder are not followed. */
    static List<Path> under(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.find(path.toRealPath(), MAX_FOLDER_DEPTH,
                (file, attributes) -> attributes.isRegularFile() && isYaml(file))) {
            Path real = path.toRealPath();
            return files.map(file -> path.resolve(real.relativize(file))).sorted().toList();
        }
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    /** The text of a file, without a byte order mark; a file beyond the limit comes with one character too many. */
    static String content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(4 * YamlReader.MAX_CHARACTERS), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
    }
}
