package dev.vigie.formats.registry;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.windows.OpaqueData;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the text of a .reg file line by line; a line that cannot be read is a problem and the rest goes on. */
final class RegFileParser {
    private static final int HEX = 16;
    private static final int SHOWN = 80;
    private static final String DWORD = "dword:";

    private final String name;
    private final String text;
    private final Charset ansi;
    private final List<RegEdit> edits = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean version4;
    private @Nullable String key;
    private int at;
    private int line = 1;

    RegFileParser(String name, String text, Charset ansi) {
        this.name = name;
        this.text = text;
        this.ansi = ansi;
    }

    RegFile parse() {
        readHeader();
        while (at < text.length()) {
            int first = line;
            String logical = nextLogicalLine().strip();
            if (!logical.isEmpty() && logical.charAt(0) != ';') {
                read(logical, first);
            }
        }
        return new RegFile(edits, problems);
    }

    private void readHeader() {
        int start = at;
        String first = nextLogicalLine().strip();
        version4 = first.equalsIgnoreCase(RegFile.HEADER_4);
        if (!version4 && !first.equalsIgnoreCase(RegFile.HEADER_5)) {
            report(RegProblem.NO_HEADER, 1, first);
            at = start;
            line = 1;
        }
    }

    private void read(String logical, int number) {
        if (logical.charAt(0) == '[') {
            readKey(logical, number);
        } else if (logical.charAt(0) == '"' || logical.charAt(0) == '@') {
            readValue(logical, number);
        } else {
            report(RegProblem.BAD_LINE, number, logical);
        }
    }

    private void readKey(String logical, int number) {
        int end = logical.lastIndexOf(']');
        boolean deletion = logical.startsWith("[-");
        int start = deletion ? 2 : 1;
        if (end <= start) {
            key = null;
            report(RegProblem.BAD_LINE, number, logical);
            return;
        }
        String path = logical.substring(start, end);
        // Nothing can be set in a key that was just deleted.
        key = deletion ? null : path;
        edits.add(deletion ? new RegEdit.DeleteKey(path) : new RegEdit.CreateKey(path));
    }

    private void readValue(String logical, int number) {
        int nameEnd = logical.charAt(0) == '@' ? 1 : closingQuote(logical, 0) + 1;
        int equals = nameEnd == 0 ? -1 : logical.indexOf('=', nameEnd);
        if (equals < 0 || !logical.substring(nameEnd, equals).isBlank()) {
            report(RegProblem.BAD_LINE, number, logical);
            return;
        }
        if (key == null) {
            report(RegProblem.NO_KEY, number, logical);
            return;
        }
        String valueName = nameEnd == 1 && logical.charAt(0) == '@' ? "" : unquoted(logical.substring(1, nameEnd - 1));
        String data = logical.substring(equals + 1).strip();
        if (data.equals("-")) {
            edits.add(new RegEdit.DeleteValue(key, valueName));
            return;
        }
        Optional<RegistryValue> value = value(valueName, data);
        if (value.isPresent()) {
            edits.add(new RegEdit.SetValue(key, value.get()));
        } else {
            report(RegProblem.BAD_DATA, number, logical);
        }
    }

