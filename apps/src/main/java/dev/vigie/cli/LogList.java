package dev.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that names logs: one a line, relative to the folder of the list; blank lines and those that start with
 * {@code #} are passed by. In UTF-8, or in UTF-16 with its mark as Windows PowerShell writes it.
 */
final class LogList {
    private static final int MAX_BYTES = 64 << 20;
    private final Terminal terminal;

    LogList(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What a list names; {@code -} is a list on standard input, relative to the working folder. */
    List<String> names(String list) throws IOException {
        if (list.equals("-")) {
            return names(list, Path.of(""), text(terminal.in()));
        }
        try (InputStream in = Files.newInputStream(terminal.path(list))) {
            return names(list, Path.of(list).resolveSibling(""), text(in));
        }
    }

    private List<String> names(String list, Path folder, String text) {
        List<String> names = new ArrayList<>();
        int line = 0;
        for (String written : text.lines().toList()) {
            line++;
            String name = written.strip();
            if (!name.isEmpty() && !name.startsWith("#")) {
                String found = folder.resolve(name).toString();
                if (Files.notExists(terminal.path(found))) {
                    throw Refusal.input("error.list-entry", name, list, line);
                }
                names.add(found);
            }
        }
        if (names.isEmpty()) {
            throw Refusal.input("error.empty-list", list);
        }
        return names;
    }

    private static String text(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES);
        String text = new String(bytes, charset(bytes));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return switch (mark) {
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
    }
}
