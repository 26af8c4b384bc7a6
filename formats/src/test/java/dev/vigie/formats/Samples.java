package dev.vigie.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds real logs and queries. In the folder that {@code vigie.samples} names none may be missing; where only the usual
 * folder is known, a test without its samples is skipped.
 */
public final class Samples {
    private Samples() {
    }

    /** A file or folder of the samples. */
    public static Path path(String name, String... more) {
        String explicit = System.getProperty("vigie.samples", "");
        Path path = Path.of(explicit.isEmpty() ? System.getProperty("vigie.samples.default", "") : explicit)
                .resolve(Path.of(name, more));
        assumeTrue(!explicit.isEmpty() || Files.exists(path), () -> "no samples at " + path + ": set vigie.samples");
        assertThat(path).as("vigie.samples").exists();
        return path;
    }

    /** The files below a folder of the samples with this ending, in order. */
    public static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(path(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
