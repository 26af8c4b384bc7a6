package dev.vigie.cli;

import dev.vigie.formats.events.query.QueryList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The text of a query as the user gave it: itself, {@code @FILE}, or where a verb allows it FILE or {@code -}. */
final class QueryText {
    private final Terminal terminal;

    QueryText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The query itself or, behind {@code @}, the content of a file. */
    String of(String typed) throws IOException {
        return typed.startsWith("@") ? content(terminal.path(typed.substring(1))) : typed;
    }

    /** As {@link #of}; the name of a file and {@code -} for standard input will do as well. */
    String ofAnything(String typed) throws IOException {
        if (typed.equals("-")) {
            return content(terminal.in());
        }
        Optional<Path> file = file(typed);
        return file.isPresent() ? content(file.get()) : of(typed);
    }

    private Optional<Path> file(String typed) {
        try {
            return Optional.of(terminal.path(typed)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            // A query often is no path at all.
            return Optional.empty();
        }
    }

    private static String content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return content(in);
        }
    }

    private static String content(InputStream in) throws IOException {
        String text = QueryList.text(in);
        // XPath has no place for the byte order mark that Windows editors write.
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
