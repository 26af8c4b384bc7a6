package dev.vigie.formats.windows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The numbers and names of {@code status-codes.tsv}, kept as the bytes of the file.
 *
 * <p>Half of all runs ask for no name and most others for a few, so nothing is parsed beforehand: loading notes where the
 * lines and the sections start, a number is found by binary search over the lines, a name by looking at all of them.
 */
final class StatusTable {
    private static final int VALUE_DIGITS = 8;
    private final byte[] text;
    private final int[] lines;
    private final Map<String, Section> sections;

    /** The lines of one kind, {@code from} inclusive to {@code to} exclusive. */
    private record Section(String kind, int from, int to) {
    }

    private static final class Loaded {
        static final StatusTable TABLE = load();
    }

    private StatusTable(byte[] text) {
        this.text = text;
        this.lines = lineStarts(text);
        this.sections = sections();
    }

    static StatusTable instance() {
        return Loaded.TABLE;
    }

    private static StatusTable load() {
        try (InputStream in = StatusTable.class.getResourceAsStream("status-codes.tsv")) {
            if (in == null) {
                throw new IllegalStateException("status-codes.tsv is not beside its class");
            }
            return new StatusTable(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] lineStarts(byte[] text) {
        int[] starts = new int[text.length / 16];
        int count = 0;
        for (int at = 0; at < text.length; at = endOfLine(text, at) + 1) {
            if (text[at] != '#') {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count + 1);
                }
                starts[count++] = at;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private static int endOfLine(byte[] text, int from) {
        int at = from;
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        return at;
    }

    private Map<String, Section> sections() {
        Map<String, Section> found = new HashMap<>();
        int from = 0;
        while (from < lines.length) {
            String kind = kind(from);
            int to = from + 1;
            while (to < lines.length && hasKind(to, kind)) {
                to++;
            }
            found.put(kind, new Section(kind, from, to));
            from = to;
        }
        return found;
    }

    private String kind(int line) {
        int end = lines[line];
        while (text[end] != '\t') {
            end++;
        }
        return ascii(lines[line], end);
    }

    private boolean hasKind(int line, String kind) {
        int at = lines[line];
        for (int i = 0; i < kind.length(); i++) {
            if (text[at + i] != kind.charAt(i)) {
                return false;
            }
        }
        return text[at + kind.length()] == '\t';
    }

    /** The names of a number in the order of the file; empty when the section or the number is not there. */
    List<String> names(String kind, int value) {
        Section section = sections.get(kind);
        if (section == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>(1);
        for (int line = firstNotBelow(section, value); line < section.to; line++) {
            if (value(section, line) != value) {
                break;
            }
            names.add(name(section, line));
        }
        return List.copyOf(names);
    }

    private int firstNotBelow(Section section, int value) {
        int low = section.from;
        int high = section.to;
        while (low < high) {
            int middle = low + high >>> 1;
            if (Integer.compareUnsigned(value(section, middle), value) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The codes of a name, in any case. */
    List<StatusCode> find(String name) {
        List<StatusCode> codes = new ArrayList<>(1);
        for (StatusKind kind : StatusKind.values()) {
            Section section = sections.get(kind.name());
            for (int line = section == null ? 0 : section.from; section != null && line < section.to; line++) {
                if (isNamed(section, line, name)) {
                    codes.add(new StatusCode(kind, value(section, line)));
                }
            }
        }
        return codes;
    }

    private boolean isNamed(Section section, int line, String name) {
        int start = nameStart(section, line);
        if (start + name.length() > text.length) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (lower(text[start + i]) != lower(name.charAt(i))) {
                return false;
            }
        }
        return start + name.length() == text.length || text[start + name.length()] == '\n';
    }

    private static int lower(int character) {
        return character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character;
    }

    private int value(Section section, int line) {
        int at = lines[line] + section.kind.length() + 1;
        int value = 0;
        for (int i = 0; i < VALUE_DIGITS; i++) {
            value = value << 4 | HexFormat.fromHexDigit(text[at + i]);
        }
        return value;
    }

    private String name(Section section, int line) {
        int start = nameStart(section, line);
        return ascii(start, endOfLine(text, start));
    }

    private int nameStart(Section section, int line) {
        return lines[line] + section.kind.length() + VALUE_DIGITS + 2;
    }

    private String ascii(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.US_ASCII);
    }
}
