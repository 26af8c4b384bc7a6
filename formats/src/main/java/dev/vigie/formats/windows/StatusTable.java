package dev.vigie.formats.windows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The numbers and names of {@code status-codes.tsv}, kept as the bytes of the file.
 *
 * <p>Half of all runs ask for no name and most others for a few, so nothing is parsed beforehand. The lines are sorted as
 * bytes, comments first: a number is found by binary search over byte positions, a name by looking at every line.
 */
final class StatusTable {
    private static final int VALUE_DIGITS = 8;
    private final byte[] text;

    private static final class Loaded {
        static final StatusTable TABLE = load();
    }

    private StatusTable(byte[] text) {
        this.text = text;
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

    /** The names of a number in the order of the file; empty when the section or the number is not there. */
    List<String> names(String section, int value) {
        byte[] key = (section + '\t' + HexFormat.of().withUpperCase().toHexDigits(value) + '\t')
                .getBytes(StandardCharsets.US_ASCII);
        List<String> names = new ArrayList<>(1);
        for (int line = firstNotBelow(key); compare(line, key) == 0; line = endOfLine(line) + 1) {
            names.add(ascii(line + key.length, endOfLine(line)));
        }
        return List.copyOf(names);
    }

    /** The first line that is not sorted before a key; the end of the text when there is none. */
    private int firstNotBelow(byte[] key) {
        int low = 0;
        int high = text.length;
        while (low < high) {
            int middle = startOfLine(low + high >>> 1);
            if (compare(middle, key) < 0) {
                low = endOfLine(middle) + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Compares a line with a key of the same length; lines at the end of the text are after every key. */
    private int compare(int line, byte[] key) {
        for (int i = 0; i < key.length; i++) {
            if (line + i >= text.length) {
                return 1;
            }
            int difference = text[line + i] - key[i];
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** The codes of a name, in any case of letters. */
    List<StatusCode> find(String name) {
        List<StatusCode> codes = new ArrayList<>(1);
        for (int line = 0, end; line < text.length; line = end + 1) {
            end = endOfLine(line);
            int start = end - name.length();
            if (start > line && text[start - 1] == '\t' && isNamed(start, name)) {
                addCode(line, start, codes);
            }
        }
        return codes;
    }

    private void addCode(int line, int name, List<StatusCode> codes) {
        int value = name - 1 - VALUE_DIGITS;
        String section = ascii(line, value - 1);
        for (StatusKind kind : StatusKind.values()) {
            if (kind.name().equals(section)) {
                codes.add(new StatusCode(kind, HexFormat.fromHexDigits(ascii(value, name - 1))));
            }
        }
    }

    private boolean isNamed(int start, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (lower(text[start + i]) != lower(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(int character) {
        return character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character;
    }

    private int startOfLine(int at) {
        int start = at;
        while (start > 0 && text[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return end;
    }

    private String ascii(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.US_ASCII);
    }
}
