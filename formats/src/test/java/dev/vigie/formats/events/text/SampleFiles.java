package dev.vigie.formats.events.text;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds sample files; a folder named explicitly must be there, the default one may be missing. */
final class SampleFiles {
    private SampleFiles() {
    }

    /** The files below a folder of the samples with this ending, in order. */
    static List<Path> find(String folder, String ending) {
        String explicit = System.getProperty("vigie.samples", "");
        Path root = Path.of(explicit.isEmpty() ? System.getProperty("vigie.samples.default", "") : explicit)
                .resolve(folder);
        assumeTrue(!explicit.isEmpty() || Files.isDirectory(root), () -> "no samples in " + root);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
