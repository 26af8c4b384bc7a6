package dev.vigie.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** A terminal in memory: runs a command and keeps what it said. */
final class Console {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private final Path folder;
    private final Map<String, String> environment;
    private byte[] input = new byte[0];
    private boolean interactive;

    Console(Path folder) {
        this(folder, Map.of());
    }

    Console(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** What a command said and answered. */
    record Answer(int exitCode, String out, String err) {
    }

    Console typing(String text) {
        return given(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Standard input. */
    Console given(byte[] bytes) {
        input = bytes.clone();
        return this;
    }

    Console interactive() {
        interactive = true;
        return this;
    }

    Answer run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new ByteArrayInputStream(input), out,
                new PrintStream(err, true, StandardCharsets.UTF_8), interactive, false, false, false, environment,
                CLOCK,
                folder);
        int exitCode = Vigie.run(terminal, arguments);
        return new Answer(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
