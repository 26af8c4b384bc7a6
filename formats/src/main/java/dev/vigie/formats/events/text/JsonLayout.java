package dev.vigie.formats.events.text;

import java.nio.charset.StandardCharsets;

/** Lays compact JSON out over lines: a member or item a line, two blanks a level; empty brackets stay together. */
final class JsonLayout {
    private final Utf8Buffer out;
    private int level;

    /** A layout whose first line is indented by so many levels. */
    JsonLayout(Utf8Buffer out, int level) {
        this.out = out;
        this.level = level;
        indent();
    }

    /** Appends one value, which must be valid JSON without blanks between its tokens. */
    void append(byte[] compact) {
        int at = 0;
        while (at < compact.length) {
            byte token = compact[at];
            if (token == '"') {
                int end = endOfString(compact, at);
                out.append(compact, at, end - at);
                at = end;
            } else {
                at += append(token, at + 1 < compact.length ? compact[at + 1] : 0);
            }
        }
    }

    /** Appends a token outside strings; returns how many bytes it took. */
    private int append(byte token, byte next) {
        switch (token) {
            case '{', '[' -> {
                out.append((char) token);
                if (next == token + 2) {
                    out.append((char) next);
                    return 2;
                }
                level++;
                breakLine();
            }
            case '}', ']' -> {
                level--;
                breakLine();
                out.append((char) token);
            }
            case ',' -> {
                out.append(',');
                breakLine();
            }
            case ':' -> out.append(": ".getBytes(StandardCharsets.US_ASCII));
            default -> out.append((char) token);
        }
        return 1;
    }

    private static int endOfString(byte[] json, int start) {
        int at = start + 1;
        while (json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private void breakLine() {
        out.append('\n');
        indent();
    }

    private void indent() {
        for (int i = 0; i < level; i++) {
            out.append(' ').append(' ');
        }
    }
}
