package dev.vigie.formats.events.messages;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the keys of a text export of the registry ({@code reg export}, REGEDIT4 and version 5). */
final class RegistryText {
    private static final int MAX_VALUES = 1 << 16;
    private final BoundedLines lines;
    private final String source;
    private final ProviderRegistry registry;
    private final Consumer<Problem> problems;
    private final Map<String, String> values = new HashMap<>();
    private String path = "";
    private boolean unicode = true;

    private RegistryText(InputStream in, String source, ProviderRegistry registry, Consumer<Problem> problems)
            throws IOException {
        this.lines = new BoundedLines(in);
        this.source = source;
        this.registry = registry;
        this.problems = problems;
    }

    static void read(InputStream in, String source, ProviderRegistry registry, Consumer<Problem> problems)
            throws IOException {
        new RegistryText(in, source, registry, problems).read();
    }

    private void read() throws IOException {
        for (String line = lines.next(); line != null; line = lines.next()) {
            line(line.strip());
        }
        endKey();
    }

    private void line(String line) throws IOException {
        if (line.startsWith("[") && line.endsWith("]")) {
            endKey();
            path = line.substring(1, line.length() - 1);
        } else if (line.startsWith("\"") || line.startsWith("@")) {
            value(joined(line));
        } else if (line.equals("REGEDIT4")) {
            unicode = false;
        } else if (!line.isEmpty() && !line.startsWith(";") && !line.startsWith("Windows Registry Editor")) {
            badLine();
        }
    }

    private void endKey() {
        // A path behind a minus sign is a key to delete.
        if (!path.isEmpty() && !path.startsWith("-")) {
            registry.key(path, values);
        }
        values.clear();
    }

    private void badLine() {
        problems.accept(Problem.of(MessagesProblem.BAD_REGISTRY_LINE, Place.of(source), lines.number()));
    }

    /** Long bytes go on behind a backslash at the end of a line. */
    private String joined(String first) throws IOException {
        StringBuilder whole = new StringBuilder(first);
        while (!whole.isEmpty() && whole.charAt(whole.length() - 1) == '\\' && whole.length() < BoundedLines.MAX_LINE) {
            whole.setLength(whole.length() - 1);
            String more = lines.next();
            if (more == null) {
                break;
            }
            whole.append(more.strip());
        }
        return whole.toString();
    }

    private void value(String line) {
        int end = line.startsWith("@") ? 1 : endOfQuoted(line);
        if (end < 0 || end >= line.length() || line.charAt(end) != '=') {
            badLine();
            return;
        }
        String name = line.startsWith("@") ? "" : unescaped(line, 1, end - 1).toLowerCase(Locale.ROOT);
        String data = line.substring(end + 1);
        if (values.size() >= MAX_VALUES) {
            return;
        }
        if (data.startsWith("\"")) {
            int close = endOfQuoted(data);
            if (close < 0) {
                badLine();
            } else {
                values.put(name, unescaped(data, 1, close - 1));
            }
        } else if (data.startsWith("hex(1):") || data.startsWith("hex(2):")) {
            bytes(name, data.substring("hex(1):".length()));
        }
    }

    private void bytes(String name, String data) {
        try {
            byte[] bytes = HexFormat.ofDelimiter(",").parseHex(data.replace(" ", ""));
            String text = new String(bytes, unicode ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
            int end = text.indexOf(0);
            values.put(name, end < 0 ? text : text.substring(0, end));
        } catch (IllegalArgumentException e) {
            badLine();
        }
    }

    /** Behind the closing quotation mark, or -1. */
    private static int endOfQuoted(String text) {
        for (int at = 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '"') {
                return at + 1;
            }
        }
        return -1;
    }

    private static String unescaped(String text, int from, int to) {
        StringBuilder plain = new StringBuilder();
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < to) {
                at++;
                c = text.charAt(at);
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
