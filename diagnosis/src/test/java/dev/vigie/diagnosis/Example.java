package dev.vigie.diagnosis;

import dev.vigie.diagnosis.knowledge.Knowledge;
import dev.vigie.diagnosis.knowledge.KnowledgeSources;
import dev.vigie.diagnosis.knowledge.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** The worked example of the test suite. */
public final class Example {
    private Example() {
    }

    /** The folder of its files. */
    public static Path folder() {
        try {
            URL url = Objects.requireNonNull(Example.class.getResource("example/cases.tsv"));
            return Objects.requireNonNull(Path.of(url.toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As read and checked. */
    public static KnowledgeSources sources() {
        try {
            return KnowledgeSources.read(folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The knowledge. */
    public static Knowledge knowledge() {
        return sources().knowledge();
    }

    /** Its only topic. */
    public static Topic topic() {
        return knowledge().topics().values().iterator().next();
    }
}