    private Optional<RegistryValue> value(String valueName, String data) {
        String lower = data.toLowerCase(Locale.ROOT);
        try {
            if (data.startsWith("\"")) {
                int end = closingQuote(data, 0);
                return end < 0
                        ? Optional.empty()
                        : Optional.of(RegistryValue.text(valueName, unquoted(data.substring(1, end))));
            }
            if (lower.startsWith(DWORD)) {
                String digits = uncommented(lower.substring(DWORD.length()));
                return Optional.of(RegistryValue.number(valueName, Integer.parseUnsignedInt(digits, HEX)));
            }
            return lower.startsWith("hex") ? hex(valueName, lower) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<RegistryValue> hex(String valueName, String data) {
        int colon = data.indexOf(':');
        String kind = colon < 0 ? "" : data.substring("hex".length(), colon);
        int type = RegistryType.BINARY.code();
        if (kind.startsWith("(") && kind.endsWith(")")) {
            type = Integer.parseUnsignedInt(kind.substring(1, kind.length() - 1), HEX);
        } else if (colon < 0 || !kind.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = bytes(uncommented(data.substring(colon + 1)));
        if (version4 && isText(type)) {
            bytes = new String(bytes, ansi).getBytes(StandardCharsets.UTF_16LE);
        }
        return Optional.of(new RegistryValue(valueName, type, OpaqueData.of(bytes, 0, bytes.length)));
    }

    /** Version 4 writes the bytes of these in ANSI. */
    private static boolean isText(int type) {
        return RegistryType.of(type)
                .filter(known -> known == RegistryType.EXPAND_SZ || known == RegistryType.MULTI_SZ).isPresent();
    }

    private static byte[] bytes(String list) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String item : list.split(",", -1)) {
            String digits = item.strip();
            if (!digits.isEmpty()) {
                int value = Integer.parseUnsignedInt(digits, HEX);
                if (value < 0 || value > 0xFF) {
                    throw new NumberFormatException(digits);
                }
                bytes.write(value);
            }
        }
        return bytes.toByteArray();
    }

    private static String uncommented(String data) {
        int comment = data.indexOf(';');
        return (comment < 0 ? data : data.substring(0, comment)).strip();
    }

    /** The quote that ends the text beginning at {@code from}; -1 when there is none. */
    private static int closingQuote(String logical, int from) {
        for (int i = from + 1; i < logical.length(); i++) {
            if (logical.charAt(i) == '\\') {
                i++;
            } else if (logical.charAt(i) == '"') {
                return i;
            }
        }
        return -1;
    }

    private static String unquoted(String quoted) {
        StringBuilder plain = new StringBuilder(quoted.length());
        for (int i = 0; i < quoted.length(); i++) {
            char unit = quoted.charAt(i);
            if (unit == '\\' && i + 1 < quoted.length()) {
                i++;
                unit = quoted.charAt(i);
            }
            plain.append(unit);
        }
        return plain.toString();
    }

    /** A line with those that continue it: a list of bytes goes on after a backslash, a text after any line break. */
    private String nextLogicalLine() {
        String logical = nextLine();
        if (logical.stripLeading().startsWith("\"") || logical.stripLeading().startsWith("@")) {
            while (at < text.length() && isOpenText(logical)) {
                logical = logical + '\n' + nextLine();
            }
        }
        StringBuilder joined = new StringBuilder(logical);
        while (at < text.length() && !joined.isEmpty() && joined.charAt(joined.length() - 1) == '\\'
                && joined.indexOf("=hex") >= 0) {
            joined.setLength(joined.length() - 1);
            joined.append(nextLine().strip());
        }
        return joined.toString();
    }

    /** Whether the text that is the data of a value has no end yet; regedit writes line breaks in it as they are. */
    private static boolean isOpenText(String logical) {
        int nameStart = logical.indexOf(logical.strip().charAt(0));
        int nameEnd = logical.charAt(nameStart) == '@' ? nameStart : closingQuote(logical, nameStart);
        int equals = nameEnd < 0 ? -1 : logical.indexOf('=', nameEnd);
        String data = equals < 0 ? "" : logical.substring(equals + 1).stripLeading();
        return data.startsWith("\"") && closingQuote(data, 0) < 0;
    }

    private String nextLine() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        String found = text.substring(at, end);
        boolean pair = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
        at = Math.min(text.length(), end + (pair ? 2 : 1));
        line++;
        return found;
    }

    private void report(RegProblem code, int number, String found) {
        problems.add(Problem.of(code, new Place(name, Place.NO_OFFSET, number),
                found.substring(0, Math.min(found.length(), SHOWN))));
    }
}
